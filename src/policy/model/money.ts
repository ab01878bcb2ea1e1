/** An amount in whole minor units of an ISO 4217 currency, or of a unit a brand declares, such as `credit`. Units never mix. */
export interface Money {
  readonly minor: number;
  readonly unit: string;
}

/** Ten thousand million in a currency of two decimals: beyond any refund, and safe in every sum. */
export const MAX_MINOR = 1_000_000_000_000;

/** `EUR`, or a declared unit in small letters. */
export const MONEY_UNIT = /^(?:[A-Z]{3}|[a-z][a-zA-Z]{1,31})$/;

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'unit' in value;

/** Adds amounts unit by unit; the units come in the order they first appear. */
export function addMoney(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<string, number>();
  for (const { minor, unit } of amounts) totals.set(unit, (totals.get(unit) ?? 0) + minor);
  return [...totals].map(([unit, minor]) => ({ minor, unit }));
}
