import { anchorWords } from '../diff/in-words.ts';
import { canonicalText } from '../model/canonical.ts';
import type { Condition, Parameter, WindowTest } from '../model/conditions.ts';
import type { Definitions, PolicyDocument } from '../model/document.ts';
import type { Path } from '../reading/problems.ts';
import { type Report, rulesOf } from './finding.ts';

/** A window as an interval of whole units, where both ends are written in the document. */
interface Interval {
  readonly rule: string;
  readonly path: Path;
  readonly from: number;
  readonly upTo: number;
  readonly unit: NonNullable<WindowTest['unit']>;
  readonly of: string;
}

const MAX_INTERVALS = 500;

const numberOf = (bound: Parameter<number> | undefined, define: Definitions): number | undefined => {
  const value =
    typeof bound === 'object' ? ('constant' in bound ? define.constants?.[bound.constant] : undefined) : bound;
  return typeof value === 'number' ? value : undefined;
};

/** Windows a rule needs: those under `not` or `any` say less about when it holds. */
function windowsOf(condition: Condition | undefined, define: Definitions): readonly WindowTest[] {
  if (condition === undefined) return [];
  if ('within' in condition) return [condition.within];
  if ('all' in condition) return condition.all.flatMap((part) => windowsOf(part, define));
  return 'condition' in condition ? windowsOf(define.conditions?.[condition.condition], define) : [];
}

/**
 * Rules that follow each other in time: the one begins where the other ends. A day in neither is a hole, a day in both an
 * overlap; both are usually a slip of one.
 */
export function lintWindows(document: PolicyDocument, report: Report): void {
  const define = document.define ?? {};
  const series = new Map<string, Interval[]>();
  for (const { rule, path, part } of rulesOf(document)) {
    for (const window of part === 'rules' ? windowsOf(rule.when, define) : []) {
      const upTo = numberOf(window.upTo, define);
      const from = numberOf(window.from, define);
      if (upTo === undefined && from === undefined) continue;
      const key = canonicalText([rule.on, window.event, window.of, window.unit, window.calendar]);
      const interval: Interval = {
        rule: rule.id,
        path,
        from: from ?? Number.NEGATIVE_INFINITY,
        upTo: upTo ?? Number.POSITIVE_INFINITY,
        unit: window.unit ?? 'calendarDay',
        of: anchorWords(window.of),
      };
      series.set(key, [...(series.get(key) ?? []), interval]);
    }
  }
  for (const intervals of series.values()) lintSeries(intervals.slice(0, MAX_INTERVALS), report);
}

/** Hours and minutes are instants: one may end exactly where the next begins. */
const isExact = ({ unit }: Interval): boolean => unit === 'hour' || unit === 'minute';

function lintSeries(intervals: readonly Interval[], report: Report): void {
  for (const later of intervals.filter(({ from }) => Number.isFinite(from) && from > 0)) {
    const earlier = intervals.filter((each) => each !== later && each.from < later.from && Number.isFinite(each.upTo));
    const touching = earlier.find(({ upTo }) => upTo === later.from && !isExact(later));
    if (touching) {
      report(
        'warning',
        'windowOverlap',
        later.path,
        `${later.unit} ${later.from} after ${later.of} lies in ${touching.rule} and in ${later.rule}; should ${later.rule} begin from ${later.from + 1}?`,
      );
      continue;
    }
    const last = Math.max(...earlier.map(({ upTo }) => upTo));
    const gap = later.from - last;
    if (Number.isFinite(last) && gap > (isExact(later) ? 0 : 1)) {
      const first = isExact(later) ? last : last + 1;
      const days = later.from - 1 > first ? `${first} to ${later.from - 1}` : `${first}`;
      report(
        'warning',
        'windowHole',
        later.path,
        `${later.unit} ${days} after ${later.of} lies in no window, before ${later.rule}`,
      );
    }
  }
}
