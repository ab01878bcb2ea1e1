import type { Anchor, Comparison, Condition, Operand, Parameter, WindowTest } from '../model/conditions.ts';
import type { Effect, Formula, Outcome } from '../model/outcomes.ts';

/** Documents in short English words, for authors: what changed, which rule a finding means. Customers get the texts of rules. */

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as an author wrote it, short. */
export function valueWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueWords).join(', ')}]`;
  if (!isNamed(value)) return String(value);
  if ('minor' in value && 'unit' in value) return `${String(value.minor)} ${String(value.unit)} (minor units)`;
  for (const key of ['fact', 'constant', 'table', 'list', 'formula', 'condition']) {
    if (typeof value[key] === 'string') return `the ${key} ${value[key]}`;
  }
  return Object.entries(value)
    .map(([key, each]) => `${key} ${valueWords(each)}`)
    .join(', ');
}

export function anchorWords(anchor: Anchor): string {
  if (typeof anchor === 'string') return anchor;
  const [which, members] = 'laterOf' in anchor ? ['later', anchor.laterOf] : ['earlier', anchor.earlierOf];
  return `the ${which} of ${members.map(anchorWords).join(' and ')}`;
}

const UNITS = {
  minute: 'minutes',
  hour: 'hours',
  calendarDay: 'calendar days',
  businessDay: 'business days',
  month: 'months',
} as const;

const boundWords = (bound: Parameter<number>): string => valueWords(bound);

/** `from 0 up to 14 calendar days`, without what it counts from. */
export function spanWords({ from, upTo, unit = 'calendarDay', boundary, holidayRollover }: WindowTest): string {
  const bounds = [
    ...(from === undefined ? [] : [`from ${boundWords(from)}`]),
    ...(upTo === undefined ? [] : [`up to ${boundWords(upTo)}`]),
  ].join(' ');
  const more = [
    ...(boundary === 'exact' ? ['to the second'] : []),
    ...(holidayRollover ? ['rolling over holidays'] : []),
  ];
  return `${bounds} ${UNITS[unit]}${more.length > 0 ? `, ${more.join(', ')}` : ''}`;
}

export const windowWords = (window: WindowTest): string =>
  `${window.event === undefined ? 'the request' : anchorWords(window.event)} ${spanWords(window)} after ${anchorWords(window.of)}`;

const COMPARED = { eq: 'is', in: 'is one of', lt: '<', lte: '≤', gt: '>', gte: '≥', between: 'is between' } as const;

function comparisonWords(test: Comparison): string {
  return Object.entries(COMPARED)
    .flatMap(([key, word]) => {
      const operand = test[key as keyof Comparison] as Operand | readonly Operand[] | undefined;
      return operand === undefined ? [] : [`${word} ${valueWords(operand)}`];
    })
    .join(' and ');
}

/** A condition in one line. */
export function conditionWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(nested).join(' and ');
  if ('any' in condition) return condition.any.map(nested).join(' or ');
  if ('not' in condition) return `not ${nested(condition.not)}`;
  if ('condition' in condition) return `the condition ${condition.condition}`;
  if ('within' in condition) return windowWords(condition.within);
  if ('count' in condition) {
    const { over, where, within } = condition.count;
    const which = [...(where ? [conditionWords(where)] : []), ...(within ? [windowWords(within)] : [])].join(' and ');
    return `the number of ${over}${which === '' ? '' : ` with ${which}`} ${comparisonWords(condition.count)}`;
  }
  const { known, exists } = condition;
  const presence = [
    ...(known === undefined ? [] : [known ? 'is known' : 'is not known']),
    ...(exists === undefined ? [] : [exists ? 'exists' : 'does not exist']),
  ];
  return [condition.fact, [...presence, comparisonWords(condition)].filter((part) => part !== '').join(' and ')].join(
    ' ',
  );
}

const nested = (condition: Condition): string =>
  'any' in condition || 'all' in condition ? `(${conditionWords(condition)})` : conditionWords(condition);

/** The parts a condition asks for together, each alone. */
export const partsOf = (condition: Condition | undefined): readonly Condition[] =>
  condition === undefined ? [] : 'all' in condition ? condition.all.flatMap(partsOf) : [condition];

export function formulaWords(formula: Formula): string {
  if (typeof formula === 'string') return formula;
  if ('percent' in formula) return `${valueWords(formula.percent)} % of ${formulaWords(formula.of ?? 'full')}`;
  if ('prorata' in formula) {
    const { part, basis, of } = formula.prorata;
    return `the ${part} ${basis} of ${formulaWords(of ?? 'full')}`;
  }
  if ('minus' in formula) return [formula.minus.from, ...formula.minus.items].map(formulaWords).join(' minus ');
  if ('sum' in formula) return formula.sum.map(formulaWords).join(' plus ');
  if ('cap' in formula) return `${formulaWords(formula.cap.of)}, at most ${formulaWords(formula.cap.at)}`;
  if ('floorZero' in formula) return `${formulaWords(formula.floorZero)}, at least nothing`;
  return valueWords(formula);
}

/** What an outcome gives, in a few words. */
export function outcomeWords(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'only effects';
  const { refund, fee, credit, route, refer, deny, noEntitlement } = outcome;
  if (refund) {
    const { components = 'all', amount = 'full', method, executor, posting: _, ...promises } = refund;
    const how = Object.entries({ method, executor, ...promises }).filter(([, value]) => value !== undefined);
    const of = components === 'all' ? 'everything' : components.join(', ');
    return [
      `a refund of ${formulaWords(amount)} of ${of}`,
      ...how.map(([key, value]) => `${key} ${valueWords(value)}`),
    ].join(', ');
  }
  if (fee) return `a fee of ${formulaWords(fee.amount)}`;
  if (credit)
    return `a ${credit.kind}${credit.amount === undefined ? '' : ` of ${formulaWords(credit.amount)}`}${credit.what ? ` (${credit.what})` : ''}`;
  if (route) return `a route to ${valueWords(route.to)}`;
  if (refer) return `a person decides (${refer.queue})`;
  if (deny) return `a denial${deny.reason ? ` (${deny.reason})` : ''}`;
  if (noEntitlement) return `no entitlement${noEntitlement.reason ? ` (${noEntitlement.reason})` : ''}`;
  return 'lifts what it excepts from';
}

export const effectWords = ({ do: kind, ...more }: Effect): string =>
  [kind, ...Object.entries(more).map(([key, value]) => `${key} ${valueWords(value)}`)].join(' ');
