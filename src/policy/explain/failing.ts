import type { Case } from '../compile/case.ts';
import type { Test } from '../compile/condition.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Standing } from '../decide/standing.ts';

/** A part of a condition that would have to come out otherwise. */
export interface Failure {
  readonly test: Test;
  /** What it would have to be. */
  readonly wanted: boolean;
}

const fewest = (ways: readonly (readonly Failure[])[]): readonly Failure[] =>
  ways.reduce((best, way) => (way.length < best.length ? way : best));

/** The fewest parts that would have to change for a test to come out as wanted. */
export function failing(test: Test, c: Case, wanted: boolean): readonly Failure[] {
  if (test.holds(c) === wanted) return [];
  if (test.op === 'not') return test.parts.flatMap((part) => failing(part, c, !wanted));
  if (test.op !== 'all' && test.op !== 'any') return [{ test, wanted }];
  const ways = test.parts.map((part) => failing(part, c, wanted));
  const every = (test.op === 'all') === wanted;
  return every ? ways.flat() : fewest(ways);
}

/** What keeps a rule from holding: its own test, what it excepts from, or an exception that defeats it. */
export function obstacles(rule: CompiledRule, standing: Standing): readonly Failure[] {
  const { c } = standing.applied;
  const own = rule.test === null ? [] : failing(rule.test, c, true);
  const bases = rule.bases.flatMap((base) => (base.test === null ? [] : failing(base.test, c, true)));
  const defeating = rule.exceptions
    .filter((exception) => standing.stands(exception) === true)
    .flatMap(({ test }) => (test === null ? [] : failing(test, c, false)));
  return [...own, ...bases, ...defeating];
}
