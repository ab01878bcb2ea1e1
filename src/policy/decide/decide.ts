import type { Temporal } from '#lib/time.ts';
import type { Policies } from '../compile/policies.ts';
import type { ChargeResult, Decision, DecisionKind, MissingEvidence, MissingFact } from '../model/decision.ts';
import type { ChargeFacts, Facts, FactTree } from '../model/facts.ts';
import { OCCASIONS, type Occasion } from '../model/vocabulary.ts';
import { resultFor } from './charge.ts';
import { documentsOf, instantText, kindOf, paidOf, settledEffects, together } from './combined.ts';
import { type Selection, selectDocuments } from './selection.ts';
import { type Weighing, weigh } from './weighing.ts';

/** One charge with everything that was weighed for it; kept for the explanation. */
export interface Considered {
  readonly charge: ChargeFacts | null | undefined;
  readonly selection: Selection;
  readonly weighing: Weighing | null;
  readonly result: ChargeResult;
}

/** The groups of a case that `readFacts` only ever fills with facts. */
type Group = FactTree | null | undefined;

const KNOWN_OCCASIONS: ReadonlySet<unknown> = new Set(OCCASIONS);

/** What the customer asks for, or what happened; null while unknown. */
export function occasionIn(tree: FactTree): Occasion | null {
  const kind = (tree.request as Group)?.kind ?? (tree.event as Group)?.kind;
  return KNOWN_OCCASIONS.has(kind) ? (kind as Occasion) : null;
}

/** The charges in turn: none, when it is about none; unknown, when nobody knows which. */
function chargesIn({ tree, charges }: Facts): readonly (ChargeFacts | null | undefined)[] {
  const about = (tree.request as Group)?.about ?? (tree.event as Group)?.about;
  if (charges?.length === 0 || about === null) return [null];
  if (!Array.isArray(about)) return [undefined];
  if (about.length === 0) return [null];
  const [only] = charges ?? [];
  if (charges?.length === 1 && about.length === 1 && only?.id === about[0]) return charges;
  const named: ReadonlySet<unknown> = new Set(about);
  const chosen = charges?.filter(({ id }) => named.has(id)) ?? [];
  // One result for each charge it is about, listed or not: what each of them brings adds up.
  return chosen.length === named.size ? chosen : [...chosen, ...Array(named.size - chosen.length).fill(undefined)];
}

/** Weighs every charge a request is about. */
export function consider(policies: Policies, facts: Facts): readonly Considered[] {
  const occasion = occasionIn(facts.tree);
  const considered = chargesIn(facts).map((charge) => considerOne(policies, facts, occasion, charge));
  return considered.length < 2 ? considered : onceEach(considered);
}

/** A fee that hangs on nothing of a charge, as that for leaving a contract early, is owed once and belongs to none of them. */
function onceEach(considered: readonly Considered[]): readonly Considered[] {
  const ruleOf = ({ weighing, result }: Considered): string | null => {
    const [first] = weighing?.sure ?? [];
    return result.award && first?.rule.isOnce && first.rule.key === result.award.rule ? first.rule.key : null;
  };
  const times = Map.groupBy(considered, ruleOf);
  return considered.flatMap((each) => {
    const rule = ruleOf(each);
    const alike = rule === null ? [] : (times.get(rule) ?? []);
    if (alike.length < 2) return [each];
    return each === alike[0] ? [{ ...each, result: { ...each.result, charge: null } }] : [];
  });
}

function considerOne(
  policies: Policies,
  facts: Facts,
  occasion: Occasion | null,
  charge: ChargeFacts | null | undefined,
): Considered {
  const selection = selectDocuments(policies, facts.tree, charge);
  const id = charge?.id ?? null;
  if (occasion === null) return { charge, selection, weighing: null, result: unasked(id) };
  const weighing = weigh(selection, occasion);
  return { charge, selection, weighing, result: resultFor(weighing, id, facts) };
}

const unasked = (charge: string | null): ChargeResult => ({
  charge,
  kind: 'ask',
  award: null,
  proposal: null,
  atLeast: null,
  missing: [
    {
      path: 'request.kind',
      type: 'word',
      words: ['withdraw', 'cancel', 'refund', 'change', 'appeal'],
      answerer: 'customer',
    },
  ],
  evidence: [],
  alternatives: [],
});

/**
 * Decides one case. The same documents, facts and time always give the same decision.
 * @param policies documents compiled together
 * @param facts what is known, from `readFacts`
 * @param asOf when the decision is made; recorded, and nothing else depends on it
 */
export function decide(policies: Policies, facts: Facts, asOf: Temporal.Instant): Decision {
  return decisionOf(policies, facts, asOf, consider(policies, facts));
}

const PAID: readonly DecisionKind[] = ['full', 'partial', 'credit'];
const OWED: readonly DecisionKind[] = ['fee'];

const reasonsOf = ({ award }: ChargeResult): readonly string[] => (award ? [award.reason] : []);
const missingOf = ({ missing }: ChargeResult): readonly MissingFact[] => missing;
const evidenceOf = ({ evidence }: ChargeResult): readonly MissingEvidence[] => evidence;
const itself = (reason: string): string => reason;
const pathOf = ({ path }: MissingFact): string => path;
const typeOf = ({ type }: MissingEvidence): string => type;

/** One decision out of the results for each charge. */
export function decisionOf(
  policies: Policies,
  facts: Facts,
  asOf: Temporal.Instant,
  considered: readonly Considered[],
): Decision {
  const results = considered.map(({ result }) => result);
  const { documents, notSelected, appeal } = documentsOf(considered);
  return {
    kind: kindOf(results),
    occasion: occasionIn(facts.tree),
    asOf: instantText(asOf),
    amounts: paidOf(results, PAID),
    fees: paidOf(results, OWED),
    results,
    effects: settledEffects(results),
    reasons: together(results, reasonsOf, itself),
    missing: together(results, missingOf, pathOf),
    evidence: together(results, evidenceOf, typeOf),
    appeal,
    documents,
    notSelected,
    calendars: policies.calendars,
  };
}
