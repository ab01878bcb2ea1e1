import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';

export interface PostalAddress {
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

/** Somebody with an account at one brand. */
export interface Customer {
  readonly id: string;
  readonly brandId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
  /** E.164, as +49301234567. */
  readonly phone: string | null;
  readonly billingAddress: PostalAddress | null;
  readonly createdAt: Temporal.Instant;
}

export const SIGN_IN_METHODS = ['password', 'link', 'passkey', 'recovery'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Where a request comes from, as its owner would recognise it. */
export interface Whence {
  /** Browser and system in a few words, as `Firefox on Windows`. */
  readonly device: string;
  readonly network: string;
}

/** One signed-in browser. */
export interface CustomerSession {
  readonly id: string;
  readonly customerId: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly network: string;
  readonly createdAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** A passkey as its owner sees it, and what its signatures are checked with. */
export interface Passkey {
  /** As the device names it, base64url. */
  readonly id: string;
  readonly customerId: string;
  readonly host: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often the device says it has signed; devices that sync always say 0. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly device: string;
  readonly addedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
}

/** Somebody in the household who shares the account. */
export interface HouseholdProfile {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
}

/** Whole days a session lasts after it was last used. */
export const SESSION_DAYS = 30;

export const LINK_KINDS = ['signUp', 'signIn', 'recover', 'confirmEmail', 'undoEmail'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Minutes of wall time a link is good for. */
export const LINK_MINUTES: Readonly<Record<LinkKind, number>> = {
  signUp: 24 * 60,
  signIn: 15,
  recover: 30,
  confirmEmail: 24 * 60,
  undoEmail: 7 * 24 * 60,
};

/** What an account's owner is told under activity. */
export const ACTIVITY_KINDS = [
  'signedUp',
  'signedIn',
  'signedOut',
  'signInFailed',
  'passwordChanged',
  'passwordRecovered',
  'recoveryAsked',
  'emailChangeAsked',
  'emailChanged',
  'emailChangeUndone',
  'detailsChanged',
  'sessionEnded',
  'authenticatorAdded',
  'authenticatorRemoved',
  'recoveryCodesMade',
  'passkeyAdded',
  'passkeyRemoved',
  'deletionAsked',
  'deletionUndone',
  'profileCreated',
  'profileRenamed',
  'profileDeleted',
  'notificationsChanged',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One thing that happened on an account. */
export interface CustomerActivity extends Whence {
  readonly at: Temporal.Instant;
  readonly kind: ActivityKind;
  readonly details: Readonly<Record<string, unknown>>;
}
