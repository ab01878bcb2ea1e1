import { isGroup, OTHERS } from '../reading/fact-tree.ts';

type Group = Readonly<Record<string, unknown>>;

/** Lays one group of facts over another: groups are joined, everything else replaces. */
export function overlay(base: Group, over: Group): Group {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isGroup(below) && isGroup(value) ? overlay(below, value) : value;
  }
  return result;
}

/** One key on the way to a fact; in brackets when it names an entry of a list. */
interface Step {
  readonly key: string;
  readonly entry: boolean;
}

/** `evidence[receipt].state` or `charges[c1].at` as the keys of given facts. */
const stepsOf = (path: string): readonly Step[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, inner, plain]) => ({
    key: inner ?? plain ?? '',
    entry: inner !== undefined,
  }));

/** A copy of given facts with one changed; `undefined` takes it out, which makes it unknown. */
export const withFact = (given: Group, path: string, value: unknown): Group =>
  changed(given, stepsOf(path), value) as Group;

function changed(node: unknown, steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (node === undefined && value === undefined) return undefined;
  if (Array.isArray(node)) return changedEntry(node, step.key, rest, value);
  // One entry of a list nobody has listed yet says nothing about the others.
  const empty: Group = step.entry ? { [OTHERS]: 'unknown' } : {};
  const group = isGroup(node) ? node : empty;
  const next = changed(group[step.key], rest, value);
  const others = Object.fromEntries(Object.entries(group).filter(([key]) => key !== step.key));
  return next === undefined ? others : { ...others, [step.key]: next };
}

const KEYS = ['id', 'metric', 'name', 'type', 'category', 'product'];

const keyOf = (entry: unknown): unknown =>
  isGroup(entry) ? KEYS.map((key) => entry[key]).find((key) => key !== undefined) : undefined;

function changedEntry(
  list: readonly unknown[],
  key: string,
  rest: readonly Step[],
  value: unknown,
): readonly unknown[] {
  return list.map((entry) => (keyOf(entry) === key ? changed(entry, rest, value) : entry));
}
