import type { Temporal } from '#lib/time.ts';
import type { Test } from '../compile/condition.ts';
import type { Policies } from '../compile/policies.ts';
import { givenValue } from '../explain/given.ts';
import type { Literal } from '../model/conditions.ts';
import { SCOPES, type ScopeName } from '../model/document.ts';
import { isMoney } from '../model/money.ts';

/** What documents compare a fact with: the values at which answers change. */
export interface Landmarks {
  readonly values: readonly unknown[];
  /** Days from an anchor at which a window begins or ends. */
  readonly days: readonly number[];
}

const MAX_VALUES = 8;
const UNIT_DAYS = { minute: 1 / 1440, hour: 1 / 24, calendarDay: 1, businessDay: 1.4, month: 30.5 } as const;

/** Collects for every fact what any document compares it with. */
export function landmarksOf(policies: Policies): ReadonlyMap<string, Landmarks> {
  const found = new Map<string, { values: unknown[]; days: number[] }>();
  const at = (path: string): { values: unknown[]; days: number[] } => {
    const known = found.get(path) ?? { values: [], days: [] };
    found.set(path, known);
    return known;
  };
  const visit = (test: Test): void => {
    const [first] = test.reads;
    if (first && test.op === 'fact') at(first.path).values.push(...test.literals.map(givenValue));
    if (test.window) {
      const { source, reads } = test.window;
      const bounds = [source.from, source.upTo].flatMap((bound) => (typeof bound === 'number' ? [bound] : []));
      const days = bounds.map((bound) => bound * UNIT_DAYS[source.unit ?? 'calendarDay']);
      for (const { path } of reads) at(path).days.push(...days);
    }
    for (const part of test.parts) visit(part);
  };
  for (const { rules, source } of policies.documents) {
    for (const { test } of rules) if (test) visit(test);
    for (const [name, members] of Object.entries(source.scope)) {
      at(SCOPES[name as ScopeName]).values.push(...(members.in ?? members.notIn ?? []).slice(0, MAX_VALUES / 2));
    }
    for (const { byFact, cases } of Object.values(source.define?.tables ?? {})) {
      const lists = source.define?.lists ?? {};
      for (const { is } of cases) at(byFact).values.push(...membersOf(is, lists));
    }
  }
  return found;
}

function membersOf(
  is: Literal | readonly Literal[] | { readonly list: string },
  lists: Readonly<Record<string, readonly Literal[]>>,
): readonly Literal[] {
  if (Array.isArray(is)) return is;
  if (typeof is === 'object' && 'list' in is) return lists[is.list] ?? [];
  return [is as Literal];
}

const DAY_HOURS = 24;

/** Dates on both sides of each landmark, counted back from a moment. */
const momentsBefore = (asOf: Temporal.Instant, days: readonly number[]): readonly string[] =>
  [...new Set([0, ...days.flatMap((day) => [Math.floor(day), Math.ceil(day) + 1])])].map((day) =>
    asOf.subtract({ hours: day * DAY_HOURS }).toString(),
  );

/** Values worth trying for an unknown fact: one for each answer that could come out differently. */
export function samplesFor(
  fact: { readonly path: string; readonly type: string; readonly words: readonly string[] | null },
  landmarks: ReadonlyMap<string, Landmarks>,
  asOf: Temporal.Instant,
  charges: readonly { readonly id: string; readonly unit: string }[],
): readonly unknown[] {
  const { values = [], days = [] } = landmarks.get(fact.path.replace(/^charges\[[^\]]*\]/, 'charge')) ?? {};
  const unit = charges[0]?.unit ?? 'EUR';
  const numbers = values.flatMap((value) => (typeof value === 'number' ? [value - 1, value, value + 1] : []));
  const moneys = values.flatMap((value) => (isMoney(value) ? [value.minor - 1, value.minor, value.minor + 1] : []));
  const pick = (): readonly unknown[] => {
    switch (fact.type) {
      case 'flag':
        return [true, false];
      case 'word':
        return fact.words ?? [...values, 'other'];
      case 'number':
        return [0, ...numbers];
      case 'money':
        return fact.path.startsWith('charges')
          ? [0, ...moneys]
          : [0, 1000, ...moneys].map((minor) => ({ minor, unit }));
      case 'moment':
        return [...momentsBefore(asOf, days), ...values];
      case 'words':
        return [charges.map(({ id }) => id), []];
      default:
        return values.length > 0 ? values : ['other'];
    }
  };
  return [...new Map(pick().map((value) => [JSON.stringify(value), value])).values()].slice(0, 3 * MAX_VALUES);
}
