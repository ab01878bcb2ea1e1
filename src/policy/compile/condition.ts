import type { Comparison, Condition, CountTest, FactTest, Literal } from '../model/conditions.ts';
import type { FactValue, Known } from '../model/facts.ts';
import { allOf, and, anyOf, not, type Truth } from '../model/truth.ts';
import type { FactKind } from '../model/vocabulary.ts';
import { readFactValue } from '../reading/fact-values.ts';
import type { Zone } from '../time/zone.ts';
import type { Case } from './case.ts';
import { orderOf, sameValue } from './compare.ts';
import { type Compiler, defined, entering, factAt, operandOf, type Value, within } from './compiler.ts';
import { compileList, type FactRef } from './path.ts';
import { type CompiledWindow, compileWindow } from './window.ts';

/** A condition compiled once. The tree is kept, so that an explanation can say which part decided. */
export interface Test {
  readonly op: 'all' | 'any' | 'not' | 'fact' | 'count' | 'within';
  readonly source: Condition;
  readonly parts: readonly Test[];
  /** Facts this part reads itself, its parts aside. */
  readonly reads: readonly FactRef[];
  /** Values the fact is compared with, as far as the document tells. */
  readonly literals: readonly FactValue[];
  readonly window?: CompiledWindow;
  holds(c: Case): Truth;
}

export function compileCondition(source: Condition, compiler: Compiler): Test | undefined {
  if ('all' in source) return compileGroup('all', source, source.all, compiler);
  if ('any' in source) return compileGroup('any', source, source.any, compiler);
  if ('not' in source) {
    const part = compileCondition(source.not, within(compiler, 'not'));
    return part && { op: 'not', source, parts: [part], reads: [], literals: [], holds: (c) => not(part.holds(c)) };
  }
  if ('condition' in source)
    return entering<Condition, Test>('conditions', source.condition, compiler, compileCondition);
  if ('count' in source) return compileCount(source, source.count, within(compiler, 'count'));
  if ('within' in source) {
    const window = compileWindow(source.within, within(compiler, 'within'));
    return (
      window && { op: 'within', source, parts: [], reads: window.reads, literals: [], window, holds: window.holds }
    );
  }
  return compileFact(source, compiler);
}

function compileGroup(
  op: 'all' | 'any',
  source: Condition,
  inner: readonly Condition[],
  compiler: Compiler,
): Test | undefined {
  const parts = inner.flatMap((part, i) => compileCondition(part, within(compiler, op, i)) ?? []);
  if (parts.length < inner.length) return undefined;
  const combine = op === 'all' ? allOf : anyOf;
  return { op, source, parts, reads: [], literals: [], holds: (c) => combine(parts, (part) => part.holds(c)) };
}

type Check = (value: FactValue, c: Case) => Truth;
interface Checks {
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

function compileComparisons(test: Comparison, kind: FactKind, compiler: Compiler): Checks {
  const checks: Check[] = [];
  const reads: FactRef[] = [];
  const literals: FactValue[] = [];
  const add = (key: string, source: Parameters<typeof operandOf>[0], decide: Parameters<typeof against>[1]): void => {
    const operand = operandOf(source, kind, within(compiler, key));
    if (!operand) return;
    checks.push(against(operand, decide));
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
      inOrder('between', low, ORDERS.gte);
      inOrder('between', high, ORDERS.lte);
    }
  }
  if (test.in) {
    const members = membersOf(test.in, kind, within(compiler, 'in'));
    literals.push(...members);
    checks.push((value, c) => anyOf(members, (member) => sameValue(value, member, c.zone)));
  }
  return { checks, reads, literals };
}

function membersOf(source: NonNullable<Comparison['in']>, kind: FactKind, compiler: Compiler): readonly FactValue[] {
  const element: FactKind = kind.type === 'words' ? { ...kind, type: 'word' } : kind;
  const literals = 'list' in source ? (defined<readonly Literal[]>('lists', source.list, compiler) ?? []) : source;
  return literals.flatMap((literal) => readFactValue(element, literal, compiler.at) ?? []);
}

function compileFact(source: FactTest, compiler: Compiler): Test | undefined {
  const ref = factAt(source.fact, within(compiler, 'fact'));
  if (!ref) return undefined;
  const { checks, reads, literals } = compileComparisons(source, ref.kind, compiler);
  const presence = presenceOf(source);
  if (checks.length === 0 && presence.length === 0) {
    return compiler.at.fail(
      `the test of ${source.fact} compares it with nothing; expected eq, in, lt, lte, gt, gte, between, known or exists`,
    );
  }
  const compares = (value: Known, c: Case): Truth => {
    if (checks.length === 0) return true;
    if (value === undefined) return undefined;
    return value !== null && allOf(checks, (check) => check(value, c));
  };
  const first = checks[0];
  const simple = presence.length === 0 && checks.length === 1 && first;
  return {
    op: 'fact',
    source,
    parts: [],
    reads: [ref, ...reads],
    literals,
    holds: simple
      ? (c) => {
          const value = ref.read(c);
          return value === undefined ? undefined : value !== null && first(value, c);
        }
      : (c) => {
          const value = ref.read(c);
          return and(
            allOf(presence, (check) => check(value)),
            compares(value, c),
          );
        },
  };
}

function presenceOf({ known, exists }: FactTest): readonly ((value: Known) => Truth)[] {
  return [
    ...(known === undefined ? [] : [(value: Known): Truth => (value !== undefined) === known]),
    ...(exists === undefined
      ? []
      : [(value: Known): Truth => (value === undefined ? undefined : (value !== null) === exists)]),
  ];
}

const COUNTED: FactKind = { shape: 'fact', type: 'number', answerer: 'system' };

/** Entries that may or may not fit make the number a range; a comparison holds when it holds for the whole range. */
function compileCount(source: Condition, count: CountTest, compiler: Compiler): Test | undefined {
  const counted = compileList(count.over, compiler.vocabulary);
  if (typeof counted === 'string') return compiler.at.fail(counted);
  const inner: Compiler = { ...compiler, item: counted.list.entry };
  const where = count.where && compileCondition(count.where, within(inner, 'where'));
  const window = count.within && compileWindow(count.within, within(inner, 'within'));
  const { checks, reads, literals } = compileComparisons(count, COUNTED, compiler);
  if (checks.length === 0) return compiler.at.fail('count compares with nothing; expected eq, gte, lte, …');
  const holds = (c: Case): Truth => {
    const list = counted.read(c);
    if (list === undefined || list?.complete === false) return undefined;
    let sure = 0;
    let open = 0;
    for (const entry of list?.entries ?? []) {
      const inCase = { ...c, item: entry };
      const fits = and(where ? where.holds(inCase) : true, window ? window.holds(inCase) : true);
      if (fits === true) sure++;
      else if (fits === undefined) open++;
    }
    const first = allOf(checks, (check) => check(sure, c));
    for (let n = sure + 1; n <= sure + open; n++) if (allOf(checks, (check) => check(n, c)) !== first) return undefined;
    return first;
  };
  const { list } = counted;
  const whole: FactRef = {
    path: count.over,
    kind: { shape: 'fact', type: 'words', answerer: list.answerer },
    read: (c) =>
      counted.read(c) === undefined || counted.read(c)?.complete === false
        ? undefined
        : (counted.read(c)?.entries ?? []).map((entry) => String(entry[list.key])),
  };
  const outer = [...(where ? readsOf(where) : []), ...(window?.reads ?? [])].filter(
    ({ path }) => !path.startsWith('item.'),
  );
  return { op: 'count', source, parts: [], reads: [whole, ...reads, ...outer], literals, holds };
}

/** Every fact a test can read. */
export const readsOf = (test: Test): readonly FactRef[] => [...test.reads, ...test.parts.flatMap(readsOf)];
