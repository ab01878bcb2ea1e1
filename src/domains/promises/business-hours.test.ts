import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import {
  addWorkingMinutes,
  type BusinessHours,
  businessHoursSchema,
  endOfWorkingDay,
  USUAL_HOURS,
  workingMinutesBetween,
} from './business-hours.ts';
import { dueAfter } from './promise.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const text = (instant: Temporal.Instant | null): string | undefined => instant?.toString();

/** With a lunch break, Saturdays in the morning, and two holidays. */
const BERLIN: BusinessHours = {
  zone: 'Europe/Berlin',
  week: {
    ...Object.fromEntries(
      ['1', '2', '3', '4', '5'].map((day) => [
        day,
        [
          ['09:00', '12:30'],
          ['13:30', '18:00'],
        ],
      ]),
    ),
    '6': [['10:00', '13:00']],
  } as BusinessHours['week'],
  holidays: ['2026-12-25', '2026-12-26'],
};

describe('working time', () => {
  test('passes over the lunch break', () => {
    // Monday 23 November, 12:00 in Berlin: 30 minutes until the break, 30 after it.
    expect(text(addWorkingMinutes(BERLIN, at('2026-11-23T11:00:00Z'), 60))).toBe('2026-11-23T13:00:00Z');
  });

  test('ends with the stretch, not with the start of the next', () => {
    expect(text(addWorkingMinutes(BERLIN, at('2026-11-23T11:00:00Z'), 30))).toBe('2026-11-23T11:30:00Z');
  });

  test('starts when work starts', () => {
    // Sunday evening counts from Monday 9:00 in Berlin.
    expect(text(addWorkingMinutes(BERLIN, at('2026-11-22T20:00:00Z'), 60))).toBe('2026-11-23T09:00:00Z');
  });

  test('passes over holidays and the weekend after them', () => {
    // Thursday 24 December 17:30 + 2 h: half an hour, then Friday and Saturday off, Sunday off, Monday until 10:30.
    expect(text(addWorkingMinutes(BERLIN, at('2026-12-24T16:30:00Z'), 120))).toBe('2026-12-28T09:30:00Z');
  });

  test('is what the clock on the wall shows on the night it changes', () => {
    const nights: BusinessHours = { zone: 'Europe/Berlin', week: { '7': [['00:00', '06:00']] }, holidays: [] };
    // 29 March 2026: 02:00 to 03:00 does not exist, so five hours are worked; 25 October: seven.
    const day = (date: string) => [at(`${date}T00:00:00+01:00`), at(`${date}T12:00:00+01:00`)] as const;
    expect(workingMinutesBetween(nights, ...day('2026-03-29'))).toBe(5 * 60);
    expect(workingMinutesBetween(nights, at('2026-10-25T00:00:00+02:00'), at('2026-10-25T12:00:00+01:00'))).toBe(
      7 * 60,
    );
  });

  test('works until midnight where a stretch says so', () => {
    const late: BusinessHours = { zone: 'Asia/Kuala_Lumpur', week: { '1': [['20:00', '24:00']] }, holidays: [] };
    expect(text(addWorkingMinutes(late, at('2026-11-23T12:00:00Z'), 240))).toBe('2026-11-23T16:00:00Z');
  });

  test('is never where nobody works', () => {
    expect(addWorkingMinutes({ zone: 'UTC', week: {}, holidays: [] }, at('2026-11-23T09:00:00Z'), 1)).toBeNull();
  });

  test('added is the same as counted, whatever the hours', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kuala_Lumpur', 'Pacific/Apia');
    const minutes = fc.integer({ min: 1, max: 20_000 });
    const start = fc.integer({ min: 0, max: 365 * 24 * 60 });
    fc.assert(
      fc.property(zones, start, minutes, (zone, later, worked) => {
        const hours = { ...BERLIN, zone };
        const from = at('2026-01-01T00:00:00Z').add({ minutes: later });
        const until = addWorkingMinutes(hours, from, worked);
        if (!until) throw new Error('somebody works');
        expect(workingMinutesBetween(hours, from, until)).toBe(worked);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is promised in', () => {
  test.each([
    // Friday 20 November 2026, 15:00 UTC.
    ['hours counts working time', { upTo: 4, unit: 'hour' }, '2026-11-23T11:00:00Z'],
    ['business days ends with the last of them', { upTo: 3, unit: 'businessDay' }, '2026-11-25T17:00:00Z'],
    ['no business day ends today', { upTo: 0, unit: 'businessDay' }, '2026-11-20T17:00:00Z'],
    ['calendar days ends with the day', { upTo: 21, unit: 'calendarDay' }, '2026-12-11T23:59:59Z'],
    ['months ends with the same day', { upTo: 1, unit: 'month' }, '2026-12-20T23:59:59Z'],
  ] as const)('%s', (_what, span, due) => {
    expect(text(dueAfter(USUAL_HOURS, at('2026-11-20T15:00:00Z'), span))).toBe(due);
  });

  test('a month from the 31st ends with the last day of the shorter month, in a leap year too', () => {
    expect(text(dueAfter(USUAL_HOURS, at('2028-01-31T10:00:00Z'), { upTo: 1, unit: 'month' }))).toBe(
      '2028-02-29T23:59:59Z',
    );
    expect(text(dueAfter(USUAL_HOURS, at('2027-01-31T10:00:00Z'), { upTo: 1, unit: 'month' }))).toBe(
      '2027-02-28T23:59:59Z',
    );
  });

  test('business days asked for on a holiday start with the next working day', () => {
    // Friday 25 December is a holiday; Saturday 26 too; Monday 28 is the first working day.
    expect(text(endOfWorkingDay(BERLIN, at('2026-12-25T10:00:00Z'), 1))).toBe('2026-12-28T17:00:00Z');
  });
});

test.each([
  ['a zone there is not', { zone: 'Mars/Olympus', week: {}, holidays: [] }],
  ['a stretch that ends before it starts', { zone: 'UTC', week: { '1': [['17:00', '09:00']] }, holidays: [] }],
  [
    'stretches over each other',
    {
      zone: 'UTC',
      week: {
        '1': [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
      holidays: [],
    },
  ],
  ['an eighth day', { zone: 'UTC', week: { '8': [] }, holidays: [] }],
  ['a holiday that is no date', { zone: 'UTC', week: {}, holidays: ['2026-02-30'] }],
])('hours with %s are refused', (_what, hours) => {
  expect(businessHoursSchema.safeParse(hours).success).toBe(false);
});
