import type { Temporal } from '#lib/time.ts';
import { readsOf } from '../compile/condition.ts';
import type { FactRef } from '../compile/path.ts';
import type { Policies } from '../compile/policies.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { type Considered, consider, decisionOf } from '../decide/decide.ts';
import { byLongestPath } from '../decide/missing.ts';
import type { Standing } from '../decide/standing.ts';
import type { ChargeResult, Decision } from '../model/decision.ts';
import type { Citation, Layer } from '../model/document.ts';
import type { Facts, Known } from '../model/facts.ts';
import { and, type Truth, truthWord } from '../model/truth.ts';
import { momentText } from '../time/moment.ts';
import { casePath, changesOf, windowsIn } from './change.ts';
import { type Failure, obstacles } from './failing.ts';
import { givenValue } from './given.ts';
import { type Message, message } from './messages.ts';

export interface FactRead {
  readonly path: string;
  /** Null when unknown or known not to exist; `known` tells which. */
  readonly value: unknown;
  readonly known: 'value' | 'absent' | 'unknown';
  readonly source: string | null;
}

export interface RuleExplanation {
  readonly rule: string;
  readonly version: number;
  readonly layer: Layer;
  readonly truth: 'true' | 'false' | 'unknown';
  readonly facts: readonly FactRead[];
  readonly citation: Citation | null;
  /** Whether this rule gave the result. */
  readonly decided: boolean;
}

/** Why one charge was decided as it was. */
export interface Explanation {
  readonly charge: string | null;
  readonly rules: readonly RuleExplanation[];
  readonly because: readonly Message[];
  readonly becauseNot: readonly Message[];
  /** `2026-11-17`, or an instant where the clock decides. */
  readonly lastEligible: string | null;
  readonly wouldChange: readonly Message[];
  readonly nextSteps: readonly Message[];
  /** Empty where there is nothing to appeal, or no way to. */
  readonly appeal: readonly Message[];
}

/** A decision with the reasons for each charge, in the same order as its results. */
export interface Explained {
  readonly decision: Decision;
  readonly explanations: readonly Explanation[];
}

/** Decides and says why. The decision is the one `decide` gives. */
export function explain(policies: Policies, facts: Facts, asOf: Temporal.Instant): Explained {
  const considered = consider(policies, facts);
  const decision = decisionOf(policies, facts, asOf, considered);
  return { decision, explanations: considered.map((each) => explainOne(each, decision, facts)) };
}

interface Seen {
  readonly rule: CompiledRule;
  readonly standing: Standing;
  readonly truth: Truth;
}

function explainOne({ weighing, result }: Considered, decision: Decision, facts: Facts): Explanation {
  const seen: Seen[] = (weighing?.standings ?? []).flatMap((standing) =>
    (standing.applied.document.byOccasion.get(standing.occasion) ?? []).map((rule) => ({
      rule,
      standing,
      truth: and(standing.applied.applies, standing.truth(rule)),
    })),
  );
  const award = result.award ?? result.proposal;
  const winner = seen.find(({ rule }) => rule.key === award?.rule);
  const near = nearestFailed(seen, result);
  return {
    charge: result.charge,
    rules: seen.map((each) => ruleExplanation(each, each === winner, facts)),
    because: winner ? textOf(winner.rule, 'text') : result.kind === 'noRule' ? [message('noRule')] : [],
    becauseNot: near ? textOf(near.seen.rule, 'textNot') : [],
    lastEligible: lastEligible(near, winner),
    wouldChange: near ? changesOf(near.failures, near.seen.rule, near.seen.standing.applied.c) : [],
    nextSteps: stepsOf(result),
    appeal: appealOf(result, decision),
  };
}

function ruleExplanation({ rule, standing, truth }: Seen, decided: boolean, facts: Facts): RuleExplanation {
  const { applied } = standing;
  const reads = rule.test === null ? [] : readsOf(rule.test);
  const named = [...new Map(reads.map((ref) => [ref.path, ref])).values()];
  return {
    rule: rule.key,
    version: applied.document.source.version,
    layer: rule.layer,
    truth: truthWord(truth),
    facts: named.filter(({ path }) => !path.startsWith('item.')).map((ref) => factRead(ref, standing, facts)),
    citation: rule.source.cite ?? null,
    decided,
  };
}

function factRead(ref: FactRef, { applied }: Standing, facts: Facts): FactRead {
  const value: Known = ref.read(applied.c);
  const path = casePath(ref.path, applied.c);
  const source = byLongestPath(facts.sources, path) ?? null;
  if (value === undefined) return { path, value: null, known: 'unknown', source: null };
  if (value === null) return { path, value: null, known: 'absent', source };
  return { path, value: givenValue(value), known: 'value', source };
}

interface Near {
  readonly seen: Seen;
  readonly failures: readonly Failure[];
}

/** Results after which nothing better is left to explain. */
const BEST: readonly string[] = ['full', 'ask', 'route'];

/** The rule that would have given money and came closest: the fewest conditions missing. */
function nearestFailed(seen: readonly Seen[], result: ChargeResult): Near | null {
  if (BEST.includes(result.kind)) return null;
  let best: Near | null = null;
  for (const each of seen) {
    const pays = each.rule.kind === 'refund' || each.rule.kind === 'credit';
    if (!pays || each.truth !== false) continue;
    const failures = obstacles(each.rule, each.standing);
    const closer = best === null || failures.length < best.failures.length;
    const tie = best !== null && failures.length === best.failures.length && each.rule.key < best.seen.rule.key;
    if (closer || tie) best = { seen: each, failures };
  }
  return best;
}

const textOf = ({ key, source }: CompiledRule, which: 'text' | 'textNot'): readonly Message[] => {
  const texts = source[which];
  return texts ? [{ id: which === 'text' ? key : `${key}.not`, params: {}, texts }] : [];
};

/** The last moment of a window that failed, or of the one the winner was inside. */
function lastEligible(near: Near | null, winner: Seen | undefined): string | null {
  const { c } = near?.seen.standing.applied ?? {};
  const failed = near?.failures.find(({ test, wanted }) => test.window && wanted)?.test.window;
  if (c && failed) {
    const last = failed.last(c);
    return last ? momentText(last) : null;
  }
  // An exception without a window of its own lives as long as the rule it excepts from.
  const tests = winner ? [winner.rule, ...winner.rule.bases].flatMap(({ test }) => test ?? []) : [];
  const held = tests.flatMap(windowsIn);
  const own = winner?.standing.applied.c;
  const last = own && held.map((window) => window.last(own)).find((moment) => moment !== undefined);
  return last ? momentText(last) : null;
}

function stepsOf(result: ChargeResult): readonly Message[] {
  const questions = result.missing.map(({ path, answerer }) =>
    message(answerer === 'customer' ? 'stepAnswer' : 'stepOther', { fact: path }),
  );
  const sent = result.evidence.filter(({ state }) => state === 'provided').map(({ type }) => type);
  const unsent = result.evidence.filter(({ state }) => state !== 'provided');
  const every = unsent.filter(({ anyOf }) => !anyOf).map(({ type }) => type);
  const some = sent.length > 0 ? [] : unsent.filter(({ anyOf }) => anyOf).map(({ type }) => type);
  const listed = (id: string, evidence: readonly string[]): readonly Message[] =>
    evidence.length === 0 ? [] : [message(id, { evidence })];
  const review = result.kind === 'refer' || result.kind === 'noRule' ? [message('stepReview')] : [];
  const route = result.kind === 'route' ? [message('stepRoute', { to: result.award?.to ?? '' })] : [];
  const pieces = [
    ...listed('stepEvidence', every),
    ...listed(some.length > 1 ? 'stepEvidenceAny' : 'stepEvidence', some),
    ...listed('stepWait', sent),
  ];
  return [...questions, ...pieces, ...review, ...route];
}

/** Something refused, even in part, can be appealed where the policy says how. */
const canAppeal = ({ kind }: ChargeResult): boolean => kind === 'none' || kind === 'partial' || kind === 'fee';

function appealOf(result: ChargeResult, { appeal }: Decision): readonly Message[] {
  if (!appeal || !canAppeal(result)) return [];
  const { window, requiresNewEvidence, levels = [], externalBodies = [] } = appeal;
  return [
    ...(window ? [message('appealWithin', { upTo: window.upTo, unit: window.unit })] : []),
    ...(requiresNewEvidence ? [message('appealEvidence')] : []),
    ...(levels.length > 0 ? [message('appealLevels', { levels })] : []),
    ...(externalBodies.length > 0 ? [message('appealOutside', { bodies: externalBodies })] : []),
  ];
}
