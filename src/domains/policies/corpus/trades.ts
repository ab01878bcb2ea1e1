import type { Weighted } from './random.ts';

/** One thing customers pay for, priced in euro cents. */
export interface Plan {
  readonly name: string;
  readonly term: 'monthly' | 'annual';
  readonly cents: number;
}

/** What a brand sells, through whom, and what its customers complain about. */
export interface Trade {
  readonly product: string;
  readonly plans: Weighted<Plan>;
  readonly channels: Weighted<string>;
  readonly reasons: Weighted<string>;
  /** How many of a hundred thousand charges are for a renewal. */
  readonly renewalShare: number;
  /** Boxes are sent from shops: what sending costs, in euro cents. */
  readonly shippingCents: number;
  readonly legalCategory: 'service' | 'content';
}

const plan = (name: string, term: Plan['term'], cents: number): Plan => ({ name, term, cents });

const STREAMING: Trade = {
  product: 'streaming',
  plans: [
    [plan('basic', 'monthly', 799), 30],
    [plan('standard', 'monthly', 1199), 45],
    [plan('premium', 'monthly', 1699), 25],
  ],
  channels: [
    ['own', 72],
    ['appStore', 10],
    ['playStore', 8],
    ['isp', 6],
    ['gift', 4],
  ],
  reasons: [
    ['notSatisfied', 18],
    ['accidentalSignUp', 17],
    ['forgotToCancel', 16],
    ['technicalProblem', 15],
    ['duplicate', 9],
    ['unauthorised', 7],
    ['afterCancellation', 6],
    ['priceChange', 5],
    ['noHd', 4],
    ['serviceChange', 2],
    ['exceptional', 1],
  ],
  renewalShare: 0.6,
  shippingCents: 0,
  legalCategory: 'service',
};

const SECURITY: Trade = {
  product: 'security',
  plans: [
    [plan('essential', 'annual', 3499), 20],
    [plan('plus', 'annual', 5999), 35],
    [plan('family', 'annual', 8499), 20],
    [plan('plus', 'monthly', 599), 15],
    [plan('family', 'monthly', 849), 10],
  ],
  channels: [
    ['own', 66],
    ['retail', 18],
    ['appStore', 5],
    ['playStore', 4],
    ['isp', 4],
    ['reseller', 3],
  ],
  reasons: [
    ['renewalCharge', 34],
    ['notSatisfied', 18],
    ['forgotToCancel', 14],
    ['switchedProduct', 10],
    ['duplicate', 8],
    ['technicalProblem', 7],
    ['unauthorised', 5],
    ['deviceLost', 4],
  ],
  renewalShare: 0.55,
  shippingCents: 495,
  legalCategory: 'content',
};

const LIVE_TV: Trade = {
  product: 'liveTv',
  plans: [
    [plan('month', 'monthly', 1299), 70],
    [plan('year', 'annual', 9999), 30],
  ],
  channels: [
    ['own', 82],
    ['reseller', 12],
    ['appStore', 6],
  ],
  reasons: [
    ['technicalProblem', 30],
    ['notSatisfied', 22],
    ['channelsMissing', 16],
    ['duplicate', 8],
    ['billingError', 8],
    ['unauthorised', 6],
    ['changedMind', 10],
  ],
  renewalShare: 0.45,
  shippingCents: 0,
  legalCategory: 'service',
};

/** The brands that ship as examples, with how many requests each has: 20,000 together. */
export const CORPUS: ReadonlyMap<string, { readonly trade: Trade; readonly size: number }> = new Map([
  ['northstar', { trade: STREAMING, size: 9_000 }],
  ['sentinel', { trade: SECURITY, size: 6_500 }],
  ['lantern', { trade: LIVE_TV, size: 4_500 }],
]);
