import { Temporal } from '#lib/time.ts';
import { compileList, compilePath } from '../compile/path.ts';
import type { Anchor, Condition, CountTest, FactTest, Parameter, WindowTest } from '../model/conditions.ts';
import type { Definitions } from '../model/document.ts';
import type { FactKind, FactRecord } from '../model/vocabulary.ts';
import { readMoment } from '../time/moment.ts';
import { ANY, candidatesFor, operandValues } from './candidates.ts';
import type { Given } from './ground.ts';
import { put, valueAt } from './places.ts';

/** What conditions of a document are read with. */
export interface Scene {
  readonly vocabulary: FactRecord;
  /** Entries being counted, inside `count`. */
  readonly item: FactRecord | null;
  readonly define: Definitions;
}

const MAX_COUNTED = 50;
const UNIT_HOURS = { minute: 1 / 60, hour: 1, calendarDay: 24, businessDay: 34, month: 732 } as const;
const OCCASION = 'occasion';

/**
 * Facts under which a condition probably comes out as wanted, one after the other; the caller checks and takes the first
 * that does. Conditions are taken apart and the facts they read are set to values on the wanted side.
 */
export function* ways(condition: Condition, wanted: boolean, given: Given, scene: Scene): Generator<Given> {
  if ('all' in condition || 'any' in condition) {
    const [parts, every] = 'all' in condition ? [condition.all, wanted] : [condition.any, !wanted];
    if (every) yield* waysTogether(parts, wanted, given, scene);
    else for (const part of parts) yield* ways(part, wanted, given, scene);
  } else if ('not' in condition) yield* ways(condition.not, !wanted, given, scene);
  else if ('condition' in condition) {
    const inner = scene.define.conditions?.[condition.condition];
    if (inner) yield* ways(inner, wanted, given, scene);
  } else if ('count' in condition) yield* waysToCount(condition.count, wanted, given, scene);
  else if ('within' in condition) yield* waysInTime(condition.within, wanted, given, scene);
  else {
    const ref = compilePath(condition.fact, scene.vocabulary, scene.item);
    if (typeof ref === 'string') return;
    const ready = withOperands(condition, ref.kind, given);
    for (const value of candidatesFor(condition, ref.kind, wanted, scene.define, ready))
      yield put(ready, condition.fact, value);
  }
}

/** A fact compared with another one needs that one to be known. */
function withOperands(test: FactTest, { type }: FactKind, given: Given): Given {
  let next = given;
  for (const operand of [test.eq, test.lt, test.lte, test.gt, test.gte, ...(test.between ?? [])]) {
    const other = typeof operand === 'object' && 'fact' in operand ? operand.fact : null;
    if (other !== null && (valueAt(next, other) ?? null) === null) next = put(next, other, ANY[type]);
  }
  return next;
}

/** Facts under which all parts come out as wanted. */
export function* waysTogether(
  parts: readonly Condition[],
  wanted: boolean,
  given: Given,
  scene: Scene,
): Generator<Given> {
  const [first, ...rest] = parts;
  if (!first) yield given;
  else for (const next of ways(first, wanted, given, scene)) yield* waysTogether(rest, wanted, next, scene);
}

const numberOf = (bound: Parameter<number> | undefined, { define }: Scene, given: Given): number | undefined => {
  if (bound === undefined) return undefined;
  const [value] = operandValues(bound, define, given);
  return typeof value === 'number' ? value : undefined;
};

/** Distances from the anchor that lie inside a window, or outside it. */
function distances(from: number | undefined, upTo: number | undefined, wanted: boolean): readonly number[] {
  if (wanted) {
    const low = from ?? Math.min(0, (upTo ?? 0) - 1);
    const high = upTo ?? low + 2;
    return [...new Set([Math.floor((low + high) / 2), high, low])];
  }
  const far = 5;
  return [...(upTo === undefined ? [] : [upTo + far]), ...(from === undefined ? [] : [from - far])];
}

/** Every fact an anchor is made of. */
const factsOf = (anchor: Anchor): readonly string[] =>
  typeof anchor === 'string' ? [anchor] : ('laterOf' in anchor ? anchor.laterOf : anchor.earlierOf).flatMap(factsOf);

const instantOf = (value: unknown): Temporal.Instant | null => {
  if (typeof value !== 'string' || readMoment(value) === null) return null;
  return Temporal.Instant.from(value.includes('T') ? value : `${value}T12:00:00Z`);
};

/** Moves the anchor so that the event lies inside or outside; where the anchor is the request itself, the event moves. */
function* waysInTime(window: WindowTest, wanted: boolean, given: Given, scene: Scene): Generator<Given> {
  const [from, upTo] = [numberOf(window.from, scene, given), numberOf(window.upTo, scene, given)];
  const events = factsOf(window.event ?? OCCASION);
  const anchors = factsOf(window.of);
  const moveEvent = anchors.includes(OCCASION) || (window.event !== undefined && !events.includes(OCCASION));
  const fixed =
    instantOf(valueAt(given, (moveEvent ? anchors[0] : events[0]) ?? '')) ?? instantOf(valueAt(given, OCCASION));
  if (fixed === null) return;
  const unit = UNIT_HOURS[window.unit ?? 'calendarDay'];
  for (const distance of distances(from, upTo, wanted)) {
    const minutes = Math.round(distance * unit * 60) * (moveEvent ? 1 : -1);
    const at = fixed.add({ minutes }).toString();
    let next = given;
    if (moveEvent && instantOf(valueAt(given, anchors[0] ?? '')) === null) {
      for (const anchor of anchors) if (anchor !== OCCASION) next = put(next, anchor, fixed.toString());
    }
    for (const path of moveEvent ? events : anchors) if (path !== OCCASION) next = put(next, path, at);
    yield next;
  }
  // Nothing to count from is never inside.
  if (!wanted) for (const path of anchors.filter((each) => each !== OCCASION)) yield put(given, path, null);
}

/** Fills a list with as many fitting entries as are wanted. */
function* waysToCount(count: CountTest, wanted: boolean, given: Given, scene: Scene): Generator<Given> {
  const list = compileList(count.over, scene.vocabulary);
  if (typeof list === 'string') return;
  const { key, entry } = list.list;
  const kind = { shape: 'fact', type: 'number', answerer: 'system' } as const;
  const test = { ...count, fact: count.over };
  const numbers = candidatesFor(test, kind, wanted, scene.define, given);
  for (const number of numbers) {
    if (typeof number !== 'number' || number < 0 || number > MAX_COUNTED) continue;
    const entries: [string, unknown][] = [];
    for (let i = 0; i < number; i++) {
      const start: Given = { ...given, item: { [key]: `${count.over}${i + 1}` } };
      const conditions = [...(count.where ? [count.where] : []), ...(count.within ? [{ within: count.within }] : [])];
      const [made] = waysTogether(conditions, true, start, { ...scene, item: entry });
      const item = (made ?? start).item as Given;
      entries.push([String(item[key]), item]);
    }
    yield put(given, count.over, Object.fromEntries(entries));
  }
}
