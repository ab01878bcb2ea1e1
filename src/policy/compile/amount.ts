import type { ChargeComponent, ChargeFacts } from '../model/facts.ts';
import type { Money } from '../model/money.ts';
import {
  compareRatios,
  minus,
  negated,
  over,
  plus,
  type Ratio,
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

/** An amount in whole units in every part, as what is left of a charge is. */
export interface WholeAmount extends Amount {
  readonly parts: readonly number[];
  readonly total: number;
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
export function increased(amount: Amount, by: Amount, sign: 1 | -1, what: string): Amount | undefined {
  if (amount.unit !== by.unit) return undefined;
  const signed = sign < 0 ? negated : (value: Ratio): Ratio => value;
  const change = signed(by.total);
  const total = plus(amount.total, change);
  const whole = amount.total;
  const spread = (part: Ratio): Ratio => (whole === 0 ? ZERO : over(times(part, total), whole));
  const aligned = by.parts.length === amount.parts.length && by.parts.length > 0;
  const parts = aligned
    ? amount.parts.map((part, i) => plus(part, signed(by.parts[i] ?? ZERO)))
    : amount.parts.map(spread);
  return { unit: amount.unit, parts, total, lines: [...amount.lines, { what, amount: change }] };
}

export const scalar = ({ minor, unit }: Money, what: string): Amount => ({
  unit,
  parts: [],
  total: minor,
  lines: [{ what, amount: minor }],
});

/**
 * What is still refundable of a charge in the chosen components, exactly.
 * What was paid back before is taken from the refundable components in proportion.
 * @returns undefined while nobody knows what was paid back before
 */
export function stillRefundable(
  charge: ChargeFacts,
  chosen: 'all' | readonly ComponentKind[],
): WholeAmount | undefined {
  if (charge.alreadyRefunded === undefined) return undefined;
  const whole = leftOf(charge.components, charge.alreadyRefunded);
  const parts = chosen === 'all' ? whole : whole.map((part, i) => (isChosen(charge.components[i], chosen) ? part : 0));
  let total = 0;
  for (const part of parts) total += part;
  return { unit: charge.unit, parts, total, lines: [{ what: 'full', amount: total }] };
}

const isChosen = (part: ChargeComponent | undefined, chosen: readonly ComponentKind[]): boolean =>
  part !== undefined && chosen.includes(part.kind);

/** What is left of each component, in whole units already, so that two payments never exceed the whole. */
function leftOf(components: readonly ChargeComponent[], alreadyRefunded: number): readonly number[] {
  let refundable = 0;
  for (const part of components) if (part.refundable) refundable += part.minor;
  const own = components.map((part) => (part.refundable ? part.minor : 0));
  if (alreadyRefunded === 0) return own;
  const left = Math.max(0, refundable - alreadyRefunded);
  const exact = own.map((minor) => (refundable > 0 ? over(times(minor, left), refundable) : ZERO));
  return roundTogether(exact, left);
}

/** A rounded amount with its parts and signed lines, each adding up to it. */
export interface Rounded {
  readonly amount: Money;
  readonly components: readonly Line[];
  readonly lines: readonly Line[];
}

/** Rounds once, at the end, and keeps the result between zero and what is still refundable. */
export function settle(amount: Amount, charge: ChargeFacts, most: WholeAmount): Rounded {
  const total = Math.min(most.total, Math.max(0, roundHalfUp(amount.total)));
  return {
    amount: { minor: total, unit: amount.unit },
    // Everything: there is nothing to spread.
    components: named(charge, amount === most ? most.parts : spread(amount, most, total)),
    lines: withRest(amount.lines, total),
  };
}

/** An amount over the components, each between zero and its own limit. */
function spread(amount: Amount, most: WholeAmount, total: number): readonly number[] {
  const bounded = amount.parts.map((part, i) => atMost(part, most.parts[i] ?? ZERO));
  const fitted = sumOf(bounded) === 0 ? most.parts : bounded;
  return fill(roundTogether(fitted.map(toZero), total), most.parts, total);
}

function named({ components }: ChargeFacts, parts: readonly number[]): readonly Line[] {
  const lines = components.map(({ kind }, i): Line => ({ what: kind, minor: parts[i] ?? 0 }));
  return parts.includes(0) ? lines.filter(({ minor }) => minor !== 0) : lines;
}

const toZero = (part: Ratio): Ratio => (compareRatios(part, ZERO) < 0 ? ZERO : part);
const atMost = (part: Ratio, most: Ratio): Ratio => (compareRatios(part, most) > 0 ? most : toZero(part));

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
  const [only] = lines;
  if (lines.length === 1 && only && only.amount === total)
    return total === 0 ? [] : [{ what: only.what, minor: total }];
  const amounts = lines.map(({ amount }) => amount);
  const exact = roundHalfUp(sumOf(amounts));
  const minors = roundTogether(amounts, exact);
  const limit = total === exact ? [] : [{ what: 'limit', minor: total - exact }];
  return [...lines.map(({ what }, i) => ({ what, minor: minors[i] ?? 0 })), ...limit].filter(
    ({ minor }) => minor !== 0,
  );
}
