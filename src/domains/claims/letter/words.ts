/** What a letter is for. */
export const LETTER_KINDS = [
  'claim',
  'review',
  'goodwill',
  'seller',
  'announcement',
  'withdrawal',
  'cancellation',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What happened, where we have a sentence for it. Other words are named as the documents name them. */
export const TOLD_REASONS = [
  'accidentalSignUp',
  'technicalProblem',
  'unauthorised',
  'billingError',
  'duplicate',
  'notSatisfied',
  'changeOfMind',
  'serviceChange',
  'priceChange',
  'renewalCharge',
  'noHd',
  'exceptional',
] as const;
export type ToldReason = (typeof TOLD_REASONS)[number];

/** A charge or a purchase; what is not known is left out of the sentence. */
export interface Spent {
  readonly name: string;
  readonly on: string | null;
  readonly amount: string | null;
}

/** A document the letter relies on. All texts are written out already. */
export interface CitedTerms {
  readonly title: string;
  readonly version: number;
  readonly since: string | null;
  readonly url: string | null;
  readonly read: string | null;
}

/** Names of lines to fill in. */
export interface BlankNames {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly seller: string;
  readonly order: string;
  readonly account: string;
  readonly method: string;
  readonly boughtAt: string;
  readonly ordered: string;
  readonly signature: string;
}

/** Every sentence of the letters in one language. German sentences that open a letter begin small, after the comma of the greeting. */
export interface LetterWords {
  readonly blanks: BlankNames;
  readonly service: string;
  readonly greeting: string;
  readonly closing: string;
  readonly placeAndDate: (blank: string, date: string) => string;
  readonly about: (name: string, on: string | null) => string;
  readonly subject: Readonly<Record<LetterKind, (about: string) => string>>;
  readonly charged: (spent: Spent) => string;
  readonly bought: (spent: Spent) => string;
  readonly boughtBefore: string;
  readonly reasons: Readonly<Record<ToldReason, string>>;
  readonly otherReason: (label: string) => string;
  readonly unused: string;
  readonly inMyWords: string;
  readonly renewalOff: string;
  readonly terms: (terms: CitedTerms) => string;
  readonly based: (terms: string) => string;
  readonly applied: (quote: string) => string;
  readonly law: (citation: string) => string;
  readonly full: (amount: string | null, by: string) => string;
  readonly part: (amount: string | null, by: string) => string;
  readonly credit: (amount: string | null, by: string) => string;
  readonly fee: string;
  readonly endsLicence: string;
  readonly endsAccess: string;
  readonly noRenewedContract: string;
  readonly review: string;
  readonly noRule: string;
  readonly reviewAsk: (amount: string | null) => string;
  readonly mayNotPay: (terms: string) => string;
  readonly goodwill: (amount: string | null) => string;
  readonly toSeller: (company: string) => string;
  readonly announce: string;
  readonly follows: string;
  readonly open: string;
  readonly withdraw: (name: string) => string;
  readonly withdrawMoney: string;
  readonly withdrawPart: string;
  readonly confirmReceipt: string;
  readonly cancel: (name: string) => string;
  readonly cancelConfirm: string;
  readonly answerBy: (by: string) => string;
  readonly enclosed: string;
  readonly refusal: string;
  readonly consequence: string;
}
