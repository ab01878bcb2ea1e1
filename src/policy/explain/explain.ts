import type { Temporal } from '#lib/time.ts';
import { readsOf } from '../compile/condition.ts';
import type { FactRef } from '../compile/path.ts';
import type { Policies } from '../compile/policies.ts';
import { type CompiledRule, evidenceState } from '../compile/rule.ts';
import { type Considered, consider, decisionOf } from '../decide/decide.ts';
import { byLongestPath } from '../decide/missing.ts';
import type { Standing } from '../decide/standing.ts';
import type { ChargeResult, Decision } from '../model/decision.ts';
import type { Citation, Layer } from '../model/document.ts';
import type { Facts, Known } from '../model/facts.ts';
import { and, type Truth, truthWord } from '../model/truth.ts';
import { isMoment, momentText } from '../time/moment.ts';
import { type Failure, obstacles } from './failing.ts';
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
  readonly appeal: Message | null;
}

/** Decides and says why. The decision is the one `decide` gives. */
export function explain(
  policies: Policies,
  facts: Facts,
  asOf: Temporal.Instant,
): { readonly decision: Decision; readonly explanations: readonly Explanation[] } {
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
    wouldChange: near ? changesOf(near.failures, near.seen) : [],
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
  const path = ref.path.startsWith('charge.')
    ? `charges[${applied.c.charge?.id ?? ''}].${ref.path.slice(7)}`
    : ref.path;
  const source = byLongestPath(facts.sources, path) ?? null;
  if (value === undefined) return { path, value: null, known: 'unknown', source: null };
  if (value === null) return { path, value: null, known: 'absent', source };
  return { path, value: isMoment(value) ? momentText(value) : value, known: 'value', source };
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
  const held = winner?.rule.test ? windowsIn(winner.rule.test) : [];
  const own = winner?.standing.applied.c;
  const last = own && held.map((window) => window.last(own)).find((moment) => moment !== undefined);
  return last ? momentText(last) : null;
}

type TestOf = NonNullable<CompiledRule['test']>;
const windowsIn = (test: TestOf): readonly NonNullable<TestOf['window']>[] => [
  ...(test.window ? [test.window] : []),
  ...test.parts.flatMap(windowsIn),
];

function changesOf(failures: readonly Failure[], { rule, standing }: Seen): readonly Message[] {
  const { allOf = [], anyOf = [] } = rule.source.evidence ?? {};
  const rejected = [...allOf, ...anyOf].filter((type) => evidenceState(standing.applied.c, type) === 'rejected');
  return [
    ...rejected.map((evidence) => message('changeEvidence', { evidence })),
    ...failures.map(({ test }) =>
      test.window ? message('changeTooLate') : message('changeFact', { fact: test.reads[0]?.path ?? '' }),
    ),
  ];
}

function stepsOf(result: ChargeResult): readonly Message[] {
  const questions = result.missing.map(({ path }) => message('stepAnswer', { fact: path }));
  const evidence = result.evidence.map(({ type }) => message('stepEvidence', { evidence: type }));
  const review = result.kind === 'refer' ? [message('stepReview')] : [];
  const route = result.kind === 'route' ? [message('stepRoute', { to: result.award?.to ?? '' })] : [];
  return [...questions, ...evidence, ...review, ...route];
}

/** Something refused, even in part, can be appealed where the policy says how. */
function appealOf({ kind }: ChargeResult, { appeal }: Decision): Message | null {
  const refused = kind === 'none' || kind === 'partial' || kind === 'fee';
  return refused && appeal?.window ? message('appeal', { count: appeal.window.upTo }) : null;
}
