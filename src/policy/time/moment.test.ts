import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { readMoment } from './moment.ts';

/** What Temporal says about a text, within the years a policy may speak of. */
function byTemporal(text: string): unknown {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
      const day = Temporal.PlainDate.from('1970-01-01').until(date).days;
      return date.year >= 1900 && date.year <= 2200 ? { kind: 'date', day } : null;
    }
    const { epochMilliseconds: ms } = Temporal.Instant.from(text);
    const year = new Date(ms).getUTCFullYear();
    return year >= 1900 && year <= 2200 ? { kind: 'instant', ms } : null;
  } catch {
    return null;
  }
}

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
const date = fc
  .tuple(fc.integer({ min: 1890, max: 2210 }), two(0, 13), two(0, 32))
  .map(([year, month, day]) => `${year}-${month}-${day}`);
const instant = fc
  .tuple(
    date,
    two(0, 25),
    two(0, 61),
    two(0, 61),
    fc.constantFrom('', '.5', '.042'),
    fc.constantFrom('Z', '', '+01:00'),
  )
  .map(([day, hour, minute, second, part, zone]) => `${day}T${hour}:${minute}:${second}${part}${zone}`);

test('dates and instants are read as Temporal reads them, the ones there are none of included', () => {
  fc.assert(
    fc.property(fc.oneof(date, instant), (text) => {
      expect(readMoment(text)).toEqual(byTemporal(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2024-02-29', { kind: 'date', day: 19_782 }],
  ['2026-02-29', null],
  ['2026-11-22T10:00:00Z', { kind: 'instant', ms: Date.UTC(2026, 10, 22, 10) }],
  ['2026-11-22T10:00:00.123Z', { kind: 'instant', ms: Date.UTC(2026, 10, 22, 10, 0, 0, 123) }],
  ['2026-11-22X10:00:00Z', null],
  ['2026-11-2２', null],
])('%s', (text, expected) => {
  expect(readMoment(text)).toEqual(expected);
});
