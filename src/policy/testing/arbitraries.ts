import fc from 'fast-check';
import type { Condition } from '../model/conditions.ts';
import type { Layer, PolicyDocument, Rule } from '../model/document.ts';
import type { Formula, Outcome } from '../model/outcomes.ts';

/** A few facts that many generated rules share, so that rules meet. */
const FACT_TESTS: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('own', 'retail', 'appStore').map((eq) => ({ fact: 'channel', eq })),
  fc.constantFrom('a', 'b').map((eq) => ({ fact: 'request.reason', eq })),
  fc.boolean().map((eq) => ({ fact: 'contract.consumer', eq })),
  fc.integer({ min: 0, max: 4 }).map((lt) => ({ fact: 'usage[minutes].value', lt })),
  fc.integer({ min: 0, max: 20 }).map((upTo) => ({ within: { of: 'charge.at', upTo } })),
  fc
    .integer({ min: 0, max: 30 })
    .map((upTo) => ({ within: { of: 'contract.concludedAt', upTo, unit: 'hour' as const } })),
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
    })
    .map(({ condition: when, outcome: given, may, proof, exception, lifts }): Rule => {
      const lift: Outcome = { lift: true };
      return {
        id,
        on: ['refund'],
        when,
        outcome: exception !== null && lifts ? lift : given,
        ...(may === 0 ? { certainty: 'may' as const } : {}),
        ...(proof ? { evidence: proof } : {}),
        ...(exception === null ? {} : { exceptionTo: [exception] }),
      };
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
      zone: fc.constantFrom('UTC', 'Asia/Kuala_Lumpur', 'America/Los_Angeles', 'Europe/Berlin'),
    })
    .map(({ rules, denies, zone }) => ({
      kind: 'policy',
      id,
      version: 1,
      layer,
      status: 'published',
      scope: {},
      effective: { from: '2020-01-01' },
      provenance: [{ source: 'generated', verified: true }],
      zone,
      rules,
      ...(denies ? { otherwise: [{ id: 'rest', on: ['refund'], outcome: { deny: {} } }] } : {}),
    }));

const instant = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 20) + minutes * 60_000).toISOString());

const amount = fc.integer({ min: 0, max: 5_000 });

const charge = fc
  .record({
    at: instant,
    fee: amount,
    tax: amount,
    shipping: amount,
    share: fc.integer({ min: 0, max: 4 }),
    open: fc.boolean(),
  })
  .map(({ at, fee, tax, shipping, share, open }) => ({
    id: 'c1',
    at,
    currency: 'EUR',
    covers: { from: at.slice(0, 10), until: '2026-04-15' },
    components: [
      { kind: 'fee', amount: fee },
      { kind: 'tax', amount: tax },
      { kind: 'shipping', amount: shipping, refundable: open },
    ],
    alreadyRefunded: Math.floor(((fee + tax + shipping) * share) / 4),
  }));

/** Facts in which nothing the generated rules read is unknown. */
export const completeFacts = fc
  .record({
    at: instant,
    reason: fc.constantFrom('a', 'b', 'c'),
    channel: fc.constantFrom('own', 'retail', 'appStore'),
    consumer: fc.boolean(),
    concludedAt: instant,
    minutes: fc.integer({ min: 0, max: 5 }),
    incidents: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
    receipt: fc.constantFrom('absent', 'provided', 'verified', 'rejected'),
    photo: fc.constantFrom('absent', 'verified', 'rejected'),
    charge,
  })
  .map((facts) => ({
    request: { kind: 'refund', at: facts.at, about: ['c1'], reason: facts.reason },
    channel: facts.channel,
    contract: { consumer: facts.consumer, concludedAt: facts.concludedAt },
    usage: { minutes: facts.minutes },
    incidents: facts.incidents.map((kind, i) => ({ id: `i${i}`, kind })),
    evidence: { receipt: facts.receipt, photo: facts.photo },
    charges: [facts.charge],
  }));

/** Facts that can be taken out of a complete set. */
export const HIDEABLE = [
  'request.reason',
  'channel',
  'contract.consumer',
  'contract.concludedAt',
  'usage',
  'incidents',
  'evidence',
  'charges[c1].at',
  'charges[c1].covers',
  'charges[c1].alreadyRefunded',
  'charges',
  'request.about',
] as const;
