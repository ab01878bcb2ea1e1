import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCardNumbers, passesLuhn } from './card-numbers.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));

/** A number of a card: digits whose last one makes Luhn’s check come out. */
const card = fc
  .integer({ min: 12, max: 18 })
  .chain(digits)
  .map((body) => body + [...'0123456789'].find((last) => passesLuhn(body + last)))
  .filter((number) => new Set(number).size > 1);

const separated = fc
  .tuple(card, fc.constantFrom('', ' ', '-', '.', '\u00a0'))
  .map(([number, between]) => number.replaceAll(/(\d{4})(?=\d)/g, `$1${between}`));

test('keeps the last four digits of a card and nothing before them', () => {
  expect(maskCardNumbers('Karte 4242 4242 4242 4242, bitte')).toBe('Karte •••• •••• •••• 4242, bitte');
  expect(maskCardNumbers('5555555555554444')).toBe('••••••••••••4444');
});

test('leaves order numbers, dates, telephone numbers and amounts alone', () => {
  for (const text of ['order 1234567890123456', '2026-09-25', '+49 30 1234567', '1.234.567,89', '0000000000000000']) {
    expect(maskCardNumbers(text)).toBe(text);
  }
});

test('no card number survives, wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'my card is ', 'Nr. ', '('),
      separated,
      fc.constantFrom('', '.', ' thanks', ')'),
      (before, number, after) => {
        const masked = maskCardNumbers(before + number + after);
        const plain = number.replaceAll(/\D/g, '');
        expect(masked.replaceAll(/\D/g, '')).toBe(plain.slice(-4));
        expect(masked).toHaveLength((before + number + after).length);
      },
    ),
    { numRuns: 2000 },
  );
});

test('what is masked stays as it is when it is masked again', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(maskCardNumbers(maskCardNumbers(text))).toBe(maskCardNumbers(text));
    }),
  );
});
