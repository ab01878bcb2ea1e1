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

/**
 * The same local time of day on another day, as an instant. A time the clocks skip becomes the later one, a time they
 * show twice the first of both: Temporal calls that `compatible`.
 */
function atSameTime(ms: number, day: number, zone: Zone): number {
  const wall = ms + zone.offsetAt(ms);
  const moved = day * DAY_MS + (((wall % DAY_MS) + DAY_MS) % DAY_MS);
  const before = zone.offsetAt(moved - DAY_MS);
  const after = zone.offsetAt(moved + DAY_MS);
  const first = moved - before;
  if (before === after || zone.offsetAt(first) === before) return first;
  const second = moved - after;
  return zone.offsetAt(second) === after ? second : first;
}

/** The local day a bound falls on, moved off a holiday where the window says so; undefined where the calendar does not reach. */
function boundDay(window: Window, anchorDay: number, count: number, rolls: boolean): number | undefined {
  const day = dayAfter(window, anchorDay, count);
  return rolls && day !== undefined && window.calendar !== null ? rollForward(window.calendar, day) : day;
}

/** Whether only local days decide, as they do but for an exact window around an anchor with its hour. */
const inDays = (window: Window, anchor: Moment): boolean => window.boundary === 'endOfDay' || anchor.kind === 'date';

/** A bound as a moment: a day, or an instant where the clock decides. */
function boundAt(window: Window, count: number, rolls: boolean, anchor: Moment, zone: Zone): Moment | undefined {
  if (isExactUnit(window.unit)) {
    return anchor.kind === 'instant' ? instantAt(anchor.ms + count * UNIT_MS[window.unit]) : undefined;
  }
  const day = boundDay(window, dayOf(anchor, zone), count, rolls);
  if (day === undefined) return undefined;
  return inDays(window, anchor) || anchor.kind === 'date' ? dateAt(day) : instantAt(atSameTime(anchor.ms, day, zone));
}

/** The last moment inside a window: a day, or an instant where the clock decides. Undefined when open or not known. */
export const lastMoment = (window: Window, anchor: Moment, zone: Zone): Moment | undefined =>
  window.upTo === null ? undefined : boundAt(window, window.upTo, window.holidayRollover, anchor, zone);

/** The first moment inside a window; undefined when it is open or not known. */
export const firstMoment = (window: Window, anchor: Moment, zone: Zone): Moment | undefined =>
  window.from === null ? undefined : boundAt(window, window.from, false, anchor, zone);

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
  if (inDays(window, anchor)) return isInsideDays(window, dayOf(event, zone), dayOf(anchor, zone));
  let inTime: Truth = true;
  if (window.upTo !== null) {
    const last = lastMoment(window, anchor, zone);
    inTime = last === undefined ? undefined : notAfter(event, last, zone);
  }
  if (window.from === null) return inTime;
  const first = firstMoment(window, anchor, zone);
  return and(inTime, first === undefined ? undefined : notAfter(first, event, zone));
}

/** The same where only local days decide: no moment has to be made. */
function isInsideDays(window: Window, event: number, anchor: number): Truth {
  let inTime: Truth = true;
  if (window.upTo !== null) {
    const last = boundDay(window, anchor, window.upTo, window.holidayRollover);
    inTime = last === undefined ? undefined : event <= last;
  }
  if (window.from === null) return inTime;
  const first = boundDay(window, anchor, window.from, false);
  return and(inTime, first === undefined ? undefined : first <= event);
}
