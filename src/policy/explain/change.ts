import type { Case } from '../compile/case.ts';
import type { Test } from '../compile/condition.ts';
import { type CompiledRule, evidenceState } from '../compile/rule.ts';
import type { Comparison, Operand } from '../model/conditions.ts';
import { isMoney } from '../model/money.ts';
import type { Failure } from './failing.ts';
import { givenValue } from './given.ts';
import { type Message, message, type Wanted } from './messages.ts';

/** A longer list of values says less than the value on record. */
const MAX_WANTED = 6;

const OPPOSITE = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;
const COMPARISONS = ['eq', 'in', 'lt', 'lte', 'gt', 'gte'] as const;

/** A value a reader can be told: written in the document, there or as a constant. */
const isWritten = (operand: Operand | Comparison['in'] | undefined): boolean =>
  typeof operand !== 'object' ||
  isMoney(operand) ||
  Array.isArray(operand) ||
  'constant' in operand ||
  'list' in operand;

/** What a failed test asks of its fact, or null where that cannot be said in a few words. */
export function wantedBy({ test, wanted }: Failure): Wanted | null {
  const { source } = test;
  const comparison: Comparison & { readonly known?: boolean; readonly exists?: boolean } =
    'count' in source ? source.count : 'fact' in source ? source : {};
  if ('count' in source && (source.count.where || source.count.within)) return null;
  const ops = COMPARISONS.filter((op) => comparison[op] !== undefined);
  const [op] = ops;
  if (comparison.between || ops.length > 1) return null;
  if (op === undefined) return presenceWanted(comparison, wanted);
  if (!isWritten(comparison[op]) || test.literals.length === 0 || test.literals.length > MAX_WANTED) return null;
  const values = test.literals.map(givenValue);
  if (wanted) return { op, not: false, values };
  return op === 'eq' || op === 'in' ? { op, not: true, values } : { op: OPPOSITE[op], not: false, values };
}

function presenceWanted(
  { known, exists }: { readonly known?: boolean; readonly exists?: boolean },
  wanted: boolean,
): Wanted | null {
  if (exists !== undefined) return { op: 'exists', not: exists !== wanted, values: [] };
  return known === undefined ? null : { op: 'known', not: known !== wanted, values: [] };
}

/** The path as a decision names it: `charges[c1].at` instead of `charge.at`. */
export const casePath = (path: string, c: Case): string =>
  path.startsWith('charge.') && c.charge ? `charges[${c.charge.id}].${path.slice('charge.'.length)}` : path;

function changeOf(failure: Failure, c: Case): Message {
  const { test } = failure;
  const [ref] = test.reads;
  if (test.window) return message('changeTooLate');
  if (!ref) return message('changeAny', { fact: '' });
  const fact = casePath(ref.path, c);
  const wanted = wantedBy(failure);
  if (wanted) return message('changeFact', { fact, wanted });
  const value = test.op === 'count' ? undefined : ref.read(c);
  return value === undefined || value === null
    ? message('changeAny', { fact })
    : message('changeFactIs', { fact, value: givenValue(value) as string });
}

/** What would have to be otherwise for a rule to hold: each thing once, what cannot be helped last. */
export function changesOf(failures: readonly Failure[], { source }: CompiledRule, c: Case): readonly Message[] {
  const { allOf = [], anyOf = [] } = source.evidence ?? {};
  const rejected = [...allOf, ...anyOf].filter((type) => evidenceState(c, type) === 'rejected');
  const changes = [
    ...rejected.map((evidence) => message('changeEvidence', { evidence })),
    ...failures.map((failure) => changeOf(failure, c)),
  ];
  const distinct = [...new Map(changes.map((change) => [JSON.stringify([change.id, change.params]), change])).values()];
  return distinct.sort((a, b) => Number(a.id === 'changeTooLate') - Number(b.id === 'changeTooLate'));
}

export const windowsIn = (test: Test): readonly NonNullable<Test['window']>[] => [
  ...(test.window ? [test.window] : []),
  ...test.parts.flatMap(windowsIn),
];
