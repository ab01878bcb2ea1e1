import type { Anchor, WindowTest } from '../model/conditions.ts';
import type { Known } from '../model/facts.ts';
import type { Truth } from '../model/truth.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import { compareMoments, isMoment, type Moment } from '../time/moment.ts';
import { isInside, lastMoment, type Window } from '../time/window.ts';
import type { Case } from './case.ts';
import { type Compiler, factAt, parameterOf, type Value, within } from './compiler.ts';
import type { FactRef } from './path.ts';

export interface CompiledWindow {
  readonly source: WindowTest;
  readonly reads: readonly FactRef[];
  readonly event: MomentOf;
  readonly anchor: MomentOf;
  /** The window for this case; undefined while a bound is unknown, null where a table has no value. */
  of(c: Case): Window | undefined;
  holds(c: Case): Truth;
  /** The last day or instant inside, when the anchor is known and the window ends. */
  last(c: Case): Moment | undefined;
}

export interface MomentOf {
  readonly reads: readonly FactRef[];
  /** Undefined when unknown, null when known not to exist. */
  of(c: Case): Moment | null | undefined;
}

/** What the customer asked, or what happened: one of both is there. */
const OCCASION = 'occasion';

const asMoment = (value: Known): Moment | null | undefined =>
  value === null || value === undefined || isMoment(value) ? value : undefined;

/** The moment of the request; for an event, of the event. */
function occasionOf(compiler: Compiler): MomentOf | undefined {
  const request = factAt('request.at', compiler);
  const event = factAt('event.at', compiler);
  if (!request || !event) return undefined;
  return { reads: [request], of: (c) => asMoment(request.read(c) ?? event.read(c)) };
}

export function compileMoment(anchor: Anchor, compiler: Compiler): MomentOf | undefined {
  if (typeof anchor !== 'string') {
    const [later, members] = 'laterOf' in anchor ? [true, anchor.laterOf] : [false, anchor.earlierOf];
    const parts = members.flatMap(
      (member, i) => compileMoment(member, within(compiler, later ? 'laterOf' : 'earlierOf', i)) ?? [],
    );
    return parts.length < members.length ? undefined : chosenOf(parts, later);
  }
  if (anchor === OCCASION) return occasionOf(compiler);
  const ref = factAt(anchor, compiler);
  if (!ref) return undefined;
  if (ref.kind.type !== 'moment') return compiler.at.fail(`expected a moment; ${anchor} is of type ${ref.kind.type}`);
  return { reads: [ref], of: (c) => asMoment(ref.read(c)) };
}

/** Members known to be absent are left out; an unknown member could still decide, so it makes the answer unknown. */
function chosenOf(parts: readonly MomentOf[], later: boolean): MomentOf {
  return {
    reads: parts.flatMap(({ reads }) => reads),
    of: (c) => {
      let chosen: Moment | null = null;
      for (const part of parts) {
        const moment = part.of(c);
        if (moment === undefined) return undefined;
        if (moment !== null && (chosen === null || compareMoments(moment, chosen, c.zone) > 0 === later))
          chosen = moment;
      }
      return chosen;
    },
  };
}

export function compileWindow(source: WindowTest, compiler: Compiler): CompiledWindow | undefined {
  const event = compileMoment(source.event ?? OCCASION, within(compiler, 'event'));
  const anchor = compileMoment(source.of, within(compiler, 'of'));
  const of = compileBounds(source, compiler);
  if (!event || !anchor || !of) return undefined;
  return {
    source,
    reads: [...event.reads, ...anchor.reads, ...of.reads],
    event,
    anchor,
    of: of.of,
    holds: (c) => {
      const happened = event.of(c);
      const from = anchor.of(c);
      // Nothing happened, or there is nothing to count from: not inside.
      if (happened === null || from === null) return false;
      const window = of.of(c);
      if (happened === undefined || from === undefined || window === undefined) return undefined;
      return isInside(window, happened, from, c.zone);
    },
    last: (c) => {
      const from = anchor.of(c);
      const window = of.of(c);
      return from && window ? lastMoment(window, from, c.zone) : undefined;
    },
  };
}

interface Bounds {
  readonly reads: readonly FactRef[];
  of(c: Case): Window | undefined;
}

function compileBounds(source: WindowTest, compiler: Compiler): Bounds | undefined {
  const unit = source.unit ?? 'calendarDay';
  if (source.from === undefined && source.upTo === undefined)
    return compiler.at.fail('a window needs from, upTo or both');
  const from = source.from === undefined ? null : parameterOf(source.from, within(compiler, 'from'), 'number');
  const upTo = source.upTo === undefined ? null : parameterOf(source.upTo, within(compiler, 'upTo'), 'number');
  const named =
    source.calendar === undefined ? null : parameterOf(source.calendar, within(compiler, 'calendar'), 'string');
  if (from === undefined || upTo === undefined || named === undefined) return undefined;
  const [first, last] = [onlyOf(from), onlyOf(upTo)];
  if (first !== undefined && last !== undefined && first > last)
    return compiler.at.fail(`nothing is inside from ${first} up to ${last}; the smaller number stands in from`);
  for (const name of named?.possible ?? []) {
    if (!compiler.calendars.has(name))
      return within(compiler, 'calendar').at.fail(
        `there is no calendar ${name}; add a document of kind calendar with this id`,
      );
  }
  if (named === null && (unit === 'businessDay' || source.holidayRollover)) {
    return compiler.at.fail('business days and holidayRollover need a calendar');
  }
  const shape = {
    unit,
    boundary: source.boundary ?? 'endOfDay',
    holidayRollover: source.holidayRollover ?? false,
    anchorDay: compiler.dayCount.anchorDay,
  } as const;
  return {
    reads: [from, upTo, named].flatMap((value) => value?.reads ?? []),
    of: boundsOf(shape, from, upTo, named, compiler.calendars),
  };
}

/** A bound that no fact changes. */
const onlyOf = (bound: Value<number> | null): number | undefined =>
  bound?.reads.length === 0 ? bound.possible[0] : undefined;

/** A window whose bounds are all written out is made once. */
function boundsOf(
  shape: Omit<Window, 'from' | 'upTo' | 'calendar'>,
  from: Value<number> | null,
  upTo: Value<number> | null,
  named: Value<string> | null,
  calendars: ReadonlyMap<string, BusinessCalendar>,
): (c: Case) => Window | undefined {
  const made = (first: number | null, last: number | null, name: string | null): Window => ({
    ...shape,
    from: first,
    upTo: last,
    calendar: name === null ? null : (calendars.get(name) ?? null),
  });
  if ([from, upTo, named].every((value) => value === null || value.reads.length === 0)) {
    const only = made(from?.possible[0] ?? null, upTo?.possible[0] ?? null, named?.possible[0] ?? null);
    return () => only;
  }
  return (c) => {
    const [first, last, name] = [from ? from.of(c) : null, upTo ? upTo.of(c) : null, named ? named.of(c) : null];
    if ((from && typeof first !== 'number') || (upTo && typeof last !== 'number') || (named && !name)) return undefined;
    return made(first ?? null, last ?? null, name ?? null);
  };
}
