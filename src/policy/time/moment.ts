import { Temporal } from '#lib/time.ts';
import { DAY_MS, type Zone } from './zone.ts';

/** A point in time, or a whole calendar day where nobody recorded the hour. */
export type Moment =
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'date'; readonly day: number };

export const instantAt = (ms: number): Moment => ({ kind: 'instant', ms });
export const dateAt = (day: number): Moment => ({ kind: 'date', day });

export function isMoment(value: unknown): value is Moment {
  if (typeof value !== 'object' || value === null) return false;
  const { kind } = value as { readonly kind?: unknown };
  return kind === 'instant' || kind === 'date';
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

const plausible = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

/** Reads `2026-11-22` or `2026-11-22T10:00:00Z` (any offset); null when it is neither, or outside 1900 to 2200. */
export function readMoment(text: string): Moment | null {
  const plain = readPlain(text);
  if (plain !== undefined) return plain;
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text);
    return plausible(new Date(epochMilliseconds).getUTCFullYear()) ? instantAt(epochMilliseconds) : null;
  } catch {
    return null;
  }
}

const DATE_LENGTH = '2026-11-22'.length;
const INSTANT_LENGTH = '2026-11-22T10:00:00Z'.length;
const PRECISE_LENGTH = '2026-11-22T10:00:00.000Z'.length;

/** The number written from one place to another; NaN where anything but digits stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The forms stored facts are written in, read without Temporal because a replay reads millions of them.
 * @returns undefined for any other way to write an instant
 */
function readPlain(text: string): Moment | null | undefined {
  const { length } = text;
  if (length !== DATE_LENGTH && length !== INSTANT_LENGTH && length !== PRECISE_LENGTH) return undefined;
  if (text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const real = month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
  if (length === DATE_LENGTH) return real && plausible(year) ? dateAt(Date.UTC(year, month - 1, date) / DAY_MS) : null;
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const timely = hour <= 23 && minute <= 59 && second <= 59 && text[13] === ':' && text[16] === ':';
  const ms =
    length === PRECISE_LENGTH && text[19] === '.' ? digits(text, 20, 23) : length === INSTANT_LENGTH ? 0 : Number.NaN;
  if (!real || !timely || !(ms >= 0) || text[10] !== 'T' || !text.endsWith('Z')) return undefined;
  return plausible(year) ? instantAt(Date.UTC(year, month - 1, date, hour, minute, second, ms)) : null;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Whole days since 1970-01-01. */
export const dayOfDate = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;

export const dateOfDay = (day: number): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01').add({ days: day });

/** The local calendar day, as a count. */
export const dayOf = (moment: Moment, zone: Zone): number =>
  moment.kind === 'date' ? moment.day : zone.dayAt(moment.ms);

/** The instants a moment may mean: one, or every one of its local day (end exclusive, in milliseconds). */
export function spanOf(moment: Moment, zone: Zone): readonly [first: number, last: number] {
  if (moment.kind === 'instant') return [moment.ms, moment.ms];
  return [zone.startOf(moment.day), zone.startOf(moment.day + 1) - 1];
}

/** Far more than any zone is away from UTC. */
const BEYOND_ZONES_MS = 2 * DAY_MS;

/** Where a moment lies, zones aside. */
const roughly = (moment: Moment): number => (moment.kind === 'instant' ? moment.ms : moment.day * DAY_MS);

/** Negative, zero or positive. Two instants compare as such; as soon as one is a date, local days compare. */
export function compareMoments(a: Moment, b: Moment, zone: Zone): number {
  const apart = roughly(a) - roughly(b);
  if ((a.kind === 'instant' && b.kind === 'instant') || Math.abs(apart) > BEYOND_ZONES_MS) return apart;
  return dayOf(a, zone) - dayOf(b, zone);
}

/** How a moment is written in answers and hashes. */
export const momentText = (moment: Moment): string =>
  moment.kind === 'date'
    ? dateOfDay(moment.day).toString()
    : Temporal.Instant.fromEpochMilliseconds(moment.ms).toString();
