import type { Temporal } from '#lib/time.ts';
import type { PolicyDocument } from '#policy/index.ts';
import { MARKETS, type Market, priceIn } from './markets.ts';
import { periodEnd, type Times, timesOf } from './moments.ts';
import { Dice, type Weighted } from './random.ts';
import type { Plan, Trade } from './trades.ts';
import { type WordsRead, wordsReadBy } from './words-read.ts';

/** A request that could have been made, in the words of the vocabulary. */
export interface GeneratedRequest {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: Temporal.Instant;
}

export interface GenerateRequests {
  readonly brandId: string;
  readonly trade: Trade;
  /** The brand's own document, whose words the requests are made of. */
  readonly document: PolicyDocument;
  /** The day before which everything has happened. */
  readonly until: Temporal.PlainDate;
}

interface Story extends GenerateRequests {
  readonly dice: Dice;
  readonly words: WordsRead;
  readonly market: Market;
  readonly channel: string;
  readonly plan: Plan;
  readonly times: Times;
  readonly kind: 'refund' | 'withdraw' | 'cancel' | 'appeal';
  readonly reason: string;
}

type Group = Record<string, unknown>;

const KINDS: Weighted<Story['kind']> = [
  ['refund', 80],
  ['withdraw', 10],
  ['cancel', 7],
  ['appeal', 3],
];
/** Statutory windows are counted from the contract; they are tried at their edges too. */
const STATUTE_DAYS = [14];
/** A reason only the document knows comes now and then. */
const RARE_REASON = 2;

const instant = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ smallestUnit: 'second' });

function reasonsOf(trade: Trade, words: WordsRead): Weighted<string> {
  const known = new Set(trade.reasons.map(([reason]) => reason));
  return [
    ...trade.reasons,
    ...words.reasons.filter((reason) => !known.has(reason)).map((reason) => [reason, RARE_REASON] as const),
  ];
}

function componentsOf({ dice, plan, market, channel, trade }: Story): Group[] {
  const price = priceIn(market.currency, plan.cents);
  const taxed = market.region.startsWith('US');
  const tax = taxed ? Math.round(price * 0.0725) : 0;
  const sent = channel === 'retail' && trade.shippingCents > 0 && dice.chance(0.4);
  return [
    { kind: 'fee', amount: price },
    ...(tax > 0 ? [{ kind: 'tax', amount: tax }] : []),
    ...(sent ? [{ kind: 'shipping', amount: priceIn(market.currency, trade.shippingCents) }] : []),
  ];
}

function chargesOf(story: Story): Group[] {
  const { dice, market, plan, times, channel, reason } = story;
  const components = componentsOf(story);
  const total = components.reduce((sum, { amount }) => sum + Number(amount), 0);
  const from = times.chargedAt.toPlainDate();
  const charge = {
    id: 'c1',
    at: instant(times.chargedAt),
    currency: market.currency,
    merchantOfRecord: channel === 'own' ? 'us' : channel,
    alreadyRefunded: dice.chance(0.02) ? (dice.chance(0.5) ? total : Math.round(total / 2)) : 0,
    disputeState: dice.chance(0.015) ? 'open' : null,
    covers: { from: from.toString(), until: periodEnd(from, plan.term).toString() },
    components,
  };
  if (reason !== 'duplicate' || !dice.chance(0.6)) return [charge];
  const second = times.chargedAt.add({ minutes: dice.whole(0, 90) });
  return [charge, { ...charge, id: 'c2', at: instant(second), alreadyRefunded: 0, disputeState: null }];
}

/** What the books show about a complaint: most of the time it is as the customer says. */
function ledgerWord({ dice, reason }: Story, words: readonly string[]): string {
  const same = words.find((word) => word === reason || (word === 'afterRenewalOff' && reason === 'renewalCharge'));
  const proven = same === undefined ? 0 : same === reason ? 0.7 : 0.12;
  if (same !== undefined && dice.chance(proven)) return same;
  const wrong = words.filter((word) => word !== 'nothing');
  return reason === 'billingError' && wrong.length > 0 && dice.chance(0.6) ? dice.pick(wrong) : (words[0] ?? 'nothing');
}

function ownFactsOf(story: Story): Group {
  const { dice, words, plan } = story;
  const own: Group = {};
  for (const [name, known] of words.ownWords) own[name] = ledgerWord(story, known);
  for (const name of words.ownNumbers)
    own[name] = name === 'daysInPeriod' ? (plan.term === 'monthly' ? dice.whole(28, 31) : 365) : dice.whole(1, 6);
  return own;
}

function evidenceOf({ dice, words, reason, channel }: Story): Group {
  const diligent = channel === 'retail' || reason === 'technicalProblem' ? 0.8 : 0.7;
  return Object.fromEntries(
    words.evidence.map((type) => {
      if (!dice.chance(diligent)) return [type, 'absent'];
      return [
        type,
        dice.weigh([
          ['verified', 70],
          ['provided', 22],
          ['rejected', 8],
        ]),
      ];
    }),
  );
}

function incidentsOf({ dice, words, reason, times }: Story): Group[] {
  const [kind] = words.incidentKinds;
  if (kind === undefined || reason !== 'technicalProblem' || !dice.chance(0.4)) return [];
  const from = times.chargedAt.add({ hours: dice.whole(2, 200) });
  const until = from.add({ hours: dice.whole(1, 72) });
  return [{ id: 'i1', kind, from: instant(from), until: instant(until) }];
}

function contractOf({ dice, market, plan, times, trade }: Story): Group {
  const start = times.chargedAt.toPlainDate();
  const renewed = dice.chance(trade.renewalShare);
  const before = plan.term === 'monthly' ? { months: dice.whole(1, 24) } : { years: dice.whole(1, 4) };
  const concluded = renewed ? times.chargedAt.subtract(before) : times.chargedAt;
  const trial = !renewed && dice.chance(0.15);
  return {
    concludedAt: instant(trial ? concluded.subtract({ days: 14 }) : concluded),
    region: market.region,
    zone: market.zone,
    consumer: !dice.chance(0.04),
    distance: true,
    term: plan.term,
    trialEnd: trial ? instant(concluded) : null,
    periodKind: renewed ? 'renewal' : 'initial',
    periodStart: start.toString(),
    periodEnd: periodEnd(start, plan.term).toString(),
    legalCategory: trade.legalCategory,
    autoRenew: dice.chance(0.8),
  };
}

function consentOf({ dice, times }: Story): Group {
  const started = dice.chance(0.85);
  const acknowledged = started && dice.chance(0.6);
  return {
    immediateStart: started,
    lossAcknowledged: acknowledged,
    confirmationSentAt: acknowledged && dice.chance(0.9) ? instant(times.chargedAt.add({ minutes: 1 })) : null,
  };
}

function usageOf({ dice, reason, times }: Story): Group {
  const idle = reason === 'accidentalSignUp' ? 0.7 : reason === 'forgotToCancel' ? 0.6 : 0.2;
  const days = times.chargedAt.until(times.requestedAt, { largestUnit: 'days' }).days;
  return { minutes: dice.chance(idle) ? 0 : Math.round(dice.around(40 + 25 * Math.min(days, 30))) };
}

/** What nobody wrote down: the decision has to ask for it. */
const FORGOTTEN: Weighted<string | null> = [
  [null, 96],
  ['usage', 1.5],
  ['channel', 1],
  ['account', 1],
  ['evidence', 0.5],
];

function factsOf(story: Story): Group {
  const { dice, brandId, channel, kind, reason, times, plan, trade } = story;
  const charges = chargesOf(story);
  const facts: Group = {
    brand: brandId,
    channel,
    request: {
      kind,
      at: instant(times.requestedAt),
      about: kind === 'cancel' ? [] : charges.map(({ id }) => id),
      reason,
      channel: dice.weigh([
        ['selfService', 55],
        ['chat', 25],
        ['mail', 15],
        ['phone', 5],
      ]),
    },
    contract: contractOf(story),
    charges,
    usage: usageOf(story),
    consent: consentOf(story),
    disclosure: { trialPriceShownClearly: !dice.chance(0.1) },
    account: {
      standing: dice.chance(0.015) ? 'termsViolated' : 'good',
      supportContacts: dice.chance(0.45) ? 0 : dice.whole(1, 4),
    },
    evidence: evidenceOf(story),
    incidents: incidentsOf(story),
    product: { kind: trade.product, plan: plan.name },
  };
  const own = ownFactsOf(story);
  if (Object.keys(own).length > 0) facts.own = own;
  const forgotten = dice.weigh(FORGOTTEN);
  if (forgotten !== null) delete facts[forgotten];
  return facts;
}

/**
 * The request at a place of a brand's corpus. The same brand, document, day and place give the same request, whatever
 * was generated before it. docs/policy-corpus.md says what is how likely.
 */
export function requestAt(
  place: number,
  input: GenerateRequests,
  words = wordsReadBy(input.document),
): GeneratedRequest {
  const dice = new Dice(`${input.brandId}/${place}`);
  const market = dice.weigh(MARKETS);
  const kind = dice.weigh(KINDS);
  const windows = kind === 'withdraw' ? STATUTE_DAYS : words.windowDays;
  const story: Story = {
    ...input,
    dice,
    words,
    market,
    kind,
    channel: dice.weigh(input.trade.channels),
    plan: dice.weigh(input.trade.plans),
    reason: dice.weigh(reasonsOf(input.trade, words)),
    times: timesOf(dice, market.zone, input.until, windows),
  };
  const facts = factsOf(story);
  return { facts, asOf: story.times.requestedAt.add({ minutes: dice.whole(0, 2_880) }).toInstant() };
}
