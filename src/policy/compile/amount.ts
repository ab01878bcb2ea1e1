import type { ChargeFacts } from '../model/facts.ts';
import type { Money } from '../model/money.ts';
import {
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  roundHalfUp,
  roundTogether,
  sumOf,
  times,
  ZERO,
} from '../model/ratio.ts';
import type { ComponentKind } from '../model/vocabulary.ts';

/** One signed part of an amount, as `used: −3.90`. */
export interface Line {
  readonly what: string;
  readonly minor: number;
}

/** An exact amount, by component where it belongs to a charge. */
export interface Amount {
  readonly unit: string;
  /** Aligned with the components of the charge; empty for an amount of its own. */
  readonly parts: readonly Ratio[];
  readonly total: Ratio;
  readonly lines: readonly { readonly what: string; readonly amount: Ratio }[];
}

/** A share of an amount, with the difference as a line. */
export function scaled(amount: Amount, share: Ratio, what: string): Amount {
  const total = times(amount.total, share);
  return {
    unit: amount.unit,
    parts: amount.parts.map((part) => times(part, share)),
    total,
    lines: [...amount.lines, { what, amount: minus(total, amount.total) }],
  };
}

/** Adds an amount, spread over the components in proportion; undefined when the units differ. */
export function increased(amount: Amount, by: Amount, sign: 1n | -1n, what: string): Amount | undefined {
  if (amount.unit !== by.unit) return undefined;
  const change = times(by.total, { n: sign, d: 1n });
  const total = plus(amount.total, change);
  const whole = amount.total;
  const spread = (part: Ratio): Ratio => (whole.n === 0n ? ZERO : over(times(part, total), whole));
  const aligned = by.parts.length === amount.parts.length && by.parts.length > 0;
  const parts = aligned
    ? amount.parts.map((part, i) => plus(part, times(by.parts[i] ?? ZERO, { n: sign, d: 1n })))
    : amount.parts.map(spread);
  return { unit: amount.unit, parts, total, lines: [...amount.lines, { what, amount: change }] };
}

export const scalar = ({ minor, unit }: Money, what: string): Amount => {
  const total = ratio(minor);
  return { unit, parts: [], total, lines: [{ what, amount: total }] };
};

/**
 * What is still refundable of a charge in the chosen components, exactly.
 * What was paid back before is taken from the refundable components in proportion.
 * @returns undefined while nobody knows what was paid back before
 */
export function stillRefundable(charge: ChargeFacts, chosen: 'all' | readonly ComponentKind[]): Amount | undefined {
  if (charge.alreadyRefunded === undefined) return undefined;
  const refundable = charge.components.reduce((sum, part) => sum + (part.refundable ? part.minor : 0), 0);
  const left = Math.max(0, refundable - charge.alreadyRefunded);
  const exact = charge.components.map(({ refundable: may, minor }) =>
    may && refundable > 0 ? ratio(BigInt(minor) * BigInt(left), refundable) : ZERO,
  );
  // Rounded here already, so that what is paid back in two steps never exceeds the whole.
  const whole = roundTogether(exact, left);
  const parts = charge.components.map(({ kind }, i) =>
    chosen === 'all' || chosen.includes(kind) ? ratio(whole[i] ?? 0) : ZERO,
  );
  const total = sumOf(parts);
  return { unit: charge.unit, parts, total, lines: [{ what: 'full', amount: total }] };
}

/** A rounded amount with its parts and signed lines, each adding up to it. */
export interface Rounded {
  readonly amount: Money;
  readonly components: readonly Line[];
  readonly lines: readonly Line[];
}

/** Rounds once, at the end, and keeps the result between zero and what is still refundable. */
export function settle(amount: Amount, charge: ChargeFacts, most: Amount): Rounded {
  const ceiling = roundHalfUp(most.total);
  const total = Math.min(ceiling, Math.max(0, roundHalfUp(amount.total)));
  const bounded = amount.parts.map((part, i) => atMost(part, most.parts[i] ?? ZERO));
  const whole = sumOf(bounded);
  const fitted = whole.n === 0n ? most.parts : bounded;
  const parts = fill(roundTogether(fitted.map(toZero), total), most.parts.map(roundHalfUp), total);
  const lines = withRest(amount.lines, total);
  return {
    amount: { minor: total, unit: amount.unit },
    components: charge.components
      .map(({ kind }, i) => ({ what: kind, minor: parts[i] ?? 0 }))
      .filter(({ minor }) => minor !== 0),
    lines,
  };
}

const toZero = (part: Ratio): Ratio => (part.n < 0n ? ZERO : part);
const atMost = (part: Ratio, most: Ratio): Ratio => (part.n * most.d > most.n * part.d ? most : toZero(part));

/** Keeps every part between zero and its own limit and the sum as it should be. */
function fill(parts: readonly number[], limits: readonly number[], total: number): readonly number[] {
  const result = parts.map((part, i) => Math.max(0, Math.min(part, limits[i] ?? 0)));
  let rest = total - result.reduce((sum, part) => sum + part, 0);
  for (let i = 0; i < result.length && rest !== 0; i++) {
    const part = result[i] ?? 0;
    const next = Math.max(0, Math.min(part + rest, limits[i] ?? 0));
    rest -= next - part;
    result[i] = next;
  }
  return result;
}

/** Lines rounded together; a limit that took something away gets a line of its own. */
function withRest(lines: Amount['lines'], total: number): readonly Line[] {
  const exact = roundHalfUp(sumOf(lines.map(({ amount }) => amount)));
  const minors = roundTogether(
    lines.map(({ amount }) => amount),
    exact,
  );
  const limit = total === exact ? [] : [{ what: 'limit', minor: total - exact }];
  return [...lines.map(({ what }, i) => ({ what, minor: minors[i] ?? 0 })), ...limit].filter(
    ({ minor }) => minor !== 0,
  );
}
