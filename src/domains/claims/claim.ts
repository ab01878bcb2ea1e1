import type { Brand, Channel } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import type { Decision, Explanation, Facts, Money, Policies } from '#policy/index.ts';

/** What was answered: a word, a number, a yes or no, a day such as `2026-09-25`, or money. */
export type AnswerValue = string | number | boolean | Money;

/** One answer of the interview, by the path of the fact it is about. */
export interface Answer {
  readonly path: string;
  /** Left out for “I don’t know”, which is an answer too. */
  readonly value?: AnswerValue;
  /** When it was given, as an instant. */
  readonly at: string;
}

/** What a consumer prepares against a listed brand. Whoever holds its secret link holds the claim. */
export interface Claim {
  readonly id: string;
  readonly brandId: string;
  readonly locale: Locale;
  /** In the order they were given; one for each path. */
  readonly answers: readonly Answer[];
  readonly startedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  /** When it is erased unless something changes. */
  readonly expiresAt: Temporal.Instant;
  /** When the consumer chose to keep it; null before. */
  readonly keptAt: Temporal.Instant | null;
}

/** A contact with the company, as the consumer noted it. */
export interface ClaimContact {
  readonly id: string;
  readonly at: Temporal.Instant;
  /** In the consumer's words or one of the brand's channels: “phone”, “chat”. */
  readonly channel: string;
  readonly person: string;
  readonly note: string;
  readonly recordedAt: Temporal.Instant;
}

/** A step done or a paper at hand, by its name: `step:sent`, `evidence:receiptImage`. */
export interface ClaimTick {
  readonly what: string;
  readonly at: Temporal.Instant;
}

/** Everything the papers of a claim are made from; put together by `readClaimFile`. */
export interface ClaimFile {
  readonly brand: Brand;
  readonly claim: Claim;
  /** The documents that decide, and the words they bring. */
  readonly policies: Policies;
  /** What the answers come to. Whatever the customer said has the source `customer`, what we assume `system`. */
  readonly facts: Facts;
  readonly decision: Decision;
  /** One for each charge the request is about, as `explain` gives them. */
  readonly explanations: readonly Explanation[];
  readonly channels: readonly Channel[];
  readonly contacts: readonly ClaimContact[];
  readonly ticks: readonly ClaimTick[];
  /** The country the customer named, ISO 3166 (a part of it after a hyphen); null while unknown. */
  readonly region: string | null;
  /** The zone dates are read in. */
  readonly zone: string;
  /** The charge it is about, as far as it was named. `on` is a day such as `2026-09-25`. */
  readonly charge: { readonly on: string | null; readonly amount: Money | null };
  /** What happened, as a word such as `renewalCharge`; null while unknown. */
  readonly reason: string | null;
  /** Where it was bought, as a word such as `retail`; null while unknown. */
  readonly channel: string | null;
  /** What the customer wrote in their own words; empty when nothing. */
  readonly story: string;
  /** The moment the file is read at, in business time. */
  readonly now: Temporal.Instant;
}

/** The subject of its decisions and its trail. */
export const subjectOf = ({ id }: Pick<Claim, 'id'>): string => `claim:${id}`;

/** The answer to a fact, or undefined when it was not asked yet or nobody knew. */
export const answerTo = ({ answers }: Pick<Claim, 'answers'>, path: string): AnswerValue | undefined =>
  answers.find((answer) => answer.path === path)?.value;

/** The one charge a claim is about. */
export const CHARGE_ID = 'c1';
export const CHARGED_AT = `charges[${CHARGE_ID}].at`;
export const CHARGED_AMOUNT = `charges[${CHARGE_ID}].amount`;
export const REGION = 'contract.region';
export const CHANNEL = 'channel';
export const REASON = 'request.reason';
export const STORY = 'request.explanation';
/** What is asked for: `refund`, or `withdraw` from the contract as a law allows. */
export const KIND = 'request.kind';

/** A claim nobody chose to keep is erased after so many days without a change. */
export const IDLE_DAYS = 30;
/** A claim that is kept is erased after so many months. */
export const KEEP_MONTHS = 12;
/** Answers one claim can hold; an interview has a dozen. */
export const MAX_ANSWERS = 60;
export const MAX_STORY = 4000;

export const MAX_CONTACTS = 200;

/** The beginning of a text, never half of a character: the database takes no half of a surrogate pair. */
export const cut = (text: string, limit: number): string => text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
