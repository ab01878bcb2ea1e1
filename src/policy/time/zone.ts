import { Temporal } from '#lib/time.ts';

export const DAY_MS = 86_400_000;

/** Local time of one IANA zone, in whole days since 1970-01-01 and milliseconds since the epoch. */
export interface Zone {
  readonly id: string;
  /** The local calendar day an instant falls on. */
  dayAt(ms: number): number;
  /** The first instant of a local day. */
  startOf(day: number): number;
  /** Milliseconds to add to UTC at an instant. */
  offsetAt(ms: number): number;
}

/** Offsets are looked up in tables of this many years; the calendar rules inside them come from Temporal. */
const SPAN_YEARS = 16;
const SPAN_MS = SPAN_YEARS * 365.25 * DAY_MS;

interface Offsets {
  readonly from: readonly number[];
  readonly offset: readonly number[];
}

function offsetsBetween(id: string, start: number, end: number): Offsets {
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(id);
  const from = [start];
  const offset = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= end) return { from, offset };
    from.push(next.epochMilliseconds);
    offset.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
}

function createZone(id: string): Zone {
  const tables = new Map<number, Offsets>();
  // The stretch without a change that was met last: most moments of a case lie in the same one.
  let [first, end, offset] = [0, 0, 0];
  const offsetAt = (ms: number): number => {
    if (ms >= first && ms < end) return offset;
    const span = Math.floor(ms / SPAN_MS);
    const table = tables.get(span) ?? offsetsBetween(id, span * SPAN_MS, (span + 1) * SPAN_MS);
    tables.set(span, table);
    let low = 0;
    let high = table.from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((table.from[middle] ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    first = table.from[low] ?? ms;
    end = table.from[low + 1] ?? (span + 1) * SPAN_MS;
    offset = table.offset[low] ?? 0;
    return offset;
  };
  return {
    id,
    offsetAt,
    dayAt: (ms) => Math.floor((ms + offsetAt(ms)) / DAY_MS),
    startOf: (day) =>
      Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(id).startOfDay().epochMilliseconds,
  };
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name, or null when there is none of that name. Tables are kept: they are facts, not state. */
export function findZone(id: string): Zone | null {
  const known = zones.get(id);
  if (known) return known;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
  } catch {
    return null;
  }
  const zone = createZone(id);
  zones.set(id, zone);
  return zone;
}
