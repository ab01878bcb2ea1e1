import type {
  Anchor,
  Comparison,
  Condition,
  CountTest,
  FactTest,
  Literal,
  Operand,
  Parameter,
  WindowTest,
} from '../model/conditions.ts';
import { MAX_MINOR, MONEY_UNIT, type Money } from '../model/money.ts';
import { WINDOW_UNITS } from '../time/window.ts';
import {
  either,
  flag,
  group,
  hasKey,
  integer,
  isFlag,
  isList,
  isNumber,
  isText,
  list,
  named,
  oneOf,
  type Shape,
  text,
} from './shape.ts';

/** A plain number of any kind, as usage is counted. */
const number: Shape<number> = {
  expected: 'a number',
  read: (value, at) => (typeof value === 'number' && Number.isFinite(value) ? value : at.fail('expected a number')),
  schema: () => ({ type: 'number' }),
};

export const FACT_PATH = text('the path of a fact, such as contract.concludedAt', /^[A-Za-z][\w.[\]-]{0,119}$/);
export const NAME = text('a name of letters, digits and hyphens, such as thirty-days', /^[A-Za-z][\w.-]{0,79}$/);

export const MONEY: Shape<Money> = group('an amount', {
  minor: integer(-MAX_MINOR, MAX_MINOR, 'minor units'),
  unit: text('a currency such as EUR, or a declared unit', MONEY_UNIT),
});

export const LITERAL: Shape<Literal> = either<Literal>('a value', [
  { when: isFlag, shape: flag },
  { when: isNumber, shape: number },
  { when: isText, shape: text('a word, a date or text') },
  { when: hasKey('minor'), shape: MONEY },
]);

export const FACT_REFERENCE = group('a fact', { fact: FACT_PATH });
const CONSTANT = group('a constant', { constant: NAME });
const TABLE = group('a table', { table: NAME });
export const LIST_REFERENCE = group('a list', { list: NAME });

const OPERAND: Shape<Operand> = named('operand', 'a value, or a fact, constant or table', () =>
  either<Operand>('a value, or one of fact, constant or table', [
    { when: hasKey('fact'), shape: FACT_REFERENCE },
    { when: hasKey('constant'), shape: CONSTANT },
    { when: hasKey('table'), shape: TABLE },
    { when: (value) => !isList(value), shape: LITERAL },
  ]),
);

/** A plain value, or where it comes from. */
export const parameter = <T>(shape: Shape<T>): Shape<Parameter<T>> =>
  either<Parameter<T>>(shape.expected, [
    { when: hasKey('constant'), shape: CONSTANT },
    { when: hasKey('table'), shape: TABLE },
    { when: () => true, shape },
  ]);

const MEMBERS = either<readonly Literal[] | { readonly list: string }>('a list of values, or the name of a list', [
  { when: isList, shape: list(LITERAL, 1) },
  { when: hasKey('list'), shape: LIST_REFERENCE },
]);

const COMPARISONS = {
  eq: OPERAND,
  in: MEMBERS,
  lt: OPERAND,
  lte: OPERAND,
  gt: OPERAND,
  gte: OPERAND,
  between: list(OPERAND, 2),
} as const satisfies { readonly [K in keyof Comparison]: Shape<unknown> };

const ANCHOR: Shape<Anchor> = named('anchor', 'a moment: a fact, laterOf or earlierOf', () =>
  either<Anchor>('the path of a fact, laterOf or earlierOf', [
    { when: isText, shape: FACT_PATH },
    { when: hasKey('laterOf'), shape: group('the later of several moments', { laterOf: list(ANCHOR, 1) }) },
    { when: hasKey('earlierOf'), shape: group('the earlier of several moments', { earlierOf: list(ANCHOR, 1) }) },
  ]),
);

const MOST_UNITS = 1_000_000;
const COUNT = parameter(integer(-MOST_UNITS, MOST_UNITS, 'a number of units'));

const WINDOW: Shape<WindowTest> = named('within', 'a window', () =>
  group(
    'a window',
    { of: ANCHOR },
    {
      event: ANCHOR,
      from: COUNT,
      upTo: COUNT,
      unit: oneOf(WINDOW_UNITS),
      boundary: oneOf(['endOfDay', 'exact']),
      calendar: parameter(NAME),
      holidayRollover: flag,
    },
  ),
);

const FACT_TEST: Shape<FactTest> = group(
  'a test of a fact',
  { fact: FACT_PATH },
  { ...COMPARISONS, known: flag, exists: flag },
);

const COUNT_TEST: Shape<CountTest> = named('count', 'a count', () =>
  group('a count', { over: FACT_PATH }, { ...COMPARISONS, where: CONDITION, within: WINDOW }),
);

export const CONDITION: Shape<Condition> = named('condition', 'a condition', () =>
  either<Condition>('a condition: all, any, not, fact, count, within or condition', [
    { when: hasKey('all'), shape: group('all', { all: list(CONDITION, 1) }) },
    { when: hasKey('any'), shape: group('any', { any: list(CONDITION, 1) }) },
    { when: hasKey('not'), shape: group('not', { not: CONDITION }) },
    { when: hasKey('fact'), shape: FACT_TEST },
    { when: hasKey('count'), shape: group('count', { count: COUNT_TEST }) },
    { when: hasKey('within'), shape: group('within', { within: WINDOW }) },
    { when: hasKey('condition'), shape: group('a named condition', { condition: NAME }) },
  ]),
);
