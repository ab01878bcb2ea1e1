import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { readAmount, readAnswer, readDay, readPastDay } from './interview-answer.ts';

const today = Temporal.PlainDate.from('2026-11-22');

test('a day is understood as people of each language write it', () => {
  for (const text of ['2026-09-24', '24.09.2026', '24/09/2026', '24/9/26', ' 24. 9. 2026 ', '24-09-2026']) {
    expect(readDay(text)?.toString(), text).toBe('2026-09-24');
  }
  for (const text of ['', 'yesterday', '31.02.2026', '2026-13-01', '24.09', '1.1.1'])
    expect(readDay(text), text).toBeNull();
});

test('a day ahead, or a lifetime ago, is a slip', () => {
  expect(readPastDay('2026-11-22', today)).toEqual({ value: '2026-11-22' });
  expect(readPastDay('2026-11-23', today)).toEqual({ problem: 'future' });
  expect(readPastDay('2006-11-22', today)).toEqual({ problem: 'tooOld' });
  expect(readPastDay('', today)).toEqual({ problem: 'missing' });
});

test('an amount is understood with either decimal mark, and with the sign of its currency', () => {
  for (const text of ['89,99', '89.99', '89,99 €', '€ 89.99', 'EUR 89,99', '89.99 eur']) {
    expect(readAmount(text, 'EUR'), text).toEqual({ value: { minor: 8999, unit: 'EUR' } });
  }
  expect(readAmount('12,– €', 'EUR')).toEqual({ value: { minor: 1200, unit: 'EUR' } });
  expect(readAmount('1.234,50', 'EUR')).toEqual({ value: { minor: 123_450, unit: 'EUR' } });
  expect(readAmount('1 234.5', 'USD')).toEqual({ value: { minor: 123_450, unit: 'USD' } });
  expect(readAmount('12,000', 'JPY')).toEqual({ value: { minor: 12_000, unit: 'JPY' } });
  for (const text of ['0', '-5', 'a lot', '1e9', '99999999999'])
    expect(readAmount(text, 'EUR'), text).toEqual({ problem: 'amount' });
});

test('only what was offered is chosen', () => {
  const asked = { kind: 'choice', options: [{ value: 'own' }], unit: 'EUR', today } as const;
  expect(readAnswer('own', asked)).toEqual({ value: 'own' });
  expect(readAnswer('constructor', asked)).toEqual({ problem: 'choice' });
  expect(readAnswer('', asked)).toEqual({ problem: 'missing' });
});
