import { Temporal } from '#lib/time.ts';
import type { PolicyDocument } from '../model/document.ts';
import { rollForward } from '../time/calendar.ts';
import { dateOfDay, dayOf, type Moment, readMoment } from '../time/moment.ts';
import type { Window } from '../time/window.ts';
import type { Zone } from '../time/zone.ts';
import type { Given } from './ground.ts';
import { put } from './places.ts';

export type Situation = 'plain' | 'east' | 'west' | 'clocksForward' | 'clocksBack' | 'monthEnd' | 'leapDay' | 'holiday';

/** Dates on which the last day of a window is hard to count. */
const LAST_DAYS: Readonly<Partial<Record<Situation, string>>> = {
  clocksForward: '2027-03-28',
  clocksBack: '2026-10-25',
  monthEnd: '2027-02-28',
  leapDay: '2028-02-29',
};
const ZONES: Readonly<Partial<Record<Situation, string>>> = { east: 'Pacific/Auckland', west: 'America/Los_Angeles' };

/** Moves every date and instant of a case by whole days, so that distances stay what they are. */
function shifted(node: unknown, days: number): unknown {
  if (Array.isArray(node)) return node.map((each) => shifted(each, days));
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, shifted(each, days)]));
  }
  if (typeof node !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(node) || readMoment(node) === null) return node;
  return node.includes('T')
    ? Temporal.Instant.from(node)
        .add({ hours: 24 * days })
        .toString()
    : Temporal.PlainDate.from(node).add({ days }).toString();
}

const dayOfText = (text: string): number =>
  Temporal.PlainDate.from('1970-01-01').until(text, { largestUnit: 'day' }).days;

/** A day near the turn of the year on which nobody works. */
function restDay(window: Window): number | null {
  const from = dayOfText('2026-12-24');
  for (let day = from; day < from + 14; day++) {
    if (window.calendar && rollForward(window.calendar, day) !== day) return day;
  }
  return null;
}

/** The same case in a situation in which days are hard to count, or null where it makes no difference to this window. */
export function inSituation(
  situation: Situation,
  given: Given,
  document: PolicyDocument,
  window: Window,
  last: Moment,
  zone: Zone,
): Given | null {
  if (situation === 'plain') return given;
  const other = ZONES[situation];
  if (other !== undefined) return typeof document.zone === 'string' ? null : put(given, document.zone.fact, other);
  const wanted = LAST_DAYS[situation];
  const target = situation === 'holiday' ? restDay(window) : wanted === undefined ? null : dayOfText(wanted);
  if (target === null || (situation === 'holiday' && !window.holidayRollover)) return null;
  return shifted(given, target - dayOf(last, zone)) as Given;
}

export const SITUATIONS: readonly Situation[] = [
  'plain',
  'east',
  'west',
  'clocksForward',
  'clocksBack',
  'monthEnd',
  'leapDay',
  'holiday',
];

/** A day as people write it, for messages. */
export const dayText = (day: number): string => dateOfDay(day).toString();
