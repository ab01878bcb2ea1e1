import { expect, test } from 'vitest';
import { dateIn, dateOf, instantOf, isIsoDate, monthsBetween, Temporal } from './time.ts';

test.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['2026-11-22T10:00', false],
  [' 2026-11-22', false],
  ['', false],
])('“%s” is a date: %s', (text, isDate) => {
  expect(isIsoDate(text)).toBe(isDate);
});

test.each([
  ['2026-01-15', '2026-02-14', 0],
  ['2026-01-15', '2026-02-15', 1],
  ['2026-01-31', '2026-02-28', 0],
  ['2026-01-31', '2026-03-01', 1],
  ['2024-02-29', '2025-02-28', 11],
  ['2024-02-29', '2025-03-01', 12],
  ['2025-11-22', '2026-11-22', 12],
  ['2026-03-10', '2026-01-10', -2],
])('from %s to %s are %i whole months', (from, to, months) => {
  expect(monthsBetween(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))).toBe(months);
});

test('the date of an instant depends on the zone', () => {
  const at = Temporal.Instant.from('2026-11-22T23:30:00Z');
  expect(dateIn(at, 'UTC').toString()).toBe('2026-11-22');
  expect(dateIn(at, 'Asia/Kuala_Lumpur').toString()).toBe('2026-11-23');
  expect(dateIn(at, 'America/New_York').toString()).toBe('2026-11-22');
});

test('an instant goes to the database and comes back to the millisecond', () => {
  const at = Temporal.Instant.from('2026-11-22T10:00:00.123Z');
  expect(instantOf(dateOf(at)).equals(at)).toBe(true);
});
