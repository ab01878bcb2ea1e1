import type { Comparison, Literal } from '../model/conditions.ts';
import type { FactValue } from '../model/facts.ts';
import { anyOf, type Truth } from '../model/truth.ts';
import type { FactKind } from '../model/vocabulary.ts';
import { readFactValue } from '../reading/fact-values.ts';
import { findZone, type Zone } from '../time/zone.ts';
import type { Case } from './case.ts';
import { orderOf, sameValue } from './compare.ts';
import { type Compiler, defined, operandOf, type Value, within } from './compiler.ts';
import type { FactRef } from './path.ts';

/** Whether a known value passes. */
export type Check = (value: FactValue, c: Case) => Truth;
export interface Checks {
  readonly checks: readonly Check[];
  readonly reads: readonly FactRef[];
  readonly literals: readonly FactValue[];
}

const ORDERS = {
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
} as const;
const ORDERED: readonly string[] = ['number', 'money', 'moment', 'duration'];

/** A value compared with an operand that may itself be unknown, or known not to exist. */
const against =
  (operand: Value<FactValue>, decide: (value: FactValue, other: FactValue, zone: Zone) => Truth): Check =>
  (value, c) => {
    const other = operand.of(c);
    return other === undefined ? undefined : other !== null && decide(value, other, c.zone);
  };

/** Values that are the same exactly when JavaScript says so. */
const isPlain = ({ type }: FactKind): boolean => PLAIN.includes(type);
const PLAIN: readonly string[] = ['flag', 'number', 'word', 'text'];

/** `against(operand, sameValue)` for plain values; one that is written out is not looked up each time. */
function equalTo(operand: Value<FactValue>): Check {
  const [literal] = operand.possible;
  if (operand.reads.length === 0 && literal !== undefined) return (value) => value === literal;
  return (value, c) => {
    const other = operand.of(c);
    return other === undefined ? undefined : other !== null && value === other;
  };
}

/** Whether the first of two written values comes after the second, in any zone. */
function isBehind(least: FactValue, most: FactValue): boolean {
  const utc = findZone('UTC');
  return utc !== null && (orderOf(least, most, utc) ?? 0) > 0;
}

/** Every comparison of one test, each as a check of its own. */
export function compileComparisons(test: Comparison, kind: FactKind, compiler: Compiler): Checks {
  const checks: Check[] = [];
  const reads: FactRef[] = [];
  const literals: FactValue[] = [];
  const add = (key: string, source: Parameters<typeof operandOf>[0], decide: Parameters<typeof against>[1]): void => {
    const operand = operandOf(source, kind, within(compiler, key));
    if (!operand) return;
    checks.push(key === 'eq' && isPlain(kind) ? equalTo(operand) : against(operand, decide));
    reads.push(...operand.reads);
    literals.push(...operand.possible);
  };
  const inOrder = (key: string, source: Parameters<typeof operandOf>[0], fits: (order: number) => boolean): void => {
    if (!ORDERED.includes(kind.type))
      within(compiler, key).at.fail(`a fact of type ${kind.type} has no order; use eq or in`);
    else
      add(key, source, (value, other, zone) => {
        const order = orderOf(value, other, zone);
        return order === undefined ? undefined : fits(order);
      });
  };
  if (test.eq !== undefined) add('eq', test.eq, sameValue);
  for (const key of ['lt', 'lte', 'gt', 'gte'] as const) {
    const source = test[key];
    if (source !== undefined) inOrder(key, source, ORDERS[key]);
  }
  if (test.between) {
    const [low, high, ...more] = test.between;
    if (low === undefined || high === undefined || more.length > 0) compiler.at.fail('between takes two values');
    else {
      const [read, known] = [reads.length, literals.length];
      inOrder('between', low, ORDERS.gte);
      inOrder('between', high, ORDERS.lte);
      const [least, most] = reads.length > read ? [] : literals.slice(known);
      if (least !== undefined && most !== undefined && isBehind(least, most))
        within(compiler, 'between').at.fail('nothing lies between these two; the smaller one stands first');
    }
  }
  if (test.in) {
    const members = membersOf(test.in, kind, within(compiler, 'in'));
    literals.push(...members);
    checks.push(
      isPlain(kind)
        ? (value) => members.includes(value)
        : (value, c) => anyOf(members, (member) => sameValue(value, member, c.zone)),
    );
  }
  return { checks, reads, literals };
}

function membersOf(source: NonNullable<Comparison['in']>, kind: FactKind, compiler: Compiler): readonly FactValue[] {
  const element: FactKind = kind.type === 'words' ? { ...kind, type: 'word' } : kind;
  const literals = 'list' in source ? (defined<readonly Literal[]>('lists', source.list, compiler) ?? []) : source;
  return literals.flatMap((literal) => readFactValue(element, literal, compiler.at) ?? []);
}
