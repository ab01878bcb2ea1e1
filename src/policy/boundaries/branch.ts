import type { Condition, WindowTest } from '../model/conditions.ts';
import type { Definitions } from '../model/document.ts';
import type { Goal } from './witness.ts';

const NOTHING: Goal = { hold: [], fail: [] };

const joined = (a: Goal, b: Goal): Goal => ({ hold: [...a.hold, ...b.hold], fail: [...a.fail, ...b.fail] });

/**
 * What else must hold and must not, so that one window alone decides a condition; null when it is not in there.
 * @param wanted how the condition is to come out while the event is inside
 */
export function deciding(condition: Condition, window: WindowTest, define: Definitions, wanted = true): Goal | null {
  if ('within' in condition) return condition.within === window ? NOTHING : null;
  if ('not' in condition) return deciding(condition.not, window, define, !wanted);
  if ('condition' in condition) {
    const inner = define.conditions?.[condition.condition];
    return inner ? deciding(inner, window, define, wanted) : null;
  }
  if (!('all' in condition) && !('any' in condition)) return null;
  const parts = 'all' in condition ? condition.all : condition.any;
  for (const part of parts) {
    const inside = deciding(part, window, define, wanted);
    if (inside === null) continue;
    const others = parts.filter((other) => other !== part);
    return joined(inside, 'all' in condition ? { hold: others, fail: [] } : { hold: [], fail: others });
  }
  return null;
}
