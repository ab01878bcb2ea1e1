import type { ChargeComponent, ChargeFacts, FactTree } from '../model/facts.ts';
import { MAX_MINOR, MONEY_UNIT } from '../model/money.ts';
import { CHARGE, COMPONENT_KINDS } from '../model/vocabulary.ts';
import { isGroup, readRecord } from './fact-tree.ts';
import type { Reading } from './problems.ts';
import { flag, group, integer, list, oneOf, text } from './shape.ts';

const COMPONENT = group(
  'a component',
  { kind: oneOf(COMPONENT_KINDS), amount: integer(0, MAX_MINOR, 'an amount in minor units') },
  { refundable: flag },
);

const PRICED = group(
  'a charge',
  {
    id: text('the id of the charge'),
    currency: text('a currency such as EUR', MONEY_UNIT),
    components: list(COMPONENT, 1),
  },
  { alreadyRefunded: integer(0, MAX_MINOR, 'an amount in minor units') },
);

const PRICED_KEYS: readonly string[] = ['id', 'currency', 'components', 'alreadyRefunded'];
const MAX_CHARGES = 1_000;

/** A complete list of charges. Amounts are whole minor units; a component is refundable unless it says otherwise. */
export function readCharges(given: unknown, at: Reading): readonly ChargeFacts[] | undefined {
  if (!Array.isArray(given) || given.length > MAX_CHARGES) return at.fail('expected a list of charges');
  const seen = new Set<string>();
  return given.flatMap((each: unknown, i) => {
    const charge = readCharge(each, at.at(i));
    if (charge && seen.has(charge.id)) at.at(i, 'id').fail(`the charge ${charge.id} stands twice`);
    if (charge) seen.add(charge.id);
    return charge ? [charge] : [];
  });
}

function readCharge(given: unknown, at: Reading): ChargeFacts | undefined {
  if (!isGroup(given)) return at.fail('expected a charge');
  const price: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const key of Object.keys(given)) (PRICED_KEYS.includes(key) ? price : others)[key] = given[key];
  const priced = PRICED.read(price, at);
  if ('amount' in others) at.at('amount').fail('the amount is the sum of the components and is not given');
  const tree = readRecord(CHARGE, others, at);
  if (!priced) return undefined;
  const { id, currency: unit, alreadyRefunded } = priced;
  let minor = 0;
  const components = priced.components.map(({ kind, amount, refundable = true }): ChargeComponent => {
    minor += amount;
    return { kind, minor: amount, refundable };
  });
  if (alreadyRefunded !== undefined && alreadyRefunded > minor) {
    return at.at('alreadyRefunded').fail(`expected at most what was charged (${minor})`);
  }
  const money: FactTree = {
    id,
    amount: { minor, unit },
    ...(alreadyRefunded === undefined ? {} : { alreadyRefunded: { minor: alreadyRefunded, unit } }),
  };
  return { id, tree: { ...tree, ...money }, unit, components, alreadyRefunded };
}
