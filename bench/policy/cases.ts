import { Chance } from './chance.ts';

/** Facts of one generated case, as a person or a ledger would give them. */
export type Given = Readonly<Record<string, unknown>>;

export const BRANDS = ['lantern', 'norton', 'netflix', 'northstar', 'sentinel', 'iptv-smarters-pro'] as const;
export type Brand = (typeof BRANDS)[number];

/** Where people live, with the zone their days are counted in. */
type Place = readonly [region: string, zone: string];
const PLACES: readonly [Place, ...Place[]] = [
  ['DE', 'Europe/Berlin'],
  ['FR', 'Europe/Paris'],
  ['GB', 'Europe/London'],
  ['US-CA', 'America/Los_Angeles'],
  ['US-NY', 'America/New_York'],
  ['MY', 'Asia/Kuala_Lumpur'],
];

const REASONS = [
  'notSatisfied',
  'notSatisfied',
  'technicalProblem',
  'duplicate',
  'unauthorised',
  'accidentalSignUp',
  'priceChange',
  'renewalCharge',
] as const;
const PAPERS = [
  'invoiceNumber',
  'purchaseEmail',
  'explanation',
  'refundForm',
  'keyLabelImage',
  'receiptImage',
  'errorMessage',
] as const;

const FIRST_REQUEST = Date.UTC(2026, 2, 1);
const REQUEST_DAYS = 270;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** One charge some days before the request: most inside or near a window, some long ago. */
function chargeOf(chance: Chance, id: string, requested: number): Given {
  const days = chance.share(0.8) ? chance.whole(0, 20) : chance.whole(21, 120);
  const at = requested - days * DAY_MS - chance.whole(0, DAY_MINUTES) * MINUTE_MS;
  const fee = chance.pick([799, 1299, 1549, 4999, 8999]);
  const components = [
    { kind: 'fee', amount: fee },
    ...(chance.share(0.6) ? [{ kind: 'tax', amount: Math.round(fee * 0.2) }] : []),
    ...(chance.share(0.15) ? [{ kind: 'shipping', amount: 495 }] : []),
  ];
  return {
    id,
    at: instant(at),
    currency: 'EUR',
    merchantOfRecord: 'us',
    alreadyRefunded: chance.share(0.04) ? Math.round(fee / 3) : 0,
    disputeState: chance.share(0.04) ? 'open' : null,
    covers: { from: date(at), until: date(at + 30 * DAY_MS) },
    components,
  };
}

function evidenceOf(chance: Chance): Given {
  const sent = chance.share(0.6);
  const state = (): string =>
    sent ? chance.pick(['verified', 'verified', 'verified', 'verified', 'provided', 'rejected']) : 'absent';
  return Object.fromEntries(PAPERS.map((paper) => [paper, state()]));
}

function contractOf(chance: Chance, requested: number, region: string, zone: string): Given {
  const concluded = requested - chance.whole(0, 40) * DAY_MS;
  return {
    concludedAt: instant(concluded),
    region,
    zone,
    consumer: true,
    distance: true,
    term: chance.pick(['monthly', 'annual']),
    periodKind: chance.pick(['initial', 'renewal']),
    trialEnd: null,
    periodStart: date(concluded),
    periodEnd: date(concluded + 30 * DAY_MS),
    legalCategory: chance.pick(['service', 'content']),
    autoRenew: true,
  };
}

/** One complete case of a brand: nothing its policy or a law reads is unknown. */
function caseOf(chance: Chance, brand: Brand): Given {
  const requested = FIRST_REQUEST + chance.whole(0, REQUEST_DAYS * DAY_MINUTES) * MINUTE_MS;
  const [region, zone] = chance.pick(PLACES);
  const ids = chance.share(0.05) ? ['c1', 'c2'] : ['c1'];
  return {
    brand,
    channel: chance.pick(['own', 'own', 'own', 'own', 'own', 'retail', 'appStore', 'isp', 'reseller']),
    request: {
      kind: chance.pick(['refund', 'refund', 'refund', 'refund', 'refund', 'refund', 'refund', 'withdraw', 'cancel']),
      at: instant(requested),
      about: ids,
      reason: chance.pick(REASONS),
      endAt: 'periodEnd',
    },
    contract: contractOf(chance, requested, region, zone),
    consent: { immediateStart: chance.share(0.5), lossAcknowledged: chance.share(0.3), confirmationSentAt: null },
    disclosure: { trialPriceShownClearly: chance.share(0.9) },
    account: {
      standing: chance.share(0.05) ? 'termsViolated' : 'good',
      supportContacts: chance.whole(0, 3),
    },
    usage: { minutes: chance.pick([0, 0, 12, 340]) },
    incidents: chance.share(0.1) ? [{ id: 'i1', kind: 'playback', from: instant(requested - DAY_MS) }] : [],
    evidence: evidenceOf(chance),
    own: {
      ledgerShows: chance.share(0.1) ? 'duplicate' : 'nothing',
      daysAffected: chance.whole(1, 9),
      daysInPeriod: 30,
    },
    charges: ids.map((id) => chargeOf(chance, id, requested)),
  };
}

/** Facts only some brands declare. */
const OWN: Readonly<Record<Brand, readonly string[]>> = {
  lantern: [],
  norton: [],
  netflix: ['ledgerShows'],
  northstar: ['ledgerShows', 'daysAffected', 'daysInPeriod'],
  sentinel: ['ledgerShows'],
  'iptv-smarters-pro': [],
};

/** Without the facts this brand knows no word for. */
function ownOnly(given: Given, brand: Brand): Given {
  const { own, ...rest } = given;
  const kept = Object.entries(own as Given).filter(([name]) => OWN[brand].includes(name));
  return kept.length === 0 ? rest : { ...rest, own: Object.fromEntries(kept) };
}

/** Generated cases of one brand, one after the other and never all in memory. */
export function* cases(brand: Brand, count: number, seed = 1): Generator<Given> {
  const chance = new Chance(seed);
  for (let i = 0; i < count; i++) yield ownOnly(caseOf(chance, brand), brand);
}
