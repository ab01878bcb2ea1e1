import type { Case } from '../compile/case.ts';
import type { Test } from '../compile/condition.ts';
import type { FactRef } from '../compile/path.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { MissingFact } from '../model/decision.ts';
import type { Facts } from '../model/facts.ts';
import type { Answerer, FactKind } from '../model/vocabulary.ts';
import type { Candidate } from './candidate.ts';
import type { Standing } from './standing.ts';

/** The most specific entry that begins a path: `contract` covers `contract.region`, and an empty path covers all. */
export function byLongestPath<T>(entries: Readonly<Record<string, T>>, path: string): T | undefined {
  let best: string | undefined;
  for (const prefix of Object.keys(entries)) {
    const covers = prefix === '' || path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
    if (covers && (best === undefined || prefix.length > best.length)) best = prefix;
  }
  return best === undefined ? undefined : entries[best];
}

/** Who can say a fact in this case. */
export const answererOf = (path: string, kind: FactKind, facts: Facts): Answerer =>
  byLongestPath(facts.answerers, path) ?? kind.answerer;

/** The unknown facts that keep a test from being decided. */
export function unknownIn(test: Test | null, c: Case): readonly FactRef[] {
  if (test === null || test.holds(c) !== undefined) return [];
  const own = test.reads.filter((ref) => !ref.path.startsWith('item.') && ref.read(c) === undefined);
  // A count that is undecided over a known list hangs on a fact inside its entries.
  const inside = test.op === 'count' && own.length === 0 ? test.reads.slice(0, 1) : own;
  return [...inside, ...test.parts.flatMap((part) => unknownIn(part, c))];
}

const ABOUT: FactKind = { shape: 'fact', type: 'words', answerer: 'customer' };

/** Every unknown fact a candidate hangs on: its rule, what it excepts from, its exceptions, group, document and amount. */
export function unknownFor(candidate: Candidate, standings: readonly Standing[]): readonly FactRef[] {
  const { rule, c } = candidate;
  const seen = new Set<CompiledRule>();
  const refs: FactRef[] = [];
  const visit = (each: CompiledRule): void => {
    if (seen.has(each)) return;
    seen.add(each);
    refs.push(...unknownIn(each.test, c));
    for (const near of [...each.bases, ...each.exceptions, ...each.group]) visit(near);
  };
  visit(rule);
  const own = standings.find(({ applied }) => applied.document.rules[rule.index] === rule);
  if (own && own.applied.applies === undefined) refs.push(...unread(own.applied.document.applicability.reads, c));
  if (rule.layer !== 'statute') for (const standing of standings) refs.push(...gateUnknowns(standing));
  if (candidate.rounded === null) refs.push(...amountUnknowns(candidate));
  return refs;
}

const unread = (reads: readonly FactRef[], c: Case): readonly FactRef[] =>
  reads.filter((ref) => ref.read(c) === undefined);

const gateUnknowns = ({ applied }: Standing): readonly FactRef[] =>
  applied.document.gates.flatMap(({ test }) => unknownIn(test, applied.c));

function amountUnknowns({ rule, c }: Candidate): readonly FactRef[] {
  if (c.charge === null) return [];
  if (c.charge === undefined) return [{ path: 'request.about', kind: ABOUT, read: () => undefined }];
  const refunded: FactRef = {
    path: 'charge.alreadyRefunded',
    kind: { shape: 'fact', type: 'money', answerer: 'ledger' },
    read: () => (c.charge?.alreadyRefunded === undefined ? undefined : 0),
  };
  return unread([refunded, ...(rule.outcome.amount?.reads ?? [])], c);
}

/** Facts as a decision names them, each once, in order of their path. */
export function missingFacts(refs: readonly FactRef[], charge: string | null, facts: Facts): readonly MissingFact[] {
  const named = new Map<string, MissingFact>();
  for (const { path, kind } of refs) {
    const place =
      charge !== null && path.startsWith('charge.') ? `charges[${charge}].${path.slice('charge.'.length)}` : path;
    named.set(place, {
      path: place,
      type: kind.type,
      words: kind.words ?? null,
      answerer: answererOf(place, kind, facts),
    });
  }
  return [...named.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
