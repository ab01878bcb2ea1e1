import { canonicalText } from '../model/canonical.ts';
import type { Layer, Otherwise, Rule } from '../model/document.ts';
import type { FactEntries } from '../model/facts.ts';
import type { Effect, Outcome, Refund, Span } from '../model/outcomes.ts';
import { OUTCOME_KINDS } from '../model/outcomes.ts';
import { and, or, type Truth } from '../model/truth.ts';
import { type ComponentKind, type EvidenceState, OCCASIONS, type Occasion } from '../model/vocabulary.ts';
import type { Case } from './case.ts';
import { type Compiler, parameterOf, type Value, within } from './compiler.ts';
import { compileCondition, readsOf, type Test } from './condition.ts';
import { type CompiledFormula, compileFormula, readsCharge } from './formula.ts';

export type OutcomeKind = (typeof OUTCOME_KINDS)[number] | 'effects';
export type Role = 'gate' | 'rule' | 'otherwise';

/** A rule compiled once. */
export interface CompiledRule {
  /** `document/rule`, unique in a set of documents. */
  readonly key: string;
  readonly document: string;
  readonly layer: Layer;
  readonly role: Role;
  readonly source: Rule | Otherwise;
  readonly on: ReadonlySet<Occasion>;
  readonly kind: OutcomeKind;
  readonly test: Test | null;
  readonly outcome: CompiledOutcome;
  /** What it answers, as text that is the same for the same answer. */
  readonly answer: string;
  /** Filled when a document is linked: the rules this one excepts from, and the exceptions to it. */
  readonly bases: readonly CompiledRule[];
  readonly exceptions: readonly CompiledRule[];
  /** For `otherwise`: the rules that must all be false. */
  readonly group: readonly CompiledRule[];
  /** Its place among the rules of its document, for remembering what was found out about it. Filled when linked. */
  readonly index: number;
  /** Other exceptions to the rules this one excepts from that answer differently. Filled when linked. */
  readonly rivals: readonly CompiledRule[];
  /** `on`, with one bit for each occasion. */
  readonly occasions: number;
  readonly needsEvidence: boolean;
  /** Only proposes its outcome to a person. */
  readonly isProposal: boolean;
  readonly effects: readonly Effect[];
  /** How many of its effects a customer would rather not have. */
  readonly adverse: number;
  readonly reason: string;
  /**
   * A fee that hangs on nothing of a charge: owed once, however many charges a request names. A credit is compared with
   * what each charge would bring, so it is given for each.
   */
  readonly isOnce: boolean;
  /** What evidence says: false once rejected, true when all verified, unknown while something is missing. */
  evidence(c: Case): Truth;
}

export interface CompiledOutcome {
  readonly components: 'all' | readonly ComponentKind[];
  readonly amount: CompiledFormula | null;
  readonly method: Value<string> | null;
  readonly executor: Value<string> | null;
  readonly routeTo: Value<string> | null;
  readonly promises: readonly {
    readonly name: PromiseName;
    readonly upTo: Value<number>;
    readonly unit: Span['unit'];
  }[];
  /** The promises, where none of them depends on a fact. */
  readonly fixedPromises: readonly Promised[] | null;
}

/** A promise as a decision makes it. */
export interface Promised {
  readonly name: PromiseName;
  readonly upTo: number;
  readonly unit: Span['unit'];
}

export const PROMISE_NAMES = ['acknowledgeWithin', 'decideWithin', 'payWithin', 'arrivesWithin'] as const;
export type PromiseName = (typeof PROMISE_NAMES)[number];

export const outcomeKind = (outcome: Outcome | undefined): OutcomeKind =>
  OUTCOME_KINDS.find((kind) => outcome?.[kind] !== undefined) ?? 'effects';

function compileOutcome(outcome: Outcome | undefined, compiler: Compiler): CompiledOutcome | undefined {
  const refund: Refund = outcome?.refund ?? {};
  const source = outcome?.refund ? (refund.amount ?? 'full') : (outcome?.fee?.amount ?? outcome?.credit?.amount);
  const kind = outcomeKind(outcome);
  const amount = source === undefined ? null : compileFormula(source, within(compiler, kind, 'amount'));
  const word = (value: Parameters<typeof parameterOf<string>>[0] | undefined, ...path: string[]) =>
    value === undefined ? null : parameterOf(value, within(compiler, ...path), 'string');
  const method = word(refund.method, 'refund', 'method');
  const executor = word(refund.executor, 'refund', 'executor');
  const routeTo = word(outcome?.route?.to, 'route', 'to');
  const spans: Readonly<Partial<Record<PromiseName, Span>>> = outcome?.refund ?? outcome?.refer ?? {};
  const promises = PROMISE_NAMES.flatMap((name) => {
    const span = spans[name];
    const upTo = span && parameterOf(span.upTo, within(compiler, kind, name, 'upTo'), 'number');
    return span && upTo ? [{ name, upTo, unit: span.unit }] : [];
  });
  if (amount === undefined || method === undefined || executor === undefined || routeTo === undefined) return undefined;
  const fixedPromises = fixedOf(promises);
  return { components: refund.components ?? 'all', amount, method, executor, routeTo, promises, fixedPromises };
}

function fixedOf(promises: CompiledOutcome['promises']): readonly Promised[] | null {
  if (promises.some(({ upTo }) => upTo.reads.length > 0)) return null;
  return promises.flatMap(({ name, upTo, unit }) =>
    upTo.possible.slice(0, 1).map((most) => ({ name, upTo: most, unit })),
  );
}

/** The state of one kind of evidence; undefined while nobody knows. */
export const evidenceState = (c: Case, type: string): EvidenceState | undefined =>
  stateIn(c.tree.evidence as FactEntries | null | undefined, type);

function stateIn(list: FactEntries | null | undefined, type: string): EvidenceState | undefined {
  if (list === undefined) return undefined;
  const entry = list?.byKey.get(type);
  if (entry) return entry.state as EvidenceState | undefined;
  return list?.complete === false ? undefined : 'absent';
}

const truthOfState = (state: EvidenceState | undefined): Truth =>
  state === 'verified' ? true : state === 'rejected' ? false : undefined;

function evidenceOf(rule: Rule | Otherwise): (c: Case) => Truth {
  const { allOf: every = [], anyOf: some = [] } = rule.evidence ?? {};
  if (every.length + some.length === 0) return () => true;
  return (c) => {
    const list = c.tree.evidence as FactEntries | null | undefined;
    let all: Truth = true;
    for (const type of every) {
      all = and(all, truthOfState(stateIn(list, type)));
      if (all === false) return false;
    }
    if (some.length === 0) return all;
    let any: Truth = false;
    for (const type of some) any = or(any, truthOfState(stateIn(list, type)));
    return and(all, any);
  };
}

const OCCASION_BITS: ReadonlyMap<Occasion, number> = new Map(OCCASIONS.map((occasion, i) => [occasion, 1 << i]));

/** One bit for an occasion, to compare with `occasions` of a rule. */
export const occasionBit = (occasion: Occasion): number => OCCASION_BITS.get(occasion) ?? 0;

const ADVERSE_FREE: readonly string[] = ['keep', 'notifyLinked'];

/** What a rule says besides its conditions, in the form a decision needs it. */
function sayings({ id, on, certainty, evidence, effects = [], outcome = {}, reason }: Rule | Otherwise) {
  return {
    on: new Set(on),
    occasions: on.reduce((bits, occasion) => bits | occasionBit(occasion), 0),
    needsEvidence: evidence !== undefined,
    isProposal: certainty === 'may',
    effects,
    adverse: effects.filter(({ do: what }) => !ADVERSE_FREE.includes(what)).length,
    reason: outcome.deny?.reason ?? outcome.refer?.reason ?? reason ?? id,
  };
}

/** Compiles one rule; exceptions and groups are linked afterwards. */
export function compileRule(
  source: Rule | Otherwise,
  role: Role,
  place: { readonly document: string; readonly layer: Layer },
  compiler: Compiler,
): CompiledRule | undefined {
  const condition = 'when' in source ? source.when : undefined;
  const test = condition === undefined ? null : compileCondition(condition, within(compiler, 'when'));
  const outcome = compileOutcome(source.outcome, within(compiler, 'outcome'));
  const kind = outcomeKind(source.outcome);
  if (kind === 'effects' && !source.effects && !source.evidence) {
    return compiler.at.fail(`the rule ${source.id} has neither an outcome nor effects`);
  }
  if (kind === 'lift' && !('exceptionTo' in source && source.exceptionTo)) {
    return compiler.at.fail(`only an exception can lift; ${source.id} names no rule in exceptionTo`);
  }
  if (test === undefined || !outcome) return undefined;
  return {
    key: `${place.document}/${source.id}`,
    ...place,
    role,
    source,
    ...sayings(source),
    kind,
    test,
    outcome,
    bases: [],
    exceptions: [],
    group: [],
    rivals: [],
    index: 0,
    isOnce: kind === 'fee' && !outcome.amount?.ofCharge && !readsCharge(test ? readsOf(test) : []),
    evidence: evidenceOf(source),
    answer: canonicalText([source.outcome, source.effects, source.evidence, source.certainty]),
  };
}
