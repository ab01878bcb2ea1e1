import type { Parameter } from '../model/conditions.ts';
import {
  CREDIT_KINDS,
  EFFECT_KINDS,
  type Effect,
  type Formula,
  type Outcome,
  PRORATA_BASES,
} from '../model/outcomes.ts';
import { COMPONENT_KINDS, type ComponentKind } from '../model/vocabulary.ts';
import { WINDOW_UNITS } from '../time/window.ts';
import { FACT_PATH, FACT_REFERENCE, MONEY, NAME, parameter } from './condition-shapes.ts';
import { either, group, hasKey, integer, isList, isText, list, named, oneOf, type Shape, text } from './shape.ts';

const PERCENT = parameter(integer(0, 100, 'a percentage'));
const UNITS = integer(1, 1_000_000, 'a number of units');

const TOTAL = either<Parameter<number> | { readonly fact: string }>('a number, or a fact, constant or table', [
  { when: hasKey('fact'), shape: FACT_REFERENCE },
  { when: () => true, shape: parameter(UNITS) },
]);

const PRORATA = named('prorata', 'a share of a period', () =>
  group(
    'prorata',
    { basis: oneOf(PRORATA_BASES), part: oneOf(['used', 'remaining']) },
    { of: FORMULA, at: FACT_PATH, from: FACT_PATH, until: FACT_PATH, used: FACT_REFERENCE, total: TOTAL },
  ),
);

export const FORMULA: Shape<Formula> = named('formula', 'a formula', () =>
  either<Formula>(
    'a formula: full, an amount, percent, prorata, minus, sum, cap, floorZero, fact, constant, table or formula',
    [
      { when: isText, shape: oneOf(['full', 'remainingObligation']) },
      { when: hasKey('minor'), shape: MONEY },
      { when: hasKey('fact'), shape: FACT_REFERENCE },
      { when: hasKey('constant'), shape: group('a constant', { constant: NAME }) },
      { when: hasKey('table'), shape: group('a table', { table: NAME }) },
      { when: hasKey('formula'), shape: group('a named formula', { formula: NAME }) },
      { when: hasKey('percent'), shape: group('percent', { percent: PERCENT }, { of: FORMULA }) },
      { when: hasKey('prorata'), shape: group('prorata', { prorata: PRORATA }) },
      {
        when: hasKey('minus'),
        shape: group('minus', { minus: group('minus', { from: FORMULA, items: list(FORMULA, 1) }) }),
      },
      { when: hasKey('sum'), shape: group('sum', { sum: list(FORMULA, 1) }) },
      { when: hasKey('cap'), shape: group('cap', { cap: group('cap', { of: FORMULA, at: FORMULA }) }) },
      { when: hasKey('floorZero'), shape: group('floorZero', { floorZero: FORMULA }) },
    ],
  ),
);

const SPAN = group('a span of time', { upTo: parameter(UNITS), unit: oneOf(WINDOW_UNITS) });
const PROMISES = { acknowledgeWithin: SPAN, decideWithin: SPAN, payWithin: SPAN, arrivesWithin: SPAN } as const;

const COMPONENTS = either<'all' | readonly ComponentKind[]>('all, or a list of fee, tax, shipping and thirdParty', [
  { when: isText, shape: oneOf(['all']) },
  { when: isList, shape: list(oneOf(COMPONENT_KINDS), 1) },
]);

const REFUND = group(
  'refund',
  {},
  {
    components: COMPONENTS,
    amount: FORMULA,
    method: parameter(text('a method: original, wallet, choice, or one a pack names')),
    executor: parameter(text('who pays: us, bank, store or partner')),
    posting: oneOf(['net', 'gross']),
    ...PROMISES,
  },
);

const REASON = { reason: NAME } as const;

const OUTCOME_FIELDS = {
  refund: REFUND,
  fee: group('fee', { amount: FORMULA }),
  credit: group('credit', { kind: oneOf(CREDIT_KINDS) }, { amount: FORMULA, what: NAME }),
  route: group('route', { to: parameter(NAME) }, { how: NAME }),
  refer: group('refer', { queue: NAME }, { ...REASON, ...PROMISES }),
  deny: group('deny', {}, REASON),
  noEntitlement: group('noEntitlement', {}, REASON),
  lift: {
    ...oneOf(['true']),
    expected: 'true',
    read: (value, at) => (value === true ? true : at.fail('expected true')),
    schema: () => ({ const: true }),
  } satisfies Shape<true>,
} as const;

const OUTCOME_GROUP = group('an outcome', {}, OUTCOME_FIELDS);

/** Exactly one outcome. */
export const OUTCOME: Shape<Outcome> = {
  ...OUTCOME_GROUP,
  read: (value, at) => {
    const outcome = OUTCOME_GROUP.read(value, at);
    if (outcome === undefined || Object.keys(outcome).length === 1) return outcome;
    return at.fail(`expected exactly one of ${Object.keys(OUTCOME_FIELDS).join(', ')}`);
  },
  schema: (definitions) => ({ ...OUTCOME_GROUP.schema(definitions), minProperties: 1, maxProperties: 1 }),
};

export const EFFECT: Shape<Effect> = group(
  'an effect',
  { do: oneOf(EFFECT_KINDS) },
  { target: NAME, count: integer(1, 1_000_000), at: oneOf(['now', 'periodEnd', 'onPayment']), what: NAME },
);
