import type { Temporal } from '#lib/time.ts';
import type { Policies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import { canonicalText, contentHash } from '../model/canonical.ts';
import type { Decision, DecisionKind } from '../model/decision.ts';
import type { Facts } from '../model/facts.ts';
import { addMoney, type Money } from '../model/money.ts';
import { type FactRecord, vocabularyWith } from '../model/vocabulary.ts';
import { subtree } from '../reading/fact-tree.ts';

/** A past request, as it was stored. */
export interface PastCase {
  readonly id: string;
  readonly facts: Facts;
  readonly asOf: Temporal.Instant;
}

/** A request that comes out differently. */
export interface Flip {
  readonly id: string;
  readonly from: DecisionKind;
  readonly to: DecisionKind;
  /** What is paid more, or less, by unit. */
  readonly change: readonly Money[];
  readonly reason: string;
  readonly region: string;
  readonly channel: string;
}

/** One row of a summary. */
export interface Group {
  readonly key: string;
  readonly flips: number;
  readonly change: readonly Money[];
}

export interface Replay {
  readonly cases: number;
  readonly flips: number;
  readonly change: readonly Money[];
  readonly byReason: readonly Group[];
  readonly byRegion: readonly Group[];
  readonly byChannel: readonly Group[];
}

const negative = (amounts: readonly Money[]): readonly Money[] =>
  amounts.map(({ minor, unit }) => ({ minor: -minor, unit }));
const UNKNOWN = 'unknown';
const wordAt = (value: unknown): string => (typeof value === 'string' ? value : UNKNOWN);

const outcome = ({ kind, amounts, fees }: Decision): string => canonicalText([kind, amounts, fees]);

/** How one case differs under two sets of documents, or null when a customer would notice nothing. */
export function compareCase(past: PastCase, before: Policies, after: Policies): Flip | null {
  const first = decide(before, past.facts, past.asOf);
  const second = decide(after, past.facts, past.asOf);
  if (outcome(first) === outcome(second)) return null;
  const { tree } = past.facts;
  return {
    id: past.id,
    from: first.kind,
    to: second.kind,
    change: addMoney([...second.amounts, ...negative(first.amounts)]).filter(({ minor }) => minor !== 0),
    reason: wordAt(subtree(tree.request)?.reason),
    region: wordAt(subtree(tree.contract)?.region),
    channel: wordAt(tree.channel),
  };
}

/** Flips under one key, added up as they come. */
class Tally {
  readonly #groups = new Map<string, { flips: number; change: readonly Money[] }>();

  add(key: string, change: readonly Money[]): void {
    const known = this.#groups.get(key) ?? { flips: 0, change: [] };
    this.#groups.set(key, { flips: known.flips + 1, change: addMoney([...known.change, ...change]) });
  }

  get groups(): readonly Group[] {
    return [...this.#groups]
      .map(([key, group]) => ({ key, ...group }))
      .sort((a, b) => b.flips - a.flips || (a.key < b.key ? -1 : 1));
  }
}

/**
 * Decides past requests under two sets of documents and adds up what changes.
 * @param corpus read one by one, so that memory stays flat
 * @param onFlip told of every case that comes out differently
 */
export function replay(
  corpus: Iterable<PastCase>,
  before: Policies,
  after: Policies,
  onFlip: (flip: Flip) => void = () => {},
): Replay {
  const all = new Tally();
  const [byReason, byRegion, byChannel] = [new Tally(), new Tally(), new Tally()];
  let cases = 0;
  for (const past of corpus) {
    cases++;
    const flip = compareCase(past, before, after);
    if (flip === null) continue;
    onFlip(flip);
    all.add('all', flip.change);
    byReason.add(flip.reason, flip.change);
    byRegion.add(flip.region, flip.change);
    byChannel.add(flip.channel, flip.change);
  }
  const [total] = all.groups;
  return {
    cases,
    flips: total?.flips ?? 0,
    change: total?.change ?? [],
    byReason: byReason.groups,
    byRegion: byRegion.groups,
    byChannel: byChannel.groups,
  };
}

/** The words of both sets of documents, so that stored facts can be read once for both. */
export function sharedVocabulary(before: Policies, after: Policies): FactRecord {
  const own = [before, after].map(({ vocabulary }) => vocabulary.fields.own);
  const fields = own.flatMap((node) => (node?.shape === 'record' ? Object.entries(node.fields) : []));
  return vocabularyWith(
    Object.fromEntries(fields.flatMap(([name, node]) => (node.shape === 'fact' ? [[name, node]] : []))),
  );
}

/** What has to be stored to reproduce a decision to the last bit. */
export interface DecisionRecord {
  readonly documents: readonly string[];
  readonly calendars: readonly string[];
  readonly facts: string;
  readonly asOf: string;
  readonly decision: string;
}

/** The hashes of everything a decision came from, and of the decision itself. */
export const recordOf = (decision: Decision, facts: Facts): DecisionRecord => ({
  // Those left out as well: the decision names them with the reason.
  documents: [...decision.documents, ...decision.notSelected].map(({ hash }) => hash).sort(),
  calendars: decision.calendars.map(({ hash }) => hash).sort(),
  facts: contentHash(facts.given),
  asOf: decision.asOf,
  decision: contentHash(decision),
});
