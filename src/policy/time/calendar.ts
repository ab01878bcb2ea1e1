import { DAY_MS } from './zone.ts';

/** Which days are working days somewhere: read from a `kind: calendar` document, versioned and hashed like a policy. */
export interface BusinessCalendar {
  readonly id: string;
  /** Days the list of holidays is complete for: [first, end), in days since 1970. Outside it the answer is unknown. */
  readonly first: number;
  readonly end: number;
  /** ISO weekdays (1 Monday … 7 Sunday) nobody works on. */
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlySet<number>;
}

/** No window reaches further than this many days of search. */
const MAX_SEARCH_DAYS = 3_660;

/** 1970-01-01 was a Thursday. */
const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Undefined where the calendar does not know. */
export function isBusinessDay(calendar: BusinessCalendar, day: number): boolean | undefined {
  if (day < calendar.first || day >= calendar.end) return undefined;
  return !calendar.weekend.has(isoWeekday(day)) && !calendar.holidays.has(day);
}

/** The day itself when it is a working day, else the next one. */
export function rollForward(calendar: BusinessCalendar, day: number): number | undefined {
  for (let candidate = day; candidate < day + MAX_SEARCH_DAYS; candidate++) {
    const works = isBusinessDay(calendar, candidate);
    if (works === undefined) return undefined;
    if (works) return candidate;
  }
  return undefined;
}

/** The `count`-th working day after a day (before it, when negative); the day itself never counts. */
export function addBusinessDays(calendar: BusinessCalendar, day: number, count: number): number | undefined {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let at = day;
  for (let searched = 0; left > 0; searched++) {
    at += step;
    const works = isBusinessDay(calendar, at);
    if (works === undefined || searched > MAX_SEARCH_DAYS) return undefined;
    if (works) left--;
  }
  return at;
}

/** Adds whole months to a day; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const target = new Date(first);
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return first / DAY_MS + Math.min(date.getUTCDate(), lastOfMonth) - 1;
}

/** Whole months begun since `from` on a given day: the day of the start begins the first one. */
export function monthsBegun(from: number, to: number): number {
  if (to < from) return 0;
  const [a, b] = [new Date(from * DAY_MS), new Date(to * DAY_MS)];
  let months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth() - 1;
  while (addMonths(from, months + 1) <= to) months++;
  return months + 1;
}
