import type { Appeal, Effect, Layer } from './document.ts';
import type { Money } from './money.ts';
import type { Answerer, EvidenceState, FactType, Occasion } from './vocabulary.ts';

export type DecisionKind =
  | 'full'
  | 'partial'
  | 'none'
  | 'fee'
  | 'credit'
  | 'inKind'
  | 'route'
  | 'ask'
  | 'refer'
  | 'effects'
  | 'noRule';

/** A signed part of an amount; the parts of one result add up to it. */
export interface DecisionLine {
  readonly what: string;
  readonly minor: number;
}

/** What one rule gives for one charge. */
export interface Award {
  readonly kind: Exclude<DecisionKind, 'ask' | 'noRule'>;
  /** `document/rule`. */
  readonly rule: string;
  readonly layer: Layer;
  readonly reason: string;
  readonly certainty: 'shall' | 'may';
  readonly amount: Money | null;
  readonly components: readonly DecisionLine[];
  readonly lines: readonly DecisionLine[];
  readonly method: string | null;
  readonly executor: string | null;
  readonly to: string | null;
  readonly how: string | null;
  readonly effects: readonly Effect[];
  readonly promises: readonly { readonly name: string; readonly upTo: number; readonly unit: string }[];
}

/** An unknown fact that can still change the decision. */
export interface MissingFact {
  readonly path: string;
  readonly type: FactType;
  readonly words: readonly string[] | null;
  readonly answerer: Answerer;
}

/** A piece of evidence the winning rule waits for. */
export interface MissingEvidence {
  readonly type: string;
  readonly state: EvidenceState | 'unknown';
  /** One of several of which any will do. */
  readonly anyOf: boolean;
}

export interface ChargeResult {
  /** Null when the request is about no charge. */
  readonly charge: string | null;
  readonly kind: DecisionKind;
  /** What holds now. */
  readonly award: Award | null;
  /** For `refer`: what a person may grant. For `ask`: what is granted once the answer is there, as far as it is known. */
  readonly proposal: Award | null;
  /** For `ask`: what is certain already, whatever the answer. */
  readonly atLeast: Award | null;
  readonly missing: readonly MissingFact[];
  readonly evidence: readonly MissingEvidence[];
  /** Values that cannot be compared with the award, such as credit in a plan. */
  readonly alternatives: readonly Award[];
}

export interface SelectedDocument {
  readonly id: string;
  readonly version: number;
  readonly layer: Layer;
  readonly hash: string;
}

export type LeftOutBecause = 'scope' | 'date' | 'status' | 'replaced';

/** A document that was there and did not apply. */
export interface LeftOut extends SelectedDocument {
  readonly because: LeftOutBecause;
}

export interface Decision {
  readonly kind: DecisionKind;
  readonly occasion: Occasion | null;
  readonly asOf: string;
  /** What is paid, by unit. */
  readonly amounts: readonly Money[];
  /** What is owed, by unit; shown before confirming and never set off. */
  readonly fees: readonly Money[];
  readonly results: readonly ChargeResult[];
  readonly effects: readonly Effect[];
  /** Stable codes of the rules that decided. */
  readonly reasons: readonly string[];
  readonly missing: readonly MissingFact[];
  readonly evidence: readonly MissingEvidence[];
  readonly appeal: Appeal | null;
  readonly documents: readonly SelectedDocument[];
  readonly notSelected: readonly LeftOut[];
  readonly calendars: readonly { readonly id: string; readonly version: number; readonly hash: string }[];
}
