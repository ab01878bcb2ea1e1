import { Temporal } from '#lib/time.ts';
import {
  compilePolicies,
  type Decision,
  decide,
  explain,
  type Facts,
  type Policies,
  readFacts,
} from '#policy/index.ts';
import { type Brand, cases, type Given } from './cases.ts';
import { laws, policyOf } from './documents.ts';
import { type HandDecision, type HandRequest, handRequestOf, lantern, norton } from './handwritten.ts';
import { type Contender, sideBySide } from './rates.ts';
import { jsonRules, type Rival, zen } from './rivals.ts';

const CASES = 4_000;
export const AS_OF = Temporal.Instant.from('2026-11-20T12:00:00Z');

/** Facts as the engine reads them. */
export function factsOf(given: Given, policies: Policies): Facts {
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.facts;
}

/** One case in every form a contender takes. */
interface Prepared {
  readonly given: Given;
  readonly facts: Facts;
  readonly request: HandRequest;
}

const isSingle = ({ charges }: Given): boolean => Array.isArray(charges) && charges.length === 1;

function prepared(brand: Brand, policies: Policies): readonly Prepared[] {
  const given = [...cases(brand, CASES)].filter(isSingle);
  return given.map((each) => ({ given: each, facts: factsOf(each, policies), request: handRequestOf(each) }));
}

/** The three fields all contenders answer. */
const inShort = ({ kind, amounts, reasons }: Decision): HandDecision => ({
  kind,
  amount: amounts[0]?.minor ?? 0,
  reason: reasons[0] ?? null,
});

const text = ({ kind, amount, reason }: HandDecision): string => `${kind} ${amount} ${reason}`;

/** A contender that answers something else is not worth measuring. */
async function demandEqual(
  all: readonly Prepared[],
  policies: Policies,
  hand: (request: HandRequest) => HandDecision,
  rivals: readonly Rival[],
): Promise<void> {
  for (const { facts, request } of all) {
    const ours = inShort(decide(policies, facts, AS_OF));
    const theirs = hand(request);
    if (text(ours) !== text(theirs)) throw new Error(`ours ${text(ours)}, by hand ${text(theirs)}`);
    for (const rival of rivals) {
      const { kind, reason } = await rival(request);
      if (kind !== ours.kind || reason !== ours.reason) throw new Error(`ours ${text(ours)}, rival ${kind} ${reason}`);
    }
  }
}

/** One policy in every engine, and by hand; ratios say how many times faster ours is. */
export async function measurePolicy(brand: 'lantern' | 'norton'): Promise<object> {
  const policies = compilePolicies(policyOf(brand));
  const everything = compilePolicies([...policyOf(brand), ...laws()]);
  const all = prepared(brand, everything);
  const hand = brand === 'lantern' ? lantern : norton;
  const [rules, table] = [jsonRules(brand), await zen(brand)];
  await demandEqual(all, policies, hand, table ? [rules, table] : [rules]);
  const contender = (name: string, decideOne: (one: Prepared) => unknown): Contender<Prepared> => ({
    name,
    cases: all,
    decide: decideOne,
  });
  const rates = await sideBySide([
    contender('ours', ({ facts }) => decide(policies, facts, AS_OF)),
    contender('ours with every law', ({ facts }) => decide(everything, facts, AS_OF)),
    contender('ours, explained', ({ facts }) => explain(policies, facts, AS_OF)),
    contender('ours with every law, explained', ({ facts }) => explain(everything, facts, AS_OF)),
    contender('ours, from stored facts', ({ given }) => decide(policies, factsOf(given, policies), AS_OF)),
    contender('by hand', ({ request }) => hand(request)),
    contender('by hand, from stored facts', ({ given }) => hand(handRequestOf(given))),
    contender('json-rules-engine', ({ request }) => rules(request)),
    ...(table ? [contender('zen-engine', ({ request }) => table(request))] : []),
    contender('reading facts alone', ({ given }) => factsOf(given, policies)),
  ]);
  const ratio = (other: string, own = 'ours'): number =>
    Number(((rates[own]?.perSecond ?? 0) / (rates[other]?.perSecond ?? 1)).toFixed(2));
  return {
    what: `decisions, ${brand}`,
    cases: all.length,
    rates,
    ratios: {
      'by hand': ratio('by hand'),
      'by hand, both from stored facts': ratio('by hand, from stored facts', 'ours, from stored facts'),
      'json-rules-engine': ratio('json-rules-engine'),
      ...(table ? { 'zen-engine': ratio('zen-engine') } : {}),
    },
  };
}
