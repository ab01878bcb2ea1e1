import type { WindowUnit } from '../time/window.ts';
import type { Parameter } from './conditions.ts';
import type { Money } from './money.ts';
import type { ComponentKind } from './vocabulary.ts';

export const PRORATA_BASES = ['days', 'hours', 'months', 'units'] as const;

export interface Prorata {
  readonly of?: Formula;
  readonly basis: (typeof PRORATA_BASES)[number];
  readonly part: 'used' | 'remaining';
  /** The end of use; the request or event when not given. */
  readonly at?: string;
  /** The period paid for; what the charge covers when not given. */
  readonly from?: string;
  readonly until?: string;
  /** For `units`: how many were used, of how many. */
  readonly used?: { readonly fact: string };
  readonly total?: Parameter<number> | { readonly fact: string };
}

/** What is paid, exactly; rounded once at the end. */
export type Formula =
  | 'full'
  | 'remainingObligation'
  | Money
  | { readonly fact: string }
  | { readonly constant: string }
  | { readonly table: string }
  | { readonly formula: string }
  | { readonly percent: Parameter<number>; readonly of?: Formula }
  | { readonly prorata: Prorata }
  | { readonly minus: { readonly from: Formula; readonly items: readonly Formula[] } }
  | { readonly sum: readonly Formula[] }
  | { readonly cap: { readonly of: Formula; readonly at: Formula } }
  | { readonly floorZero: Formula };

/** A promise, as a range: at the earliest nothing is said, at the latest this. */
export interface Span {
  readonly upTo: Parameter<number>;
  readonly unit: WindowUnit;
}

export interface Promises {
  readonly acknowledgeWithin?: Span;
  readonly decideWithin?: Span;
  readonly payWithin?: Span;
  readonly arrivesWithin?: Span;
}

export interface Refund extends Promises {
  /** `all`, or the kinds of component paid back. */
  readonly components?: 'all' | readonly ComponentKind[];
  readonly amount?: Formula;
  readonly method?: Parameter<string>;
  readonly executor?: Parameter<string>;
  readonly posting?: 'net' | 'gross';
}

export const CREDIT_KINDS = ['money', 'planCredit', 'inKind'] as const;

export interface Credit {
  readonly kind: (typeof CREDIT_KINDS)[number];
  readonly amount?: Formula;
  /** What is given in kind, by a name a pack explains. */
  readonly what?: string;
}

/** Exactly one of these, or none when a rule only has effects. */
export interface Outcome {
  readonly refund?: Refund;
  readonly fee?: { readonly amount: Formula };
  readonly credit?: Credit;
  readonly route?: { readonly to: Parameter<string>; readonly how?: string };
  readonly refer?: { readonly queue: string; readonly reason?: string } & Promises;
  readonly deny?: { readonly reason?: string };
  readonly noEntitlement?: { readonly reason?: string };
  /** An exception that only lifts the rules it names. */
  readonly lift?: true;
}

export const OUTCOME_KINDS = ['refund', 'fee', 'credit', 'route', 'refer', 'deny', 'noEntitlement', 'lift'] as const;

export const EFFECT_KINDS = [
  'endNow',
  'endAtPeriodEnd',
  'deactivateLicence',
  'forfeitCredits',
  'downgrade',
  'unenrol',
  'notifyLinked',
  'requireAttestation',
  'barResubscribe',
  'restrictFutureRefunds',
  'keep',
] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

export interface Effect {
  readonly do: EffectKind;
  /** contract, account, credits, linked, or what a pack names. */
  readonly target?: string;
  readonly count?: number;
  readonly at?: 'now' | 'periodEnd' | 'onPayment';
  /** For `keep`: what stays. */
  readonly what?: string;
}
