import { z } from 'zod';
import { isIsoDate, Temporal } from '#lib/time.ts';

/** A stretch of a day, `["09:00","12:30"]`; `24:00` is the end of the day. */
export type Stretch = readonly [from: string, until: string];

/** When somebody works: by ISO weekday (1 Monday … 7 Sunday), in a zone; holidays are local dates nobody works on. */
export interface BusinessHours {
  readonly zone: string;
  readonly week: Readonly<Record<string, readonly Stretch[]>>;
  readonly holidays: readonly string[];
}

const MAX_STRETCHES = 6;
const MAX_HOLIDAYS = 400;
/** No promise reaches further; a week without any hours ends the search here. */
const MAX_DAYS = 3_660;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const stretch = z.tuple([z.string().regex(TIME), z.string().regex(TIME)]).refine(([a, b]) => a < b);
const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

export const businessHoursSchema = z.object({
  zone: z.string().max(60).refine(isZone),
  week: z.partialRecord(
    z.enum(['1', '2', '3', '4', '5', '6', '7']),
    z
      .array(stretch)
      .max(MAX_STRETCHES)
      .refine((day) => day.every(([from], i) => i === 0 || (day[i - 1]?.[1] ?? '') <= from)),
  ),
  holidays: z.array(z.string().refine(isIsoDate)).max(MAX_HOLIDAYS),
});

const NINE_TO_FIVE: readonly Stretch[] = [['09:00', '17:00']];

/** Monday to Friday, 9 to 17, in UTC. */
export const USUAL_HOURS: BusinessHours = {
  zone: 'UTC',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, NINE_TO_FIVE])),
  holidays: [],
};

/** An instant's local day in the zone of some hours. */
export const dayIn = (hours: BusinessHours, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(hours.zone).toPlainDate();

/** The first instant of a local day. */
export const startOfDay = (hours: BusinessHours, day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime(hours.zone).toInstant();

function instantAt(hours: BusinessHours, day: Temporal.PlainDate, time: string): Temporal.Instant {
  if (time === '24:00') return startOfDay(hours, day.add({ days: 1 }));
  // A time the clock skips in spring is taken as the one right after; one it shows twice in autumn as the first.
  return day.toZonedDateTime({ timeZone: hours.zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** The stretches somebody works on a day, as instants; none on a holiday. */
export function stretchesOn(
  hours: BusinessHours,
  day: Temporal.PlainDate,
): readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[] {
  if (hours.holidays.includes(day.toString())) return [];
  return (hours.week[String(day.dayOfWeek)] ?? [])
    .map(([from, until]) => ({ from: instantAt(hours, day, from), until: instantAt(hours, day, until) }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0);
}

/**
 * The moment a number of working minutes after another; the end of a stretch rather than the start of the next.
 * @returns null when nobody works often enough within ten years
 */
export function addWorkingMinutes(
  hours: BusinessHours,
  at: Temporal.Instant,
  minutes: number,
): Temporal.Instant | null {
  let left = minutes * 60_000;
  let day = dayIn(hours, at);
  for (let i = 0; i < MAX_DAYS; i++, day = day.add({ days: 1 })) {
    for (const { from, until } of stretchesOn(hours, day)) {
      const start = Math.max(from.epochMilliseconds, at.epochMilliseconds);
      const worked = until.epochMilliseconds - start;
      if (worked <= 0) continue;
      if (left <= worked) return Temporal.Instant.fromEpochMilliseconds(start + left);
      left -= worked;
    }
  }
  return null;
}

/** Working time between two moments, in whole minutes; 0 when the second is not later. */
export function workingMinutesBetween(hours: BusinessHours, from: Temporal.Instant, until: Temporal.Instant): number {
  let worked = 0;
  const last = dayIn(hours, until);
  for (let day = dayIn(hours, from), i = 0; i < MAX_DAYS; i++, day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, last) > 0) break;
    for (const stretch of stretchesOn(hours, day)) {
      const start = Math.max(stretch.from.epochMilliseconds, from.epochMilliseconds);
      worked += Math.max(0, Math.min(stretch.until.epochMilliseconds, until.epochMilliseconds) - start);
    }
  }
  return Math.floor(worked / 60_000);
}

/** The end of work on the `count`-th working day after a day; the day itself never counts. Null as above. */
export function endOfWorkingDay(hours: BusinessHours, at: Temporal.Instant, count: number): Temporal.Instant | null {
  let left = count;
  let day = dayIn(hours, at);
  for (let i = 0; i < MAX_DAYS; i++) {
    const end = stretchesOn(hours, day).at(-1)?.until;
    if (end && i > 0) left--;
    if (end && left <= 0) return end;
    day = day.add({ days: 1 });
  }
  return null;
}
