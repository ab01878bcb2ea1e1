import { asOfFacts, companionsOf } from '../check/check.ts';
import { overlay } from '../check/merge.ts';
import { compilePolicies, type Policies } from '../compile/policies.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { consider, decide } from '../decide/decide.ts';
import type { Standing } from '../decide/standing.ts';
import type { Decision } from '../model/decision.ts';
import type { AnyDocument, Condition, PolicyDocument } from '../model/document.ts';
import type { Facts } from '../model/facts.ts';
import { and, type Truth } from '../model/truth.ts';
import type { FactType, Occasion } from '../model/vocabulary.ts';
import { readFacts } from '../reading/facts.ts';
import { type Given, groundsFor } from './ground.ts';
import { put } from './places.ts';
import { type Scene, ways, waysTogether } from './ways.ts';

/** A document alone, as if it had held all along: windows and conditions are tried, not dates of effect. */
export interface Trial {
  readonly document: PolicyDocument;
  readonly policies: Policies;
  readonly rules: readonly CompiledRule[];
  readonly scene: Scene;
}

const ALL_ALONG = '1990-01-01';

/** Compiles a document for trying it; calendars come from `all`. Throws a PolicyError like `compilePolicies`. */
export function trialOf(document: PolicyDocument, all: readonly AnyDocument[]): Trial {
  const { supersedes: _, ...rest } = document;
  const { until: _until, ...effective } = document.effective;
  const held: PolicyDocument = { ...rest, status: 'published', effective: { ...effective, from: ALL_ALONG } };
  const calendars = companionsOf(document, all).filter(({ kind }) => kind === 'calendar');
  const policies = compilePolicies([held, ...calendars]);
  const scene = { vocabulary: policies.vocabulary, item: null, define: document.define ?? {} };
  return { document, policies, rules: policies.documents[0]?.rules ?? [], scene };
}

/** How often facts are tried before a rule is given up on. */
const MAX_TRIES = 120;
const NO_MORE: Goal = { hold: [], fail: [] };

const whenOf = ({ source }: CompiledRule): Condition | undefined => ('when' in source ? source.when : undefined);

/** Conditions that must hold, and that must not, for a rule to give its outcome. */
export interface Goal {
  readonly hold: readonly Condition[];
  readonly fail: readonly Condition[];
}

/** One goal for each way a rule can come into play: an exception through each rule it excepts from. */
function goalsOf(rule: CompiledRule, rules: readonly CompiledRule[]): readonly Goal[] {
  const gates = rule.role === 'gate' || rule.layer === 'statute' ? [] : rules.filter(({ role }) => role === 'gate');
  const others = [...rule.exceptions, ...gates, ...(rule.role === 'otherwise' ? rule.group : [])];
  const fail = others.flatMap((other) => whenOf(other) ?? []);
  const own = whenOf(rule);
  const hold = own === undefined ? [] : [own];
  const chains = rule.bases.length === 0 ? [[]] : rule.bases.map((base) => [base, ...base.bases.slice(0, 1)]);
  return chains.map((chain) => ({
    hold: [...chain.flatMap((base) => whenOf(base) ?? []), ...hold],
    fail: [
      ...fail,
      ...chain.flatMap((base) =>
        base.exceptions.filter((each) => each !== rule && !chain.includes(each)).flatMap((each) => whenOf(each) ?? []),
      ),
    ],
  }));
}

/** Every paper a rule asks for, looked at and accepted. */
function withEvidence(given: Given, { source }: CompiledRule): Given {
  const { allOf = [], anyOf = [] } = source.evidence ?? {};
  const verified = Object.fromEntries([...allOf, ...anyOf.slice(0, 1)].map((type) => [type, { state: 'verified' }]));
  return overlay(given, { evidence: verified });
}

export const factsOf = (trial: Trial, given: Given): Facts | null => {
  const read = readFacts(given, trial.policies.vocabulary);
  return 'facts' in read ? read.facts : null;
};

/** The document's standing in a case; null when it does not apply. */
export function standingIn(trial: Trial, facts: Facts): Standing | null {
  const [first] = consider(trial.policies, facts);
  return first?.weighing?.standings[0] ?? null;
}

function truthIn(trial: Trial, rule: CompiledRule, given: Given): Truth {
  const facts = factsOf(trial, given);
  const standing = facts && standingIn(trial, facts);
  return standing ? and(standing.applied.applies, standing.truth(rule)) : false;
}

/**
 * Facts under which a rule gives its outcome, or null where none were found.
 * @param more what else must hold and must not
 */
export function witnessFor(trial: Trial, rule: CompiledRule, occasion: Occasion, more = NO_MORE): Given | null {
  let left = MAX_TRIES;
  for (const ground of groundsFor(trial.document, occasion, trial.policies.vocabulary)) {
    const start = withEvidence(ground, rule);
    for (const goal of goalsOf(rule, trial.rules)) {
      const fail = [...more.fail, ...goal.fail].filter((condition) => !more.hold.includes(condition));
      for (const holding of waysTogether([...goal.hold, ...more.hold], true, start, trial.scene)) {
        const given = failing(trial, rule, fail, holding);
        if (given) return given;
        if (--left <= 0) return null;
      }
    }
  }
  return null;
}

/** Takes away what stands against a rule, one condition after the other, keeping what helps. */
function failing(trial: Trial, rule: CompiledRule, fail: readonly Condition[], start: Given): Given | null {
  let given = start;
  if (fail.length === 0) return truthIn(trial, rule, given) === true ? given : null;
  for (const condition of fail) {
    for (const next of ways(condition, false, given, trial.scene)) {
      if (truthIn(trial, rule, given) === true && truthIn(trial, rule, next) !== true) continue;
      given = next;
      break;
    }
  }
  return truthIn(trial, rule, given) === true ? given : truthIn(trial, rule, start) === true ? start : null;
}

const DEFAULTS: Readonly<Record<FactType, unknown>> = {
  flag: false,
  number: 0,
  money: { minor: 0, unit: 'EUR' },
  moment: null,
  duration: null,
  word: null,
  text: null,
  words: [],
};
const MAX_ROUNDS = 6;

/** Says no to everything a case still asks about, so that it can be decided. */
export function settled(trial: Trial, given: Given): { readonly given: Given; readonly decision: Decision } | null {
  let current = given;
  for (let round = 0; ; round++) {
    const facts = factsOf(trial, current);
    if (facts === null) return null;
    const decision = decide(trial.policies, facts, asOfFacts(current));
    if (decision.missing.length === 0 || round === MAX_ROUNDS) return { given: current, decision };
    for (const { path, type } of decision.missing) current = put(current, path, DEFAULTS[type]);
  }
}
