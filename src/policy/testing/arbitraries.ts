import fc from 'fast-check';
import type { Anchor, Condition, WindowTest } from '../model/conditions.ts';
import type { CalendarDocument, Definitions, Effect, Layer, PolicyDocument, Rule } from '../model/document.ts';
import type { Formula, Outcome } from '../model/outcomes.ts';

/** Names every generated document defines, so that rules can use them. */
export const DEFINE = {
  constants: { limit: 3, days: 10, tenth: { minor: 10, unit: 'EUR' } },
  lists: { shops: ['retail', 'appStore'] },
  conditions: { reasonA: { fact: 'request.reason', eq: 'a' } },
  formulas: { half: { percent: 50, of: 'full' } },
  tables: {
    limitByChannel: {
      byFact: 'channel',
      cases: [
        { is: 'own', value: 2 },
        { is: { list: 'shops' }, value: 4 },
      ],
    },
    daysByConsumer: { byFact: 'contract.consumer', cases: [{ is: true, value: 14 }], otherwise: 7 },
  },
} as const satisfies Definitions;

/** Working days for generated windows: no weekends, and two holidays among the dates that are generated. */
export const CALENDAR: CalendarDocument = {
  kind: 'calendar',
  id: 'office',
  version: 1,
  effective: { from: '2025-01-01', until: '2028-01-01' },
  weekend: [6, 7],
  holidays: ['2026-03-06', '2026-03-16'],
  provenance: [{ source: 'generated', verified: true }],
};

const ANCHORS = fc.constantFrom<Anchor>(
  'charge.at',
  'contract.concludedAt',
  { laterOf: ['charge.at', 'milestones[release].at'] },
  { earlierOf: ['contract.concludedAt', { laterOf: ['charge.at', 'milestones[release].at'] }] },
);

const upToOf = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom({ constant: 'days' }, { table: 'daysByConsumer' }) },
);

/** Windows in every unit, with and without a first day. */
export const window: fc.Arbitrary<WindowTest> = fc
  .record({
    of: ANCHORS,
    upTo: upToOf,
    unit: fc.constantFrom('calendarDay' as const, 'businessDay' as const, 'month' as const, 'hour' as const),
    exact: fc.boolean(),
    rolls: fc.boolean(),
  })
  .map(({ of, upTo, unit, exact, rolls }) => ({
    of,
    upTo,
    unit,
    ...(unit === 'businessDay' || rolls ? { calendar: 'office', holidayRollover: rolls } : {}),
    ...(exact && !rolls ? { boundary: 'exact' as const } : {}),
  }));

/** A few facts that many generated rules share, so that rules meet. */
const FACT_TESTS: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('own', 'retail', 'appStore').map((eq) => ({ fact: 'channel', eq })),
  fc.constant({ fact: 'channel', in: { list: 'shops' } }),
  fc.constantFrom('a', 'b').map((eq) => ({ fact: 'request.reason', eq })),
  fc.constant({ condition: 'reasonA' }),
  fc.boolean().map((eq) => ({ fact: 'contract.consumer', eq })),
  fc.integer({ min: 0, max: 4 }).map((lt) => ({ fact: 'usage[minutes].value', lt })),
  fc
    .constantFrom({ constant: 'limit' }, { table: 'limitByChannel' })
    .map((lte) => ({ fact: 'usage[minutes].value', lte })),
  fc.constant({ fact: 'milestones[release].at', exists: true }),
  window.map((within) => ({ within })),
  fc.tuple(window, fc.integer({ min: -3, max: 3 })).map(([within, from]) => {
    const { upTo } = within;
    return { within: { ...within, from: typeof upTo === 'number' ? Math.min(from, upTo) : from } };
  }),
  fc.constantFrom(1, 2).map((gte) => ({ count: { over: 'incidents', where: { fact: 'item.kind', eq: 'x' }, gte } })),
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    FACT_TESTS,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;

const money = fc.integer({ min: 0, max: 2_000 }).map((minor) => ({ minor, unit: 'EUR' }));

export const formula: fc.Arbitrary<Formula> = fc.letrec<{ node: Formula }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Formula>('full'),
    fc.constantFrom<Formula>({ formula: 'half' }, { constant: 'tenth' }),
    money,
    fc.record({ percent: fc.integer({ min: 0, max: 100 }), of: tie('node') }),
    fc
      .constantFrom('used' as const, 'remaining' as const)
      .map((part) => ({ prorata: { basis: 'days' as const, part } })),
    fc.tuple(tie('node'), money).map(([from, item]) => ({ minus: { from, items: [item] } })),
    fc.array(tie('node'), { minLength: 1, maxLength: 2 }).map((sum) => ({ sum })),
    fc.tuple(tie('node'), money).map(([of, at]) => ({ cap: { of, at } })),
    tie('node').map((floorZero) => ({ floorZero })),
  ),
})).node;

const components = fc.constantFrom('all' as const, ['fee' as const], ['fee' as const, 'tax' as const]);

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ refund: fc.record({ components, amount: formula }) }) },
  { weight: 1, arbitrary: fc.constant<Outcome>({ deny: {} }) },
  { weight: 1, arbitrary: fc.constant<Outcome>({ refer: { queue: 'review' } }) },
  { weight: 1, arbitrary: fc.constant<Outcome>({ noEntitlement: {} }) },
  { weight: 1, arbitrary: money.map((amount) => ({ fee: { amount } })) },
  { weight: 1, arbitrary: formula.map((amount) => ({ credit: { kind: 'money' as const, amount } })) },
  { weight: 1, arbitrary: fc.constant<Outcome>({ credit: { kind: 'inKind', what: 'ticket' } }) },
);

const effects = fc.uniqueArray(
  fc.constantFrom<Effect>({ do: 'endNow' }, { do: 'endAtPeriodEnd' }, { do: 'barResubscribe', target: 'account' }),
  { minLength: 1, maxLength: 1 },
);

const evidence = fc.constantFrom<NonNullable<Rule['evidence']>>(
  { allOf: ['receipt'] },
  { anyOf: ['receipt', 'photo'] },
);

const rule = (id: string, before: readonly string[]): fc.Arbitrary<Rule> =>
  fc
    .record({
      condition,
      outcome,
      may: fc.integer({ min: 0, max: 9 }),
      proof: fc.option(evidence, { freq: 4 }),
      exception: before.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...before), { freq: 3 }),
      lifts: fc.boolean(),
      beside: fc.option(effects, { freq: 3 }),
      act: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ condition: when, outcome: given, may, proof, exception, lifts, beside, act }): Rule => {
      const lift: Outcome = { lift: true };
      return {
        id,
        on: ['refund'],
        when,
        ...(beside && act === 0 ? {} : { outcome: exception !== null && lifts ? lift : given }),
        ...(beside ? { effects: beside } : {}),
        ...(may === 0 ? { certainty: 'may' as const } : {}),
        ...(proof ? { evidence: proof } : {}),
        ...(exception === null ? {} : { exceptionTo: [exception] }),
      };
    });

const GATE: Rule = {
  id: 'shop',
  on: ['refund'],
  when: { fact: 'channel', eq: 'appStore' },
  outcome: { route: { to: 'appStore' } },
};

/** A rule that answers excepts from one that answers: where it named a lift, from what was lifted. */
const fromAnswers = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((each) => {
    let { exceptionTo } = each;
    for (;;) {
      const base = rules.find(({ id }) => id === exceptionTo?.[0]);
      if (each.outcome?.lift || !base?.outcome?.lift || !base.exceptionTo) break;
      exceptionTo = base.exceptionTo;
    }
    return exceptionTo === undefined ? each : { ...each, exceptionTo };
  });

const NAMES = ['r1', 'r2', 'r3', 'r4'];

/** A document of one layer with up to four rules, some of them exceptions to earlier ones. */
export const policyDocument = (id: string, layer: Layer): fc.Arbitrary<PolicyDocument> =>
  fc
    .record({
      rules: fc
        .integer({ min: 1, max: NAMES.length })
        .chain((count) => fc.tuple(...NAMES.slice(0, count).map((name, i) => rule(name, NAMES.slice(0, i))))),
      denies: fc.boolean(),
      gated: fc.integer({ min: 0, max: 4 }),
      appealed: fc.boolean(),
      zone: fc.constantFrom('UTC', 'Asia/Kuala_Lumpur', 'America/Los_Angeles', 'Europe/Berlin'),
    })
    .map(({ rules, denies, gated, appealed, zone }) => ({
      kind: 'policy',
      id,
      version: 1,
      layer,
      status: 'published',
      scope: {},
      effective: { from: '2020-01-01' },
      provenance: [{ source: 'generated', verified: true }],
      zone,
      define: DEFINE,
      rules: fromAnswers(rules),
      ...(gated === 0 && layer === 'company' ? { gate: [GATE] } : {}),
      ...(appealed ? { appeal: { window: { upTo: 30, unit: 'calendarDay' as const } } } : {}),
      ...(denies ? { otherwise: [{ id: 'rest', on: ['refund'], outcome: { deny: {} } }] } : {}),
    }));
