import type { Temporal } from '#lib/time.ts';
import type { Policies, PolicyVersion } from '../compile/policies.ts';
import type { ChargeResult, Decision, DecisionKind, SelectedDocument } from '../model/decision.ts';
import type { ChargeFacts, Facts, FactTree } from '../model/facts.ts';
import { addMoney, type Money } from '../model/money.ts';
import { OCCASIONS, type Occasion } from '../model/vocabulary.ts';
import { subtree } from '../reading/fact-tree.ts';
import { resultFor } from './charge.ts';
import { type Selection, selectDocuments } from './selection.ts';
import { type Weighing, weigh } from './weighing.ts';

/** One charge with everything that was weighed for it; kept for the explanation. */
export interface Considered {
  readonly charge: ChargeFacts | null | undefined;
  readonly selection: Selection;
  readonly weighing: Weighing | null;
  readonly result: ChargeResult;
}

/** What the customer asks for, or what happened; null while unknown. */
export function occasionIn(tree: FactTree): Occasion | null {
  const kind = subtree(tree.request)?.kind ?? subtree(tree.event)?.kind;
  return OCCASIONS.find((occasion) => occasion === kind) ?? null;
}

/** The charges in turn: none, when it is about none; unknown, when nobody knows which. */
function chargesIn(facts: Facts): readonly (ChargeFacts | null | undefined)[] {
  const about = subtree(facts.tree.request)?.about ?? subtree(facts.tree.event)?.about;
  if (facts.charges?.length === 0 || about === null) return [null];
  if (!Array.isArray(about) || !facts.charges) return [undefined];
  const chosen = facts.charges.filter(({ id }) => about.includes(id));
  return about.length === 0 ? [null] : chosen.length === new Set(about).size ? chosen : [undefined];
}

/** Weighs every charge a request is about. */
export function consider(policies: Policies, facts: Facts): readonly Considered[] {
  const occasion = occasionIn(facts.tree);
  return chargesIn(facts).map((charge) => {
    const selection = selectDocuments(policies, { tree: facts.tree, charge, item: null });
    const id = charge?.id ?? null;
    if (occasion === null) return { charge, selection, weighing: null, result: unasked(id) };
    const weighing = weigh(selection, occasion);
    return { charge, selection, weighing, result: resultFor(weighing, id, facts) };
  });
}

const unasked = (charge: string | null): ChargeResult => ({
  charge,
  kind: 'ask',
  award: null,
  proposal: null,
  atLeast: null,
  missing: [
    {
      path: 'request.kind',
      type: 'word',
      words: ['withdraw', 'cancel', 'refund', 'change', 'appeal'],
      answerer: 'customer',
    },
  ],
  evidence: [],
  alternatives: [],
});

/**
 * Decides one case. The same documents, facts and time always give the same decision.
 * @param policies documents compiled together
 * @param facts what is known, from `readFacts`
 * @param asOf when the decision is made; recorded, and nothing else depends on it
 */
export function decide(policies: Policies, facts: Facts, asOf: Temporal.Instant): Decision {
  return decisionOf(policies, facts, asOf, consider(policies, facts));
}

/** One decision out of the results for each charge. */
export function decisionOf(
  policies: Policies,
  facts: Facts,
  asOf: Temporal.Instant,
  considered: readonly Considered[],
): Decision {
  const results = considered.map(({ result }) => result);
  const awards = results.flatMap(({ award }) => award ?? []);
  const money = (wanted: (kind: string) => boolean): readonly Money[] =>
    addMoney(awards.flatMap(({ kind, amount }) => (amount && wanted(kind) ? [amount] : [])));
  const selected = new Map<PolicyVersion, PolicyVersion>();
  for (const { selection } of considered)
    for (const { document } of selection.applied) selected.set(document, document);
  const others = considered.flatMap(({ selection }) =>
    selection.others.filter(({ document }) => !selected.has(document)),
  );
  const settled = results.every(({ kind }) => kind !== 'ask' && kind !== 'refer');
  return {
    kind: kindOf(results),
    occasion: occasionIn(facts.tree),
    asOf: new Date(asOf.epochMilliseconds).toISOString(),
    amounts: money((kind) => kind === 'full' || kind === 'partial' || kind === 'credit'),
    fees: money((kind) => kind === 'fee'),
    results,
    effects: settled ? distinct(awards.flatMap(({ effects }) => effects)) : [],
    reasons: [...new Set(awards.map(({ reason }) => reason))],
    missing: distinctBy(
      results.flatMap(({ missing }) => missing),
      ({ path }) => path,
    ),
    evidence: distinctBy(
      results.flatMap(({ evidence }) => evidence),
      ({ type }) => type,
    ),
    appeal:
      [...selected.keys()].find(({ source }) => source.layer === 'company' && source.appeal)?.source.appeal ?? null,
    documents: [...selected.keys()].map(nameOf),
    notSelected: distinctBy(others, ({ document }) => document.hash).map(({ document, because }) => ({
      ...nameOf(document),
      because,
    })),
    calendars: policies.calendars,
  };
}

const nameOf = ({ source, hash }: PolicyVersion): SelectedDocument => ({
  id: source.id,
  version: source.version,
  layer: source.layer,
  hash,
});

const distinctBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  items.length < 2 ? items : [...new Map(items.map((item) => [key(item), item])).values()];
const distinct = <T>(items: readonly T[]): readonly T[] => distinctBy(items, (item) => JSON.stringify(item));

const OPEN_FIRST: readonly DecisionKind[] = ['ask', 'refer'];
const MONEY: readonly DecisionKind[] = ['full', 'partial', 'none'];
const REST: readonly DecisionKind[] = ['credit', 'inKind', 'effects', 'route', 'fee', 'noRule'];

/** One kind for all charges: what is open comes first; some paid and some not is a part. */
function kindOf(results: readonly ChargeResult[]): DecisionKind {
  const kinds = new Set(results.map(({ kind }) => kind));
  const [only] = kinds;
  if (kinds.size === 1 && only) return only;
  const open = OPEN_FIRST.find((kind) => kinds.has(kind));
  if (open) return open;
  if (MONEY.some((kind) => kind !== 'none' && kinds.has(kind))) return 'partial';
  return REST.find((kind) => kinds.has(kind)) ?? 'none';
}
