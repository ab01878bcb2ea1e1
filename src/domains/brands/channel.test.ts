import { describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { channelSchema, type Hours, isOpen } from './channel.ts';

const WORKDAYS: Hours['weekly'][number]['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const DAILY: Hours['weekly'][number]['days'] = [...WORKDAYS, 'sat', 'sun'];
const office = (zone: string): Hours => ({ zone, weekly: [{ days: WORKDAYS, from: '08:00', to: '20:00' }] });
const openAt = (hours: Hours, at: string): boolean => isOpen(hours, Temporal.Instant.from(at));

describe('a channel open from eight to eight on working days', () => {
  test.each([
    ['just before opening', '2026-11-23T06:59:59Z', false],
    ['when it opens', '2026-11-23T07:00:00Z', true],
    ['in its last second', '2026-11-23T18:59:59Z', true],
    ['when it closes', '2026-11-23T19:00:00Z', false],
    ['on a Saturday', '2026-11-21T11:00:00Z', false],
    ['on a Sunday', '2026-11-22T11:00:00Z', false],
    ['on a Friday', '2026-11-20T11:00:00Z', true],
  ])('answers in Berlin %s (%s): %s', (_when, at, open) => {
    expect(openAt(office('Europe/Berlin'), at)).toBe(open);
  });

  test('goes by its own zone’s weekday, not by the reader’s', () => {
    // Monday in Kuala Lumpur while it is Sunday evening in London.
    expect(openAt(office('Asia/Kuala_Lumpur'), '2026-11-23T00:30:00Z')).toBe(true);
    expect(openAt(office('Europe/London'), '2026-11-23T00:30:00Z')).toBe(false);
    expect(openAt(office('America/New_York'), '2026-11-23T00:30:00Z')).toBe(false);
  });
});

describe('when the clocks change, the wall clock counts', () => {
  test.each([
    // Berlin, forward on 29 March 2026 (02:00 → 03:00), back on 25 October 2026 (03:00 → 02:00).
    ['Europe/Berlin', '2026-03-28T07:00:00Z', true],
    ['Europe/Berlin', '2026-03-28T06:59:00Z', false],
    ['Europe/Berlin', '2026-03-29T06:00:00Z', true],
    ['Europe/Berlin', '2026-03-29T05:59:00Z', false],
    ['Europe/Berlin', '2026-10-24T06:00:00Z', true],
    ['Europe/Berlin', '2026-10-25T06:00:00Z', false],
    ['Europe/Berlin', '2026-10-25T07:00:00Z', true],
    // New York, forward on 8 March 2026, back on 1 November 2026.
    ['America/New_York', '2026-03-07T13:00:00Z', true],
    ['America/New_York', '2026-03-08T12:00:00Z', true],
    ['America/New_York', '2026-03-08T11:59:00Z', false],
    ['America/New_York', '2026-11-01T12:00:00Z', false],
    ['America/New_York', '2026-11-01T13:00:00Z', true],
  ])('%s at %s: %s', (zone, at, open) => {
    expect(openAt({ zone, weekly: [{ days: DAILY, from: '08:00', to: '20:00' }] }, at)).toBe(open);
  });

  test('an hour that comes twice is open twice, and one that never comes opens at the next minute there is', () => {
    const night: Hours = { zone: 'Europe/Berlin', weekly: [{ days: ['sun'], from: '02:00', to: '03:00' }] };
    expect(openAt(night, '2026-10-25T00:30:00Z')).toBe(true);
    expect(openAt(night, '2026-10-25T01:30:00Z')).toBe(true);
    expect(openAt(night, '2026-10-25T02:00:00Z')).toBe(false);
    expect(openAt(night, '2026-03-29T00:59:00Z')).toBe(false);
    expect(openAt(night, '2026-03-29T01:00:00Z')).toBe(false);
  });
});

describe('a stretch past midnight', () => {
  const overnight: Hours = { zone: 'UTC', weekly: [{ days: ['fri'], from: '22:00', to: '02:00' }] };

  test.each([
    ['before it begins', '2026-11-20T21:59:00Z', false],
    ['on its evening', '2026-11-20T22:00:00Z', true],
    ['after midnight', '2026-11-21T01:59:00Z', true],
    ['when it ends', '2026-11-21T02:00:00Z', false],
    ['in the night before it', '2026-11-20T01:00:00Z', false],
    ['on the evening after it', '2026-11-21T23:00:00Z', false],
  ])('is open %s: %s → %s', (_when, at, open) => {
    expect(openAt(overnight, at)).toBe(open);
  });

  test('runs from Sunday into Monday', () => {
    const sunday: Hours = { zone: 'UTC', weekly: [{ days: ['sun'], from: '22:00', to: '02:00' }] };
    expect(openAt(sunday, '2026-11-23T01:00:00Z')).toBe(true);
  });
});

test('midnight to midnight is the whole day, written as 24:00 or as 00:00', () => {
  for (const to of ['24:00', '00:00']) {
    const all: Hours = { zone: 'UTC', weekly: [{ days: DAILY, from: '00:00', to }] };
    expect(['00:00', '12:00', '23:59'].every((time) => openAt(all, `2026-11-22T${time}:00Z`))).toBe(true);
  }
});

test('a break at noon closes between two stretches', () => {
  const hours: Hours = {
    zone: 'UTC',
    weekly: [
      { days: WORKDAYS, from: '08:00', to: '12:00' },
      { days: WORKDAYS, from: '13:00', to: '17:00' },
    ],
  };
  expect(['11:59', '12:30', '13:00'].map((time) => openAt(hours, `2026-11-23T${time}:00Z`))).toEqual([
    true,
    false,
    true,
  ]);
});

describe('a channel in a file is refused', () => {
  const channel = { id: 'chat', kind: 'chat', name: { en: 'Chat' }, bestFor: { en: 'Anything' } };
  const hours = { zone: 'UTC', weekly: [{ days: ['mon'], from: '08:00', to: '20:00' }] };

  test.each([
    ['a zone that does not exist', { hours: { ...hours, zone: 'Europe/Atlantis' } }, 'hours.zone'],
    [
      'a time of 8:00',
      { hours: { ...hours, weekly: [{ days: ['mon'], from: '8:00', to: '20:00' }] } },
      'hours.weekly.0.from',
    ],
    [
      'a time of 25:00',
      { hours: { ...hours, weekly: [{ days: ['mon'], from: '08:00', to: '25:00' }] } },
      'hours.weekly.0.to',
    ],
    ['no days', { hours: { ...hours, weekly: [{ days: [], from: '08:00', to: '20:00' }] } }, 'hours.weekly.0.days'],
    ['an address that runs a script', { url: 'javascript:alert(1)' }, 'url'],
    ['a country written out', { regions: ['Germany'] }, 'regions.0'],
    ['an unknown key', { phone: '1' }, ''],
  ])('with %s', (_what, change, path) => {
    const read = channelSchema.safeParse({ ...channel, ...change });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('and taken when it says no more than it must', () => {
    expect(channelSchema.parse(channel)).toEqual({ ...channel, languages: [], regions: [], sources: [] });
  });
});
