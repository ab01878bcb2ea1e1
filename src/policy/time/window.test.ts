import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { instantAt } from './moment.ts';
import { lastMoment, type Window } from './window.ts';
import { findZone } from './zone.ts';

const exactly = (upTo: number): Window => ({
  from: null,
  upTo,
  unit: 'calendarDay',
  boundary: 'exact',
  calendar: null,
  holidayRollover: false,
  anchorDay: 0,
});

/** The last instant of an exact window, so many days after a local time. */
function lastOf(anchor: Temporal.ZonedDateTime, days: number): number | undefined {
  const zone = findZone(anchor.timeZoneId);
  if (zone === null) throw new Error(anchor.timeZoneId);
  const last = lastMoment(exactly(days), instantAt(anchor.epochMilliseconds), zone);
  return last?.kind === 'instant' ? last.ms : undefined;
}

test.each([
  ['a time the clocks skip in spring is the later one', '2026-03-07T02:30[America/New_York]', '2026-03-08T07:30:00Z'],
  [
    'a time they show twice in autumn is the first of both',
    '2026-10-31T01:30[America/New_York]',
    '2026-11-01T05:30:00Z',
  ],
  ['half an hour is skipped likewise', '2026-10-03T02:15[Australia/Lord_Howe]', '2026-10-03T15:45:00Z'],
  ['a whole day is skipped likewise', '2011-12-29T12:00[Pacific/Apia]', '2011-12-30T22:00:00Z'],
])('%s', (_name, anchor, expected) => {
  expect(lastOf(Temporal.ZonedDateTime.from(anchor), 1)).toBe(Temporal.Instant.from(expected).epochMilliseconds);
});

test('an exact window ends when Temporal says, in every zone and at every hour', () => {
  const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'];
  const at = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), at, fc.integer({ min: -400, max: 400 }), (id, ms, days) => {
      const anchor = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(id);
      expect(lastOf(anchor, days)).toBe(anchor.add({ days }).epochMilliseconds);
    }),
    { numRuns: 1_000 },
  );
});
