import { Engine } from 'json-rules-engine';
import { daysSince, type HandRequest, papersOf } from './handwritten.ts';

// Neither engine knows days of a time zone, evidence that is awaited, components of a charge or exceptions. So both get
// these worked out beforehand, as plain values, and only choose the rule: that is less than the others do.

type Facts = Readonly<Record<string, string | number>>;

/** One row of a policy as a list of conditions that must all hold; the first row that fits is the answer. */
interface Row {
  readonly when: Facts & { readonly daysUpTo?: number; readonly contactsFrom?: number };
  readonly kind: string;
  readonly reason: string | null;
}

export interface Chosen {
  readonly kind: string;
  readonly reason: string | null;
}

export type Rival = (request: HandRequest) => Promise<Chosen>;

const ROUTED = ['appStore', 'isp', 'reseller'];
const routes = (kinds: readonly string[], channels: readonly string[]): readonly Row[] =>
  kinds.flatMap((kind) =>
    channels.map((channel): Row => ({ when: { kind, channel }, kind: 'route', reason: 'other-seller' })),
  );

const LOOKED_AT = ['unauthorised', 'billingError', 'duplicate', 'technicalProblem'];
const looked = (more: Facts, kind: string, reason: string): readonly Row[] =>
  LOOKED_AT.map((why) => ({
    when: { kind: 'refund', reason: why, ...(why === 'technicalProblem' ? { contactsFrom: 1 } : {}), ...more },
    kind,
    reason,
  }));
const TIMELY = { kind: 'refund', daysUpTo: 7, contactsFrom: 1 };

const LANTERN: readonly Row[] = [
  { when: { kind: 'withdraw' }, kind: 'noRule', reason: null },
  ...routes(['refund', 'cancel'], ['retail', ...ROUTED]),
  { when: { kind: 'cancel' }, kind: 'effects', reason: 'cancel' },
  { when: { ...TIMELY, dispute: 'open' }, kind: 'refer', reason: 'disputeOpen' },
  ...looked({ dispute: 'open' }, 'refer', 'disputeOpen'),
  { when: { ...TIMELY, standing: 'termsViolated' }, kind: 'refer', reason: 'termsViolated' },
  ...looked({ standing: 'termsViolated' }, 'refer', 'termsViolated'),
  { when: { ...TIMELY, papers: 'verified' }, kind: 'full', reason: 'within-seven-days' },
  { when: { ...TIMELY, papers: 'awaited' }, kind: 'ask', reason: null },
  ...looked({}, 'refer', 'caseByCase'),
  { when: { kind: 'refund' }, kind: 'none', reason: 'afterSevenDays' },
];

const SHIPPING = ['DE', 'AT', 'FR'];
const paid = (when: Row['when'], reason: string): readonly Row[] => [
  ...SHIPPING.map((region): Row => ({ when: { ...when, region }, kind: 'full', reason: `${reason}-with-shipping` })),
  { when, kind: 'full', reason },
];
const RETAIL = { kind: 'refund', channel: 'retail', daysUpTo: 60 };
const OWN = { kind: 'refund', channel: 'own' };

const NORTON: readonly Row[] = [
  { when: { kind: 'withdraw' }, kind: 'noRule', reason: null },
  ...routes(['refund', 'cancel'], ROUTED),
  { when: { kind: 'cancel' }, kind: 'effects', reason: 'cancel' },
  ...paid({ ...RETAIL, papers: 'verified' }, 'retail'),
  { when: { ...RETAIL, papers: 'awaited' }, kind: 'ask', reason: null },
  ...paid({ ...OWN, term: 'annual', daysUpTo: 60 }, 'yearly-plan'),
  { when: { ...OWN, term: 'monthly', periodKind: 'initial', daysUpTo: 14 }, kind: 'full', reason: 'monthly-plan' },
  { when: { kind: 'refund' }, kind: 'none', reason: 'tooLate' },
];

const POLICIES = {
  lantern: { rows: LANTERN, papers: ['invoiceNumber', 'purchaseEmail', 'explanation'] },
  norton: { rows: NORTON, papers: ['refundForm', 'keyLabelImage', 'receiptImage'] },
} as const;
export type Known = keyof typeof POLICIES;

function factsOf(request: HandRequest, papers: readonly string[]): Facts {
  const { kind, reason, channel, region, term, periodKind, standing, supportContacts, charge } = request;
  return {
    kind,
    reason,
    channel,
    region,
    term,
    periodKind,
    standing,
    contacts: supportContacts,
    dispute: charge.disputeState ?? 'none',
    days: daysSince(request),
    papers: papersOf(request, papers),
  };
}

/** What a condition of a row means: which fact, how compared, with what. */
function meaning(name: string, value: string | number): { fact: string; operator: string; value: string | number } {
  if (name === 'daysUpTo') return { fact: 'days', operator: 'lessThanInclusive', value };
  if (name === 'contactsFrom') return { fact: 'contacts', operator: 'greaterThanInclusive', value };
  return { fact: name, operator: 'equal', value };
}

const conditionsOf = ({ when }: Row) =>
  Object.entries(when).flatMap(([name, value]) => (value === undefined ? [] : [meaning(name, value)]));

/** Rows as rules with falling priority; the first that fires stops the run. */
export function jsonRules(policy: Known): Rival {
  const { rows, papers } = POLICIES[policy];
  const engine = new Engine();
  for (const [i, row] of rows.entries()) {
    engine.addRule({
      priority: rows.length - i,
      conditions: { all: conditionsOf(row) },
      event: { type: 'chosen', params: { kind: row.kind, reason: row.reason } },
      onSuccess: () => engine.stop(),
    });
  }
  return async (request) => {
    const { events } = await engine.run(factsOf(request, papers));
    return events[0]?.params as unknown as Chosen;
  };
}

const COLUMNS = [
  'kind',
  'channel',
  'days',
  'contacts',
  'reason',
  'dispute',
  'standing',
  'papers',
  'term',
  'periodKind',
  'region',
];
const cell = ({ operator, value }: { operator: string; value: string | number }): string =>
  operator === 'lessThanInclusive' ? `<= ${value}` : operator === 'equal' ? JSON.stringify(value) : `>= ${value}`;

/** What this bench uses of @gorules/zen-engine. */
interface Zen {
  readonly ZenEngine: new () => {
    createDecision(graph: Buffer): { evaluate(facts: unknown): Promise<{ readonly result: unknown }> };
  };
}

/** Its binaries are not to be had everywhere, so it is not installed with the rest: `npm install --no-save @gorules/zen-engine@0.54.0`. */
const ZEN = '@gorules/zen-engine';

/** Rows as a decision table whose first fitting row answers; null where the engine is not installed. */
export async function zen(policy: Known): Promise<Rival | null> {
  const engine = await (import(ZEN) as Promise<Zen>).catch(() => null);
  if (engine === null) return null;
  const { rows, papers } = POLICIES[policy];
  const rules = rows.map((row, i) => ({
    _id: `row${i}`,
    ...Object.fromEntries(conditionsOf(row).map((condition) => [condition.fact, cell(condition)])),
    outKind: JSON.stringify(row.kind),
    outReason: JSON.stringify(row.reason),
  }));
  const content = {
    hitPolicy: 'first',
    inputs: COLUMNS.map((field) => ({ id: field, name: field, type: 'expression', field })),
    outputs: [
      { id: 'outKind', name: 'kind', type: 'expression', field: 'kind' },
      { id: 'outReason', name: 'reason', type: 'expression', field: 'reason' },
    ],
    rules: rules.map((rule) => ({ ...Object.fromEntries(COLUMNS.map((field) => [field, ''])), ...rule })),
  };
  const graph = {
    nodes: [
      { id: 'in', name: 'request', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'table', name: 'policy', type: 'decisionTableNode', position: { x: 1, y: 0 }, content },
      { id: 'out', name: 'answer', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new engine.ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return async (request) => {
    const { kind, reason = null } = (await decision.evaluate(factsOf(request, papers))).result as Partial<Chosen>;
    return { kind: kind ?? 'unanswered', reason };
  };
}
