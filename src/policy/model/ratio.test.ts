import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRatios, minus, over, plus, type Ratio, roundHalfUp, times } from './ratio.ts';

/** The same number as a fraction of bigints. */
const exact = (value: Ratio): readonly [n: bigint, d: bigint] =>
  typeof value === 'number' ? [BigInt(value), 1n] : [value.n, value.d];

const same = (value: Ratio, n: bigint, d: bigint): boolean => {
  const [top, bottom] = exact(value);
  return top * d === n * bottom && bottom > 0n;
};

const whole = fc.maxSafeInteger();
const fraction = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0),
  )
  .map(([n, d]) => over(n, d));
const amount = fc.oneof(whole, fc.integer({ min: -5_000, max: 5_000 }), fraction);

test('sums, differences, products and quotients are exact, however large they grow', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [n, d] = exact(a);
      const [m, e] = exact(b);
      expect(same(plus(a, b), n * e + m * d, d * e)).toBe(true);
      expect(same(minus(a, b), n * e - m * d, d * e)).toBe(true);
      expect(same(times(a, b), n * m, d * e)).toBe(true);
      if (m !== 0n) expect(same(over(a, b), m < 0n ? -n * e : n * e, m < 0n ? -m * d : m * d)).toBe(true);
      expect(Math.sign(compareRatios(a, b))).toBe(Math.sign(Number(n * e - m * d)));
    }),
  );
});

test('a half goes up, below zero as well, and zero has no sign', () => {
  expect([over(5, 2), over(-5, 2), over(1, 3), over(-2, 3)].map(roundHalfUp)).toEqual([3, -2, 0, -1]);
  expect(Object.is(minus(0, 0), 0) && Object.is(times(-4, 0), 0) && Object.is(over(0, -3), 0)).toBe(true);
});
