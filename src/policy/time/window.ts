import type { Truth } from '../model/truth.ts';
import { and } from '../model/truth.ts';
import { addBusinessDays, addMonths, type BusinessCalendar, rollForward } from './calendar.ts';
import { dateAt, dayOf, instantAt, type Moment, spanOf } from './moment.ts';
import { DAY_MS, type Zone } from './zone.ts';

export const WINDOW_UNITS = ['minute', 'hour', 'calendarDay', 'businessDay', 'month'] as const;
export type WindowUnit = (typeof WINDOW_UNITS)[number];

/** A stretch of time around an anchor. Bounds are counted in `unit` from the anchor and are both inclusive. */
export interface Window {
  /** Open when null: anything before the anchor is inside. */
  readonly from: number | null;
  /** Open when null: it never ends. */
  readonly upTo: number | null;
  readonly unit: WindowUnit;
  /** `endOfDay` compares local dates; `exact` compares instants. Hours and minutes are always exact. */
  readonly boundary: 'endOfDay' | 'exact';
  readonly calendar: BusinessCalendar | null;
  /** A last day that is no working day moves to the next one. */
  readonly holidayRollover: boolean;
  /** 1 when the day of the anchor is itself counted as day one. */
  readonly anchorDay: 0 | 1;
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000 } as const;

const isExactUnit = (unit: WindowUnit): unit is 'minute' | 'hour' => unit === 'minute' || unit === 'hour';

/** The local day `count` units after the anchor, or undefined where the calendar does not reach. */
function dayAfter(window: Window, anchorDay: number, count: number): number | undefined {
  const shifted = count > 0 ? count - window.anchorDay : count;
  if (window.unit === 'month') return addMonths(anchorDay, count) - (count > 0 ? window.anchorDay : 0);
  if (window.unit !== 'businessDay') return anchorDay + shifted;
  return window.calendar === null ? undefined : addBusinessDays(window.calendar, anchorDay, shifted);
}

/** The same local time of day on another day, as an instant. */
function atSameTime(ms: number, day: number, zone: Zone): number {
  const wall = ms + zone.offsetAt(ms);
  const moved = day * DAY_MS + (((wall % DAY_MS) + DAY_MS) % DAY_MS);
  return moved - zone.offsetAt(moved - zone.offsetAt(ms));
}

/** The last moment inside a window: a day, or an instant where the clock decides. Undefined when open or not known. */
export function lastMoment(window: Window, anchor: Moment, zone: Zone): Moment | undefined {
  const { upTo, unit } = window;
  if (upTo === null) return undefined;
  if (isExactUnit(unit)) {
    return anchor.kind === 'instant' ? instantAt(anchor.ms + upTo * UNIT_MS[unit]) : undefined;
  }
  const last = dayAfter(window, dayOf(anchor, zone), upTo);
  if (last === undefined) return undefined;
  const rolls = window.holidayRollover && window.calendar !== null;
  const day = rolls && window.calendar !== null ? rollForward(window.calendar, last) : last;
  if (day === undefined) return undefined;
  if (window.boundary === 'endOfDay' || anchor.kind === 'date') return dateAt(day);
  return instantAt(atSameTime(anchor.ms, day, zone));
}

/** The first moment inside a window; undefined when it is open or not known. */
export function firstMoment(window: Window, anchor: Moment, zone: Zone): Moment | undefined {
  if (window.from === null) return undefined;
  return lastMoment({ ...window, from: null, upTo: window.from, holidayRollover: false }, anchor, zone);
}

/** Elapsed time against a bound; unknown when only days are known and the hour would decide. */
function elapsed(window: Window, event: Moment, anchor: Moment, zone: Zone, unit: 'minute' | 'hour'): Truth {
  const [eventFirst, eventLast] = spanOf(event, zone);
  const [anchorFirst, anchorLast] = spanOf(anchor, zone);
  const [least, most] = [eventFirst - anchorLast, eventLast - anchorFirst];
  const { from, upTo } = window;
  const inTime = upTo === null || most <= upTo * UNIT_MS[unit] || (least > upTo * UNIT_MS[unit] ? false : undefined);
  const begun = from === null || least >= from * UNIT_MS[unit] || (most < from * UNIT_MS[unit] ? false : undefined);
  return and(inTime, begun);
}

/** `bound <= event`, by instant when both are instants and by local day otherwise. */
function notAfter(bound: Moment, event: Moment, zone: Zone): boolean {
  if (bound.kind === 'instant' && event.kind === 'instant') return bound.ms <= event.ms;
  return dayOf(bound, zone) <= dayOf(event, zone);
}

/** Whether an event falls inside a window; unknown only where a calendar or an hour is missing. */
export function isInside(window: Window, event: Moment, anchor: Moment, zone: Zone): Truth {
  if (isExactUnit(window.unit)) return elapsed(window, event, anchor, zone, window.unit);
  let inTime: Truth = true;
  if (window.upTo !== null) {
    const last = lastMoment(window, anchor, zone);
    inTime = last === undefined ? undefined : notAfter(event, last, zone);
  }
  if (window.from === null) return inTime;
  const first = firstMoment(window, anchor, zone);
  return and(inTime, first === undefined ? undefined : notAfter(first, event, zone));
}
