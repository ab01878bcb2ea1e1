import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { sha256 } from '#lib/bytes.ts';
import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import { dateOf } from '#lib/time.ts';
import { readerFor } from '#ui/reader.ts';
import type { ClaimFile } from '../claim.ts';
import { CHARGEBACK_DAYS, deadlinesOf } from './deadlines.ts';

/** A day worth remembering. */
export interface ClaimDay {
  readonly name: 'lastDay' | 'answer' | 'money' | 'remind' | 'chargeback';
  readonly on: Temporal.PlainDate;
  readonly title: string;
  readonly text: string;
  /** How many days before it the calendar speaks up. */
  readonly warnDays: number;
}

const WARN_LAST_DAY = 3;
const WARN_CHARGEBACK = 14;

/** The days of a claim in words, in the order they come. */
export function claimDays(file: ClaimFile, locale: Locale): readonly ClaimDay[] {
  const { t } = readerFor(locale);
  const { name } = file.brand;
  const { lastDay, answerBy, moneyBy, remindOn, chargebackBy } = deadlinesOf(file);
  const days: readonly (Omit<ClaimDay, 'title' | 'text' | 'on'> & { readonly on: Temporal.PlainDate | null })[] = [
    { name: 'lastDay', on: lastDay, warnDays: WARN_LAST_DAY },
    { name: 'answer', on: answerBy, warnDays: 0 },
    { name: 'money', on: moneyBy, warnDays: 0 },
    { name: 'remind', on: remindOn, warnDays: 0 },
    { name: 'chargeback', on: chargebackBy, warnDays: WARN_CHARGEBACK },
  ];
  return days
    .flatMap(({ on, ...day }) =>
      on === null
        ? []
        : [
            {
              ...day,
              on,
              title: t(`papers.calendar.${day.name}`, { name }),
              text: t(`papers.calendar.${day.name}Text`, { days: CHARGEBACK_DAYS }),
            },
          ],
    )
    .sort((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1));
}

/** Seconds in a day, as an alarm counts. */
const DAY = 86_400;

/**
 * The days of a claim as a calendar file (RFC 5545): all-day events, the same identity each time, so that a second
 * import moves an event instead of doubling it.
 * @param link the claim's secret address, only where the customer asked for it
 */
export function calendarFile(file: ClaimFile, locale: Locale, link: string | null): string {
  const { t } = readerFor(locale);
  const calendar = ical({
    name: t('papers.calendar.name', { name: file.brand.name }),
    prodId: { company: 'Recourse', product: 'Claim', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  // The identity must not lead back to the claim: its id is no secret of ours to spread in calendars.
  const identity = sha256(`calendar:${file.claim.id}`).slice(0, 24);
  for (const { name, on, title, text, warnDays } of claimDays(file, locale)) {
    const event = calendar.createEvent({
      id: `${identity}-${name}@recourse`,
      start: on,
      end: on.add({ days: 1 }),
      allDay: true,
      stamp: dateOf(file.now),
      summary: title,
      description: link === null ? text : `${text}\n${link}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (link !== null) event.url(link);
    if (warnDays > 0) event.createAlarm({ type: ICalAlarmType.display, trigger: warnDays * DAY, description: title });
  }
  return calendar.toString();
}
