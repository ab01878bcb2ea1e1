import type { Duration, FactValue } from '../model/facts.ts';
import { isMoney } from '../model/money.ts';
import { compareMoments, isMoment } from '../time/moment.ts';
import type { Zone } from '../time/zone.ts';

const isDuration = (value: FactValue): value is Duration =>
  typeof value === 'object' && 'kind' in value && value.kind === 'duration';

/** Order of two values of one type; undefined where they cannot be compared, as two currencies. */
export function orderOf(a: FactValue, b: FactValue, zone: Zone): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isMoney(a) && isMoney(b)) return a.unit === b.unit ? a.minor - b.minor : undefined;
  if (isMoment(a) && isMoment(b)) return compareMoments(a, b, zone);
  if (isDuration(a) && isDuration(b)) return a.seconds - b.seconds;
  return undefined;
}

/** Equality; for a list of words, whether the word is among them. */
export function sameValue(a: FactValue, b: FactValue, zone: Zone): boolean | undefined {
  if (Array.isArray(a)) return a.includes(b);
  if (typeof a !== 'object') return a === b;
  const order = orderOf(a, b, zone);
  return order === undefined ? undefined : order === 0;
}
