import { findZone } from '#policy/time/zone.ts';
import type { Given } from './cases.ts';

/** A request as a programmer would model it who writes one policy by hand: typed, complete, with instants as numbers. */
export interface HandRequest {
  readonly kind: string;
  readonly at: number;
  readonly reason: string;
  readonly channel: string;
  readonly region: string;
  readonly zone: string;
  readonly term: string;
  readonly periodKind: string;
  readonly standing: string;
  readonly supportContacts: number;
  readonly evidence: Readonly<Record<string, string>>;
  readonly charge: {
    readonly at: number;
    readonly alreadyRefunded: number;
    readonly disputeState: string | null;
    readonly components: readonly { readonly kind: string; readonly amount: number }[];
  };
}

export interface HandDecision {
  readonly kind: string;
  readonly amount: number;
  readonly reason: string | null;
}

type Groups = Readonly<Record<string, Given>>;

/** The same facts as the engine reads, taken apart by hand. */
export function handRequestOf(given: Given): HandRequest {
  const { request = {}, contract = {}, account = {} } = given as Groups;
  const [charge] = given.charges as readonly (HandRequest['charge'] & { readonly at: unknown })[];
  if (!charge) throw new Error('a generated case has a charge');
  return {
    kind: String(request.kind),
    at: Date.parse(String(request.at)),
    reason: String(request.reason),
    channel: String(given.channel),
    region: String(contract.region),
    zone: String(contract.zone),
    term: String(contract.term),
    periodKind: String(contract.periodKind),
    standing: String(account.standing),
    supportContacts: Number(account.supportContacts),
    evidence: given.evidence as HandRequest['evidence'],
    charge: { ...charge, at: Date.parse(String(charge.at)) },
  };
}

/** Calendar days from the purchase to the request where the customer lives; zones are looked up as the engine does. */
export function daysSince({ at, zone: id, charge }: HandRequest): number {
  const zone = findZone(id);
  if (zone === null) throw new Error(`no zone ${id}`);
  return zone.dayAt(at) - zone.dayAt(charge.at);
}

/** Whether all papers are there, one was rejected, or some are still awaited. */
export function papersOf({ evidence }: HandRequest, types: readonly string[]): 'verified' | 'rejected' | 'awaited' {
  let state: 'verified' | 'awaited' = 'verified';
  for (const type of types) {
    if (evidence[type] === 'rejected') return 'rejected';
    if (evidence[type] !== 'verified') state = 'awaited';
  }
  return state;
}

/** What is left of the chosen components; what was paid back before is spread over all, the largest carries the rest. */
export function amountLeft({ components, alreadyRefunded }: HandRequest['charge'], kinds: readonly string[]): number {
  const whole = components.reduce((sum, { amount }) => sum + amount, 0);
  const left = whole - alreadyRefunded;
  const parts = components.map(({ amount }) => Math.floor((2 * amount * left + whole) / (2 * whole)));
  const rest = left - parts.reduce((sum, part) => sum + part, 0);
  const largest = parts.indexOf(Math.max(...parts));
  return components.reduce(
    (sum, { kind }, i) => (kinds.includes(kind) ? sum + (parts[i] ?? 0) + (i === largest ? rest : 0) : sum),
    0,
  );
}

const EVERYTHING = ['fee', 'tax', 'shipping', 'thirdParty'];
const said = (kind: string, reason: string | null, amount = 0): HandDecision => ({ kind, amount, reason });

const LANTERN_PAPERS = ['invoiceNumber', 'purchaseEmail', 'explanation'];
const LOOKED_AT = ['unauthorised', 'billingError', 'duplicate'];

/** packs/lantern/policies/refunds.yaml, by hand. */
export function lantern(request: HandRequest): HandDecision {
  const { kind, channel, reason, standing, supportContacts, charge } = request;
  if (kind === 'withdraw') return said('noRule', null);
  if (channel !== 'own') return said('route', 'other-seller');
  if (kind === 'cancel') return said('effects', 'cancel');
  const timely = supportContacts >= 1 && daysSince(request) <= 7;
  const lookedAt = (reason === 'technicalProblem' && supportContacts >= 1) || LOOKED_AT.includes(reason);
  if (!timely && !lookedAt) return said('none', 'afterSevenDays');
  if (charge.disputeState === 'open') return said('refer', 'disputeOpen');
  if (standing === 'termsViolated') return said('refer', 'termsViolated');
  const papers = timely ? papersOf(request, LANTERN_PAPERS) : 'rejected';
  if (papers === 'verified') return said('full', 'within-seven-days', amountLeft(charge, EVERYTHING));
  if (papers === 'awaited') return said('ask', null);
  return lookedAt ? said('refer', 'caseByCase') : said('none', 'afterSevenDays');
}

const SHIPPING_REFUNDED = ['DE', 'AT', 'FR'];
const FEE_AND_TAX = ['fee', 'tax'];
const RETAIL_PAPERS = ['refundForm', 'keyLabelImage', 'receiptImage'];

/** packs/norton/policies/refunds.yaml, by hand. */
export function norton(request: HandRequest): HandDecision {
  const { kind, channel, region, term, periodKind, charge } = request;
  if (kind === 'withdraw') return said('noRule', null);
  if (channel !== 'own' && channel !== 'retail') return said('route', 'other-seller');
  if (kind === 'cancel') return said('effects', 'cancel');
  const days = daysSince(request);
  const shipped = SHIPPING_REFUNDED.includes(region);
  if (channel === 'retail') {
    const papers = days <= 60 ? papersOf(request, RETAIL_PAPERS) : 'rejected';
    if (papers === 'rejected') return said('none', 'tooLate');
    if (papers === 'awaited') return said('ask', null);
    return shipped
      ? said('full', 'retail-with-shipping', amountLeft(charge, EVERYTHING))
      : said('full', 'retail', amountLeft(charge, FEE_AND_TAX));
  }
  if (term === 'annual' && days <= 60) {
    return shipped
      ? said('full', 'yearly-plan-with-shipping', amountLeft(charge, EVERYTHING))
      : said('full', 'yearly-plan', amountLeft(charge, FEE_AND_TAX));
  }
  if (term === 'monthly' && periodKind === 'initial' && days <= 14) {
    return said('full', 'monthly-plan', amountLeft(charge, FEE_AND_TAX));
  }
  return said('none', 'tooLate');
}
