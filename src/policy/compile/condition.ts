import type { Condition, CountTest, FactTest } from '../model/conditions.ts';
import type { FactValue, Known } from '../model/facts.ts';
import { allOf, and, not, type Truth } from '../model/truth.ts';
import type { FactKind } from '../model/vocabulary.ts';
import type { Case } from './case.ts';
import { compileComparisons } from './comparison.ts';
import { type Compiler, entering, factAt, within } from './compiler.ts';
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
  return { op, source, parts, reads: [], literals: [], holds: op === 'all' ? everyPart(parts) : somePart(parts) };
}

/** `allOf` over the parts of a group, written out because every decision runs through it many times. */
const everyPart =
  (parts: readonly Test[]): Test['holds'] =>
  (c) => {
    let result: Truth = true;
    for (const part of parts) {
      const truth = part.holds(c);
      if (truth === false) return false;
      if (truth === undefined) result = undefined;
    }
    return result;
  };

/** `anyOf`, likewise. */
const somePart =
  (parts: readonly Test[]): Test['holds'] =>
  (c) => {
    let result: Truth = false;
    for (const part of parts) {
      const truth = part.holds(c);
      if (truth === true) return true;
      if (truth === undefined) result = undefined;
    }
    return result;
  };

function compileFact(source: FactTest, compiler: Compiler): Test | undefined {
  const ref = factAt(source.fact, within(compiler, 'fact'));
  if (!ref) return undefined;
  const before = compiler.at.problems.length;
  const { checks, reads, literals } = compileComparisons(source, ref.kind, compiler);
  if (compiler.at.problems.length > before) return undefined;
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
  const before = compiler.at.problems.length;
  const { checks, reads, literals } = compileComparisons(count, COUNTED, compiler);
  if (compiler.at.problems.length > before) return undefined;
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
