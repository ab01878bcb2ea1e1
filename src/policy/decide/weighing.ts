import type { CompiledRule } from '../compile/rule.ts';
import { and, not, or, type Truth } from '../model/truth.ts';
import type { Occasion } from '../model/vocabulary.ts';
import {
  beatsDenial,
  byPreference,
  type Candidate,
  candidateOf,
  compareCandidates,
  isAct,
  isDenial,
} from './candidate.ts';
import { oppose } from './effects.ts';
import type { Selection } from './selection.ts';
import { Standing } from './standing.ts';

/** Everything that speaks for one charge, weighed. */
export interface Weighing {
  /** Holds for certain, best first. */
  readonly sure: readonly Candidate[];
  /** May hold, and would matter if it did. */
  readonly open: readonly Candidate[];
  /** Exceptions that hold together and contradict each other. */
  readonly conflicts: readonly CompiledRule[];
  readonly standings: readonly Standing[];
}

interface Gathered {
  readonly sure: Candidate[];
  readonly open: Candidate[];
  readonly conflicts: CompiledRule[];
}

/** Weighs the rules of the documents that apply: gate, statute, company, and goodwill where there would be a denial. */
export function weigh(selection: Selection, occasion: Occasion): Weighing {
  const standings = selection.applied.map((applied) => new Standing(applied, occasion));
  const routed = gateOf(standings);
  const gathered: Gathered = { sure: [], open: [], conflicts: [] };
  let goodwill = false;
  for (const standing of standings) {
    const { layer } = standing.applied.document.name;
    if (layer === 'goodwill') goodwill = true;
    else gather(standing, layer === 'statute' ? true : not(routed), gathered);
  }
  const before = goodwill ? [...gathered.open] : gathered.open;
  const denial = goodwill && gathered.conflicts.length === 0 ? best(gathered.sure) : undefined;
  if (isDenial(denial)) {
    // A denial that still waits for papers may fall with them, and goodwill with it.
    const stands = denial?.pending ? undefined : true;
    const allowed = and(stands, and(not(routed), not(excluded(standings))));
    for (const standing of standings)
      if (standing.applied.document.name.layer === 'goodwill') gather(standing, allowed, gathered);
  }
  if (gathered.sure.length > 1) gathered.sure.sort(byPreference);
  return { sure: gathered.sure, open: relevant(gathered, before), conflicts: gathered.conflicts, standings };
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  let [first] = candidates;
  for (const each of candidates) if (first && first !== each && byPreference(each, first) < 0) first = each;
  return first;
}

function gateOf(standings: readonly Standing[]): Truth {
  let routed: Truth = false;
  for (const standing of standings) {
    const { document, applies } = standing.applied;
    for (const rule of document.gates) routed = or(routed, and(applies, standing.stands(rule)));
  }
  return routed;
}

/** An exclusion keeps goodwill away even where the rule it names does not hold anyway. */
function excluded(standings: readonly Standing[]): Truth {
  let truth: Truth = false;
  for (const standing of standings) {
    const { document, applies } = standing.applied;
    if (document.name.layer !== 'company') continue;
    for (const rule of document.exclusions) truth = or(truth, and(applies, standing.proven(rule, standing.own(rule))));
  }
  return truth;
}

const NO_RULES: readonly CompiledRule[] = [];

function gather(standing: Standing, allowed: Truth, into: Gathered): void {
  const { applied, occasion } = standing;
  for (const rule of applied.document.byOccasion.get(occasion) ?? NO_RULES) {
    let truth = and(applied.applies, rule.role === 'gate' ? true : allowed);
    if (truth !== false) truth = and(truth, standing.truth(rule));
    if (truth === false) continue;
    const rivals = truth === true && rule.rivals.length > 0 ? rivalry(rule, standing) : false;
    if (rivals === true && standing.proven(rule, truth)) {
      into.conflicts.push(rule);
      continue;
    }
    const candidate = candidateOf(rule, applied.c, rivals === false ? truth : undefined);
    if (candidate) (candidate.truth ? into.sure : into.open).push(candidate);
  }
}

/** Whether another exception to the same rule holds, or may hold, and answers differently. */
function rivalry(rule: CompiledRule, standing: Standing): Truth {
  let truth: Truth = false;
  for (const other of rule.rivals) truth = or(truth, standing.proven(other, standing.stands(other)));
  return truth;
}

/** Whether an open rule with only effects would contradict what else is carried out; only a person could settle that. */
function contradicts(
  act: Candidate,
  first: Candidate,
  sure: readonly Candidate[],
  open: readonly Candidate[],
): boolean {
  if (act.rule.isProposal) return false;
  const beside = [...sure, ...open].filter(
    (each) => each !== act && each !== first && isAct(each) && !each.rule.isProposal,
  );
  const own = first.rule.effects;
  return act.rule.effects.some((effect) => {
    const opposesFirst = own.some((each) => oppose(each, effect));
    // A winner with an outcome decides for its own effects, see `effectsWith`.
    if (opposesFirst) return isAct(first);
    return beside.some(({ rule }) => rule.effects.some((each) => oppose(each, effect)));
  });
}

/** Open candidates that could still change what the best sure one gives. */
function relevant({ sure, open }: Gathered, beforeGoodwill: readonly Candidate[]): readonly Candidate[] {
  const [first] = sure;
  if (!first || open.length === 0) return open;
  const disturbing = open.filter((each) => isAct(each) && contradicts(each, first, sure, open));
  const better = open.filter((each) => compareCandidates(each, first) > 0 || disturbing.includes(each));
  if (first.rule.layer !== 'goodwill') return better;
  // Any grant of another layer would mean that goodwill is not needed at all.
  return [...new Set([...better, ...beforeGoodwill.filter(beatsDenial)])];
}
