/**
 * An exact amount: amounts stay exact until they are rounded once, at the end.
 * A whole number is a plain number as long as it is safe; everything else is a fraction. So the usual case, whole minor
 * units, costs no more than adding numbers, and nothing is ever lost.
 */
export type Ratio = number | Fraction;

/** Lowest terms with a positive denominator; never a whole number that is safe. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO = 0;

const numerator = (value: Ratio): bigint => (typeof value === 'number' ? BigInt(value) : value.n);
const denominator = (value: Ratio): bigint => (typeof value === 'number' ? 1n : value.d);
const isSafe = (value: bigint): boolean => value === BigInt.asIntN(53, value);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n && !(isSafe(x) && isSafe(y))) [x, y] = [y, x % y];
  // Small numbers divide much faster as numbers.
  let [p, q] = [Number(x), Number(y)];
  if (y === 0n) return x;
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** Lowest terms, so that nested formulas cannot grow without bound; the denominator is not zero. */
function reduced(n: bigint, d: bigint): Ratio {
  if (d < 0n) return reduced(-n, -d);
  const divisor = d === 1n ? 1n : commonDivisor(n, d);
  const [top, bottom] = [n / divisor, d / divisor];
  return bottom === 1n && isSafe(top) ? Number(top) : { n: top, d: bottom };
}

export const plus = (a: Ratio, b: Ratio): Ratio => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  const [c, d] = [denominator(a), denominator(b)];
  return c === d ? reduced(numerator(a) + numerator(b), c) : reduced(numerator(a) * d + numerator(b) * c, c * d);
};

// Never -0: it would be written differently from 0.
export const negated = (a: Ratio): Ratio => (typeof a === 'number' ? 0 - a : { n: -a.n, d: a.d });

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, negated(b));

export const times = (a: Ratio, b: Ratio): Ratio => {
  // `+ 0` takes the sign off a zero.
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b + 0;
  return reduced(numerator(a) * numerator(b), denominator(a) * denominator(b));
};

/** `a / b`, where `b` is not zero. */
export const over = (a: Ratio, b: Ratio): Ratio => {
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  return reduced(numerator(a) * denominator(b), denominator(a) * numerator(b));
};

/** Negative, zero or positive, as sorting functions answer. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const difference = numerator(a) * denominator(b) - numerator(b) * denominator(a);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const sumOf = (parts: readonly Ratio[]): Ratio => {
  let sum: Ratio = ZERO;
  for (const part of parts) sum = plus(sum, part);
  return sum;
};

/** To the nearest whole unit; a half goes up, that is towards the customer when money is paid back. */
export function roundHalfUp(value: Ratio): number {
  if (typeof value === 'number') return value;
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
  let rest = whole;
  for (const part of rounded) rest -= part;
  if (rest === 0 || rounded.length === 0) return rounded;
  let largest = 0;
  for (let i = 1; i < rounded.length; i++) if ((rounded[i] ?? 0) > (rounded[largest] ?? 0)) largest = i;
  return rounded.map((part, i) => (i === largest ? part + rest : part));
}
