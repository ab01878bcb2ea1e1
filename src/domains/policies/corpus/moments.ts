import { Temporal } from '#lib/time.ts';
import type { Dice } from './random.ts';

/** When a charge was made and when somebody asked about it. */
export interface Times {
  readonly chargedAt: Temporal.ZonedDateTime;
  readonly requestedAt: Temporal.ZonedDateTime;
}

/** How far back requests reach. Two years and more, so that a leap day and every change of the clock is among them. */
const REACH_DAYS = 1_000;
/** The longest anybody waits before asking. */
const LONGEST_DAYS = 120;

/** Days on which calendars go wrong: a leap day, ends of months, nights in which the clock changes. */
const ODD_DAYS = [
  '2024-02-29',
  '2024-03-31',
  '2024-08-31',
  '2024-10-27',
  '2024-12-31',
  '2025-01-31',
  '2025-03-09',
  '2025-03-30',
  '2025-10-26',
  '2025-11-02',
  '2026-01-31',
  '2026-03-29',
  '2026-05-31',
  '2026-10-25',
] as const;
const ODD_SHARE = 0.04;
const EDGE_SHARE = 0.35;
const SOON_SHARE = 0.45;
const SOON_MEAN_DAYS = 9;

/** Waking hours mostly; machines charge at night as well. */
const timeOfDay = (dice: Dice): Temporal.PlainTime =>
  Temporal.PlainTime.from({
    hour: dice.chance(0.8) ? dice.whole(7, 22) : dice.whole(0, 23),
    minute: dice.whole(0, 59),
    second: dice.whole(0, 59),
  });

function chargeDay(dice: Dice, until: Temporal.PlainDate): Temporal.PlainDate {
  if (dice.chance(ODD_SHARE)) {
    const day = Temporal.PlainDate.from(dice.pick(ODD_DAYS));
    if (Temporal.PlainDate.compare(day, until.subtract({ days: 1 })) < 0) return day;
  }
  return until.subtract({ days: dice.whole(1, REACH_DAYS) });
}

const LAST_SECOND = Temporal.PlainTime.from('23:59:59');
const MIDNIGHT = Temporal.PlainTime.from('00:00:00');

/** A request on the last day of a window or the day after it, often to the second. */
function atTheEdge(dice: Dice, charged: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  const last = charged.toPlainDate().add({ days });
  const zone = charged.timeZoneId;
  const throwOf = dice.share();
  if (throwOf < 0.15) return last.toZonedDateTime({ timeZone: zone, plainTime: LAST_SECOND });
  if (throwOf < 0.55) return last.toZonedDateTime({ timeZone: zone, plainTime: timeOfDay(dice) });
  const next = last.add({ days: 1 });
  return next.toZonedDateTime({ timeZone: zone, plainTime: throwOf < 0.7 ? MIDNIGHT : timeOfDay(dice) });
}

function requestAfter(
  dice: Dice,
  charged: Temporal.ZonedDateTime,
  windowDays: readonly number[],
): Temporal.ZonedDateTime {
  const throwOf = dice.share();
  if (throwOf < EDGE_SHARE && windowDays.length > 0) return atTheEdge(dice, charged, dice.pick(windowDays));
  const days = throwOf < EDGE_SHARE + SOON_SHARE ? dice.around(SOON_MEAN_DAYS) : dice.share() * LONGEST_DAYS;
  return charged.add({ seconds: Math.max(60, Math.round(Math.min(days, LONGEST_DAYS) * 86_400)) });
}

/**
 * A charge and a request after it, in the customer's zone.
 * @param until the day before which everything has happened
 * @param windowDays last days of the windows that are tried at their edges
 */
export function timesOf(dice: Dice, zone: string, until: Temporal.PlainDate, windowDays: readonly number[]): Times {
  const chargedAt = chargeDay(dice, until).toZonedDateTime({ timeZone: zone, plainTime: timeOfDay(dice) });
  const requestedAt = requestAfter(dice, chargedAt, windowDays);
  if (Temporal.PlainDate.compare(requestedAt.toPlainDate(), until) < 0) return { chargedAt, requestedAt };
  // It has not been asked yet: the same story, some months earlier.
  const back = { days: LONGEST_DAYS + 30 };
  return { chargedAt: chargedAt.subtract(back), requestedAt: requestedAt.subtract(back) };
}

/** The end of a period: the same day of the next month or year, or its last day where there is no such day. */
export const periodEnd = (start: Temporal.PlainDate, term: 'monthly' | 'annual'): Temporal.PlainDate =>
  start.add(term === 'monthly' ? { months: 1 } : { years: 1 });
