import type { Prorata } from '../model/outcomes.ts';
import { minus, over, type Ratio } from '../model/ratio.ts';
import { monthsBegun } from '../time/calendar.ts';
import { dayOf, type Moment, spanOf } from '../time/moment.ts';
import { DAY_MS } from '../time/zone.ts';
import type { Case } from './case.ts';
import { type Compiler, factAt, parameterOf, within } from './compiler.ts';
import type { FactRef } from './path.ts';
import { compileMoment } from './window.ts';

/** The share of a period that is paid, from 0 to 1; undefined while a fact is unknown. */
export interface Share {
  readonly reads: readonly FactRef[];
  of(c: Case): Ratio | undefined;
}

/** Used of total, kept between nothing and all, or the rest of it. */
function shareOf(used: number, total: number, part: Prorata['part']): Ratio {
  if (total <= 0) return part === 'used' ? 1 : 0;
  const bounded = Math.min(total, Math.max(0, used));
  const share = over(Math.round(bounded * 1_000), Math.round(total * 1_000));
  return part === 'used' ? share : minus(1, share);
}

/** Days of a year of twelve months of thirty, as some contracts count. */
const days360 = (day: number): number => {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 360 + date.getUTCMonth() * 30 + Math.min(30, date.getUTCDate());
};

export function compileShare(source: Prorata, compiler: Compiler): Share | undefined {
  return source.basis === 'units' ? unitShare(source, compiler) : timeShare(source, source.basis, compiler);
}

function timeShare(source: Prorata, basis: 'days' | 'hours' | 'months', compiler: Compiler): Share | undefined {
  const at = compileMoment(source.at ?? 'occasion', within(compiler, 'at'));
  const from = compileMoment(source.from ?? 'charge.covers.from', within(compiler, 'from'));
  const until = compileMoment(source.until ?? 'charge.covers.until', within(compiler, 'until'));
  if (!at || !from || !until) return undefined;
  const measure = measureOf(basis, compiler);
  return {
    reads: [...at.reads, ...from.reads, ...until.reads],
    of: (c) => {
      const [used, start, end] = [at.of(c), from.of(c), until.of(c)];
      if (!used || !start || !end) return undefined;
      const [spent, whole] = measure(c, start, used, end);
      return shareOf(spent, whole, source.part);
    },
  };
}

type Measure = (c: Case, from: Moment, at: Moment, until: Moment) => readonly [used: number, total: number];

/** How the used part and the whole of a period are counted; the period ends before its `until`. */
function measureOf(basis: 'days' | 'hours' | 'months', compiler: Compiler): Measure {
  const { endDay, year } = compiler.dayCount;
  const last = endDay === 'used' ? 1 : 0;
  if (basis === 'hours') {
    return (c, from, at, until) => {
      const start = spanOf(from, c.zone)[0];
      const hours = (to: Moment): number => Math.ceil((spanOf(to, c.zone)[0] - start) / 3_600_000);
      return [hours(at), hours(until)];
    };
  }
  if (basis === 'months') {
    return (c, from, at, until) => {
      const start = dayOf(from, c.zone);
      return [monthsBegun(start, dayOf(at, c.zone)), monthsBegun(start, dayOf(until, c.zone) - 1)];
    };
  }
  const count = year === 360 ? days360 : (day: number): number => day;
  return (c, from, at, until) => {
    const [start, used, end] = [dayOf(from, c.zone), dayOf(at, c.zone), dayOf(until, c.zone)];
    return [count(used + last) - count(start), count(end) - count(start)];
  };
}

function unitShare(source: Prorata, compiler: Compiler): Share | undefined {
  if (!source.used || source.total === undefined) return compiler.at.fail('prorata by units needs used and total');
  const used = factAt(source.used.fact, within(compiler, 'used', 'fact'));
  const total =
    typeof source.total === 'object' && 'fact' in source.total
      ? numberFact(source.total.fact, within(compiler, 'total', 'fact'))
      : parameterOf(source.total, within(compiler, 'total'), 'number');
  if (!used || !total) return undefined;
  return {
    reads: [used, ...total.reads],
    of: (c) => {
      const [spent, whole] = [used.read(c), total.of(c)];
      return typeof spent === 'number' && typeof whole === 'number' ? shareOf(spent, whole, source.part) : undefined;
    },
  };
}

function numberFact(path: string, compiler: Compiler) {
  const ref = factAt(path, compiler);
  return ref && { reads: [ref], of: (c: Case) => ref.read(c) };
}
