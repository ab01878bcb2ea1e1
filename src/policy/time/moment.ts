import { isIsoDate, Temporal } from '#lib/time.ts';
import { DAY_MS, type Zone } from './zone.ts';

/** A point in time, or a whole calendar day where nobody recorded the hour. */
export type Moment =
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'date'; readonly day: number };

export const instantAt = (ms: number): Moment => ({ kind: 'instant', ms });
export const dateAt = (day: number): Moment => ({ kind: 'date', day });

export const isMoment = (value: unknown): value is Moment =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'instant' || value.kind === 'date');

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

const plausible = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

/** Reads `2026-11-22` or `2026-11-22T10:00:00Z` (any offset); null when it is neither, or outside 1900 to 2200. */
export function readMoment(text: string): Moment | null {
  if (isIsoDate(text)) {
    const date = Temporal.PlainDate.from(text);
    return plausible(date.year) ? dateAt(dayOfDate(date)) : null;
  }
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text);
    return plausible(new Date(epochMilliseconds).getUTCFullYear()) ? instantAt(epochMilliseconds) : null;
  } catch {
    return null;
  }
}

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

/** Negative, zero or positive. Two instants compare as such; as soon as one is a date, local days compare. */
export const compareMoments = (a: Moment, b: Moment, zone: Zone): number =>
  a.kind === 'instant' && b.kind === 'instant' ? a.ms - b.ms : dayOf(a, zone) - dayOf(b, zone);

/** How a moment is written in answers and hashes. */
export const momentText = (moment: Moment): string =>
  moment.kind === 'date'
    ? dateOfDay(moment.day).toString()
    : Temporal.Instant.fromEpochMilliseconds(moment.ms).toString();
