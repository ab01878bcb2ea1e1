/** An exact fraction with a positive denominator: amounts stay exact until they are rounded once, at the end. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Lowest terms, so that nested formulas cannot grow without bound. */
function reduced(n: bigint, d: bigint): Ratio {
  if (d === 1n) return { n, d };
  const divisor = greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

/** `numerator / denominator` of safe integers; the denominator is not zero. */
export const ratio = (numerator: number | bigint, denominator: number | bigint = 1): Ratio => {
  const d = BigInt(denominator);
  return d < 0n ? reduced(-BigInt(numerator), -d) : reduced(BigInt(numerator), d);
};

export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });
export const times = (a: Ratio, b: Ratio): Ratio => reduced(a.n * b.n, a.d * b.d);
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
/** Negative, zero or positive, as sorting functions answer. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const sumOf = (parts: readonly Ratio[]): Ratio => parts.reduce(plus, ZERO);

/** To the nearest whole unit; a half goes up, that is towards the customer when money is paid back. */
export function roundHalfUp(value: Ratio): number {
  const doubled = 2n * value.n + value.d;
  const divisor = 2n * value.d;
  const quotient = doubled / divisor;
  return Number(doubled % divisor < 0n ? quotient - 1n : quotient);
}

/**
 * Rounds each part and lets the largest carry what is left, so that the parts add up to the rounded whole.
 * @param parts exact amounts; may be signed
 * @param whole what the rounded parts must add up to, in whole units
 */
export function roundTogether(parts: readonly Ratio[], whole: number): readonly number[] {
  const rounded = parts.map(roundHalfUp);
  const rest = whole - rounded.reduce((sum, part) => sum + part, 0);
  if (rest === 0 || rounded.length === 0) return rounded;
  let largest = 0;
  for (let i = 1; i < rounded.length; i++) if ((rounded[i] ?? 0) > (rounded[largest] ?? 0)) largest = i;
  return rounded.map((part, i) => (i === largest ? part + rest : part));
}
