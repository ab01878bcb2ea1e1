import type { Temporal } from '#lib/time.ts';
import type { Decision, DecisionKind, Money } from '#policy/index.ts';

/** What a decision has to come to. */
export interface Outcome {
  readonly kind: DecisionKind;
  readonly amounts: readonly Money[];
  readonly fees: readonly Money[];
  readonly reason: string | null;
}

/** A case whose answer is settled: no draft may be published under which it comes out differently. */
export interface GoldenCase {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: Temporal.Instant;
  readonly expected: Outcome;
  readonly note: string;
  readonly addedAt: Temporal.Instant;
  readonly addedBy: string;
  readonly removedAt: Temporal.Instant | null;
  readonly removedBy: string | null;
}

export const MAX_NAME = 200;
export const MAX_NOTE = 1_000;
/** More golden cases than anybody reads; each is decided whenever a draft is checked. */
export const MAX_GOLDEN_CASES = 500;

const inUnits = (amounts: readonly Money[]): readonly Money[] =>
  amounts.map(({ minor, unit }) => ({ minor, unit })).sort((a, b) => (a.unit < b.unit ? -1 : 1));

/** The part of a decision a golden case pins: its kind, the money, and the first reason. */
export const outcomeOf = ({ kind, amounts, fees, reasons }: Decision): Outcome => ({
  kind,
  amounts: inUnits(amounts),
  fees: inUnits(fees),
  reason: reasons[0] ?? null,
});

/** True when two outcomes are the same to whoever asked. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.kind === b.kind && a.reason === b.reason && sameMoney(a.amounts, b.amounts) && sameMoney(a.fees, b.fees);

const sameMoney = (a: readonly Money[], b: readonly Money[]): boolean =>
  a.length === b.length && a.every(({ minor, unit }, i) => minor === b[i]?.minor && unit === b[i]?.unit);
