import { Temporal } from '#lib/time.ts';
import type { FactTest, Literal, Operand } from '../model/conditions.ts';
import type { Definitions } from '../model/document.ts';
import { isMoney } from '../model/money.ts';
import type { FactKind, FactType } from '../model/vocabulary.ts';
import { readMoment } from '../time/moment.ts';
import type { Given } from './ground.ts';
import { valueAt } from './places.ts';

/** Something of a type, where any value will do. */
export const ANY: Readonly<Record<FactType, unknown>> = {
  flag: true,
  number: 10,
  money: { minor: 1_000, unit: 'EUR' },
  moment: '2026-06-10T10:00:00Z',
  duration: 'P1D',
  word: 'other',
  text: 'other',
  words: ['other'],
};

/** What an operand can be: its value, every value of its table, or what the case says. */
export function operandValues(operand: Operand, define: Definitions, given: Given): readonly unknown[] {
  if (typeof operand !== 'object' || isMoney(operand)) return [operand];
  if ('constant' in operand) return [define.constants?.[operand.constant]];
  if ('fact' in operand) return [valueAt(given, operand.fact)];
  const table = define.tables?.[operand.table];
  const values = (table?.cases ?? []).map(({ value }) => value);
  return table?.otherwise === undefined ? values : [...values, table.otherwise];
}

/** The value, moved by the smallest step that changes an answer: one, a minor unit, a day. */
function stepped(value: unknown, step: number): unknown {
  if (typeof value === 'number') return value + step;
  if (isMoney(value)) return { minor: value.minor + step, unit: value.unit };
  if (typeof value !== 'string') return undefined;
  const seconds = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value);
  if (seconds) {
    const [days = 0, hours = 0, minutes = 0, rest = 0] = seconds.slice(1).map((part) => Number(part ?? 0));
    return `PT${Math.max(0, ((days * 24 + hours) * 60 + minutes) * 60 + rest + step)}S`;
  }
  const moment = readMoment(value);
  if (moment === null) return undefined;
  if (moment.kind === 'date') return Temporal.PlainDate.from(value).add({ days: step }).toString();
  return Temporal.Instant.from(value)
    .add({ hours: 24 * step })
    .toString();
}

const otherWords = (kind: FactKind, taken: readonly unknown[]): readonly unknown[] =>
  [...(kind.words ?? ['other', 'another']), null].filter((word) => word === null || !taken.includes(word));

/** Values different from all of these. */
function differing(kind: FactKind, taken: readonly unknown[]): readonly unknown[] {
  if (kind.type === 'flag') return [true, false].filter((flag) => !taken.includes(flag));
  if (kind.type === 'words') return [[]];
  if (kind.type === 'word' || kind.type === 'text') return otherWords(kind, taken);
  return [...taken.flatMap((value) => [stepped(value, 1), stepped(value, -1)]), null];
}

const asMember = (kind: FactKind, value: unknown): unknown => (kind.type === 'words' ? [value] : value);

/** Steps that make an order hold, and break it. */
const STEPS = { lt: [-1, 0], lte: [0, 1], gt: [1, 0], gte: [0, -1] } as const;

/** Values worth giving a fact so that a test of it comes out as wanted, the most promising first; `undefined` makes it unknown. */
export function candidatesFor(
  test: FactTest,
  kind: FactKind,
  wanted: boolean,
  define: Definitions,
  given: Given,
): readonly unknown[] {
  const found: unknown[] = [];
  const values = (operand: Operand): readonly unknown[] =>
    operandValues(operand, define, given).map((value) => value ?? ANY[kind.type]);
  const equal = [...(test.eq === undefined ? [] : values(test.eq)), ...membersOf(test, define)];
  if (equal.length > 0) found.push(...(wanted ? equal.map((value) => asMember(kind, value)) : differing(kind, equal)));
  for (const order of ['lt', 'lte', 'gt', 'gte'] as const) {
    const operand = test[order];
    if (operand !== undefined)
      found.push(...values(operand).map((value) => stepped(value, STEPS[order][wanted ? 0 : 1])));
  }
  const [low, high] = test.between ?? [];
  if (low !== undefined && high !== undefined) {
    found.push(
      ...(wanted
        ? values(low)
        : [...values(high).map((each) => stepped(each, 1)), ...values(low).map((each) => stepped(each, -1))]),
    );
  }
  if (test.exists !== undefined) found.push(test.exists === wanted ? (kind.words?.[0] ?? ANY[kind.type]) : null);
  if (test.known !== undefined) found.push(test.known === wanted ? null : undefined);
  return found;
}

const membersOf = (test: FactTest, define: Definitions): readonly Literal[] =>
  test.in === undefined ? [] : 'list' in test.in ? (define.lists?.[test.in.list] ?? []) : test.in;
