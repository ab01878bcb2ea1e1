import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** A calendar date without a zone, as packs and `date` columns write it: `2026-11-22`. */
export type IsoDate = string;

/** The calendar date an instant falls on in an IANA zone. */
export const dateIn = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900') return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL `timestamptz` arrives as a Date; everything above the database speaks Temporal. */
export const instantOf = (value: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(value.getTime());

/** The other way, for query parameters. */
export const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

/** Whole calendar months from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'months' }).months;
