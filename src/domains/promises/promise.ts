import { Temporal } from '#lib/time.ts';
import { addWorkingMinutes, type BusinessHours, dayIn, endOfWorkingDay, startOfDay } from './business-hours.ts';

export const WAITS_FOR = ['customer', 'us', 'company', 'bank', 'partner'] as const;

/** A time promised, as policies write it: at the latest so many units from now. */
export interface Span {
  readonly upTo: number;
  readonly unit: 'minute' | 'hour' | 'businessDay' | 'calendarDay' | 'month';
}

/** Something said to be done by a moment. */
export interface MadePromise {
  readonly id: string;
  readonly brandId: string;
  readonly subject: string;
  /** `acknowledge`, `decide`, `pay`, `arrive`, `firstReply` … */
  readonly kind: string;
  readonly waitsFor: (typeof WAITS_FOR)[number];
  readonly madeAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly keptAt: Temporal.Instant | null;
  readonly released: { readonly at: Temporal.Instant; readonly because: string } | null;
  readonly breachedAt: Temporal.Instant | null;
  /** When its clock was stopped, while it stands still. */
  readonly pausedAt: Temporal.Instant | null;
}

export type PromiseState = 'open' | 'paused' | 'kept' | 'keptLate' | 'breached' | 'released';

const LAST_SECOND = { seconds: 1 };

/** The last second of the day `days` after the day of `at`. */
const endOfDay = (hours: BusinessHours, day: Temporal.PlainDate): Temporal.Instant =>
  startOfDay(hours, day.add({ days: 1 })).subtract(LAST_SECOND);

/**
 * When something promised now is due.
 * @returns null when the hours have so little work in them that it never is
 */
export function dueAfter(hours: BusinessHours, at: Temporal.Instant, { upTo, unit }: Span): Temporal.Instant | null {
  switch (unit) {
    case 'minute':
      return addWorkingMinutes(hours, at, upTo);
    case 'hour':
      return addWorkingMinutes(hours, at, upTo * 60);
    case 'businessDay':
      return endOfWorkingDay(hours, at, upTo);
    case 'calendarDay':
      return endOfDay(hours, dayIn(hours, at).add({ days: upTo }));
    case 'month':
      return endOfDay(hours, dayIn(hours, at).add({ months: upTo }));
  }
}

/** Where a promise stands at a moment. */
export function stateOf(promise: MadePromise, now: Temporal.Instant): PromiseState {
  const { keptAt, dueAt, released, breachedAt, pausedAt } = promise;
  if (released) return 'released';
  if (keptAt) return breachedAt || Temporal.Instant.compare(keptAt, dueAt) > 0 ? 'keptLate' : 'kept';
  if (breachedAt) return 'breached';
  if (pausedAt) return 'paused';
  return Temporal.Instant.compare(now, dueAt) > 0 ? 'breached' : 'open';
}
