import { withFact } from '../check/merge.ts';
import { isMoney } from '../model/money.ts';
import { isGroup } from '../reading/fact-tree.ts';
import type { Given } from './ground.ts';

const chargesOf = (given: Given): readonly Given[] =>
  Array.isArray(given.charges) ? given.charges.filter((each) => isGroup(each)) : [];

/** The charge a generated case is about. */
const chargeIn = (given: Given): Given | undefined => {
  const about =
    (isGroup(given.request) ? given.request.about : undefined) ??
    (isGroup(given.event) ? given.event.about : undefined);
  const [id] = Array.isArray(about) ? about : [];
  return chargesOf(given).find((charge) => charge.id === id) ?? chargesOf(given)[0];
};

/** Where a rule's path stands in the facts of a case. */
function placeOf(path: string, given: Given): string {
  if (path === 'occasion') return isGroup(given.event) ? 'event.at' : 'request.at';
  return path.startsWith('charge.')
    ? `charges[${String(chargeIn(given)?.id ?? '')}]${path.slice('charge'.length)}`
    : path;
}

/** Sets a fact as a rule names it. What a charge comes to is the sum of its components; nobody sets it directly. */
export function put(given: Given, path: string, value: unknown): Given {
  if (path === 'charge.amount' && isMoney(value)) {
    const components = [{ kind: 'fee', amount: Math.max(0, value.minor) }];
    const priced = withFact(given, placeOf('charge.components', given), components);
    return withFact(priced, placeOf('charge.currency', given), value.unit);
  }
  if (path === 'charge.alreadyRefunded' && isMoney(value)) return withFact(given, placeOf(path, given), value.minor);
  return withFact(given, placeOf(path, given), value);
}

/** What a case says about a fact as a rule names it; undefined where it says nothing. */
export function valueAt(given: Given, path: string): unknown {
  let node: unknown = given;
  for (const [, entry, plain] of placeOf(path, given).matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    const key = entry ?? plain ?? '';
    node = Array.isArray(node)
      ? node.find((each) => isGroup(each) && Object.values(each).includes(key))
      : isGroup(node) && Object.hasOwn(node, key)
        ? node[key]
        : undefined;
  }
  return node;
}
