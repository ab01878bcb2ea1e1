import type { Temporal } from '#lib/time.ts';
import { withFact } from '../check/merge.ts';
import type { Policies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import type { Decision, MissingFact } from '../model/decision.ts';
import type { Facts } from '../model/facts.ts';
import type { Answerer } from '../model/vocabulary.ts';
import { readFacts } from '../reading/facts.ts';
import { landmarksOf, samplesFor } from './samples.ts';

/** The next thing to ask, with the answers that would lead to different decisions. */
export interface Question extends MissingFact {
  readonly suggestions: readonly unknown[];
  /** How many different decisions the answers lead to. */
  readonly splits: number;
}

/** What a customer would notice: two decisions with the same signature are the same to them. */
const signature = ({ kind, amounts, reasons, missing }: Decision): string =>
  JSON.stringify([kind, amounts, reasons, missing.map(({ path }) => path)]);

interface Scored extends Question {
  readonly settled: number;
}

/** How well a question splits what is still possible. */
function score(fact: MissingFact, policies: Policies, facts: Facts, asOf: Temporal.Instant): Scored {
  const samples = samplesFor(fact, landmarksOf(policies), asOf, facts.charges ?? []);
  const outcomes = new Set<string>();
  let settled = 0;
  let tried = 0;
  for (const value of samples) {
    const read = readFacts(withFact(facts.given, fact.path, value), policies.vocabulary);
    if ('problems' in read) continue;
    const decision = decide(policies, read.facts, asOf);
    outcomes.add(signature(decision));
    tried++;
    if (decision.kind !== 'ask') settled++;
  }
  return { ...fact, suggestions: samples, splits: outcomes.size, settled: tried === 0 ? 0 : settled / tried };
}

/**
 * The question whose answer can still change the decision and tells the most, or null when nothing can.
 * @param askable who is being asked; what only others can answer is left out
 */
export function nextQuestion(
  policies: Policies,
  facts: Facts,
  asOf: Temporal.Instant,
  askable: readonly Answerer[] = ['customer', 'agent'],
): Question | null {
  const decision = decide(policies, facts, asOf);
  const open = decision.missing.filter(({ answerer }) => askable.includes(answerer));
  if (decision.kind !== 'ask' || open.length === 0) return null;
  const scored = open.map((fact) => score(fact, policies, facts, asOf));
  const [best] = scored.sort(
    (a, b) => b.splits * (1 + b.settled) - a.splits * (1 + a.settled) || (a.path < b.path ? -1 : 1),
  );
  if (!best) return null;
  const { settled: _, ...question } = best;
  return question;
}
