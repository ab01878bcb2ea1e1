import type { Temporal } from '#lib/time.ts';
import type { PolicyVersion } from '../compile/policies.ts';
import type { ChargeResult, Decision, DecisionKind, LeftOut } from '../model/decision.ts';
import type { Effect } from '../model/document.ts';
import { addMoney, type Money } from '../model/money.ts';
import { distinctEffects } from './effects.ts';
import type { Selection } from './selection.ts';

// Nearly every request is about one charge. The results of several are put together here; for a single one nothing is
// put together and nothing is copied.

const NONE: readonly never[] = [];

/** What each result has of something, each once by its key. The last one said under a key holds. */
export function together<T>(
  results: readonly ChargeResult[],
  of: (result: ChargeResult) => readonly T[],
  key: (item: T) => string,
): readonly T[] {
  const [only] = results;
  const items = results.length === 1 && only ? of(only) : results.flatMap(of);
  return items.length < 2 ? items : [...new Map(items.map((item) => [key(item), item])).values()];
}

/** Money of the awards of some kinds, added up by unit. */
export function paidOf(results: readonly ChargeResult[], kinds: readonly DecisionKind[]): readonly Money[] {
  const amounts: Money[] = [];
  for (const { award } of results) if (award?.amount && kinds.includes(award.kind)) amounts.push(award.amount);
  return amounts.length < 2 ? amounts : addMoney(amounts);
}

const isSettled = ({ kind }: ChargeResult): boolean => kind !== 'ask' && kind !== 'refer';

/** Effects are carried out only when nothing is open for any charge. */
export function settledEffects(results: readonly ChargeResult[]): readonly Effect[] {
  if (!results.every(isSettled)) return NONE;
  const [only] = results;
  const single = results.length === 1 && only?.award;
  return distinctEffects(single ? single.effects : results.flatMap(({ award }) => award?.effects ?? []));
}

type Documents = Pick<Decision, 'documents' | 'notSelected' | 'appeal'>;

/** Documents that were applied to some charge, and why the others were to none. */
export function documentsOf(considered: readonly { readonly selection: Selection }[]): Documents {
  const [only] = considered;
  if (considered.length === 1 && only) {
    const { applied, others } = only.selection;
    return named(
      applied.map(({ document }) => document),
      others.length === 0 ? NONE : others.map(({ document, because }) => document.leftOut[because]),
    );
  }
  const selected = new Set(considered.flatMap(({ selection }) => selection.applied.map(({ document }) => document)));
  const others = new Map<PolicyVersion, LeftOut>();
  for (const { document, because } of considered.flatMap(({ selection }) => selection.others)) {
    if (!selected.has(document)) others.set(document, document.leftOut[because]);
  }
  return named([...selected], [...others.values()]);
}

/** The first document that says so says how to appeal. */
function named(selected: readonly PolicyVersion[], notSelected: readonly LeftOut[]): Documents {
  let appeal: Decision['appeal'] = null;
  for (const document of selected) appeal ??= document.appeal;
  return { documents: selected.map(({ name }) => name), notSelected, appeal };
}

const OPEN_FIRST: readonly DecisionKind[] = ['ask', 'refer'];
const MONEY: readonly DecisionKind[] = ['full', 'partial', 'none'];
const REST: readonly DecisionKind[] = ['credit', 'inKind', 'effects', 'route', 'fee', 'noRule'];

/** One kind for all charges: what is open comes first; some paid and some not is a part. */
export function kindOf(results: readonly ChargeResult[]): DecisionKind {
  const [first] = results;
  if (first && results.every(({ kind }) => kind === first.kind)) return first.kind;
  const kinds = new Set(results.map(({ kind }) => kind));
  const open = OPEN_FIRST.find((kind) => kinds.has(kind));
  if (open) return open;
  if (MONEY.some((kind) => kind !== 'none' && kinds.has(kind))) return 'partial';
  return REST.find((kind) => kinds.has(kind)) ?? 'none';
}

let lastInstant: Temporal.Instant | null = null;
let lastText = '';

/** An instant to the millisecond. Instants never change, and many cases are decided at the same one. */
export function instantText(at: Temporal.Instant): string {
  if (at !== lastInstant) {
    lastText = new Date(at.epochMilliseconds).toISOString();
    lastInstant = at;
  }
  return lastText;
}
