import fc from 'fast-check';

const instant = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 20) + minutes * 60_000).toISOString());

const amount = fc.integer({ min: 0, max: 5_000 });

const chargeOf = (id: string) =>
  fc
    .record({
      at: instant,
      fee: amount,
      tax: amount,
      shipping: amount,
      share: fc.integer({ min: 0, max: 4 }),
      open: fc.boolean(),
    })
    .map(({ at, fee, tax, shipping, share, open }) => ({
      id,
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

/** Facts as a case gives them. */
export interface GivenCase {
  readonly request: { readonly kind: 'refund'; readonly at: string; readonly about: readonly string[] };
  readonly charges: readonly {
    readonly id: string;
    readonly at: string;
    readonly alreadyRefunded: number;
    readonly components: readonly { readonly kind: string; readonly amount: number; readonly refundable?: boolean }[];
  }[];
  readonly [name: string]: unknown;
}

/** Facts in which nothing the generated rules read is unknown, about one charge or two. */
export const completeFacts: fc.Arbitrary<GivenCase> = fc
  .record({
    at: instant,
    reason: fc.constantFrom('a', 'b', 'c'),
    channel: fc.constantFrom('own', 'retail', 'appStore'),
    consumer: fc.boolean(),
    concludedAt: instant,
    release: fc.option(instant),
    minutes: fc.integer({ min: 0, max: 5 }),
    incidents: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
    receipt: fc.constantFrom('absent', 'provided', 'verified', 'rejected'),
    photo: fc.constantFrom('absent', 'verified', 'rejected'),
    charges: fc.oneof(
      { weight: 3, arbitrary: chargeOf('c1').map((charge) => [charge]) },
      { weight: 1, arbitrary: fc.tuple(chargeOf('c1'), chargeOf('c2')) },
    ),
  })
  .map((facts) => ({
    request: { kind: 'refund', at: facts.at, about: facts.charges.map(({ id }) => id), reason: facts.reason },
    channel: facts.channel,
    contract: { consumer: facts.consumer, concludedAt: facts.concludedAt },
    milestones: facts.release === null ? {} : { release: facts.release },
    usage: { minutes: facts.minutes },
    incidents: facts.incidents.map((kind, i) => ({ id: `i${i}`, kind })),
    evidence: { receipt: facts.receipt, photo: facts.photo },
    charges: facts.charges,
  }));

/** Facts that can be taken out of a complete set. */
export const HIDEABLE = [
  'request.reason',
  'channel',
  'contract.consumer',
  'contract.concludedAt',
  'milestones',
  'usage',
  'incidents',
  'evidence',
  'charges[c1].at',
  'charges[c1].covers',
  'charges[c1].alreadyRefunded',
  'charges',
  'request.about',
] as const;
