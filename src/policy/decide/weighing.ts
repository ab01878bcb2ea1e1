import type { CompiledRule } from '../compile/rule.ts';
import { and, not, or, type Truth } from '../model/truth.ts';
import type { Occasion } from '../model/vocabulary.ts';
import { beatsDenial, byPreference, type Candidate, candidateOf, compareCandidates, isDenial } from './candidate.ts';
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
}

/** Weighs the rules of the documents that apply: gate, statute, company, and goodwill where there would be a denial. */
export function weigh(selection: Selection, occasion: Occasion): Weighing {
  const standings = selection.applied.map((applied) => new Standing(applied, occasion));
  const routed = gateOf(standings);
  const gathered: Gathered = { sure: [], open: [] };
  const conflicts: CompiledRule[] = [];
  for (const standing of standings) {
    const { layer } = standing.applied.document.source;
    if (layer !== 'goodwill') gather(standing, layer === 'statute' ? true : not(routed), gathered, conflicts);
  }
  const open = [...gathered.open];
  const best = gathered.sure.toSorted(byPreference)[0];
  if (isDenial(best) && conflicts.length === 0) {
    const kind = and(not(routed), not(excluded(standings)));
    const goodwill = standings.filter(({ applied }) => applied.document.source.layer === 'goodwill');
    for (const standing of goodwill) gather(standing, kind, gathered, conflicts);
  }
  gathered.sure.sort(byPreference);
  return { sure: gathered.sure, open: relevant(gathered, open), conflicts, standings };
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
    if (document.source.layer !== 'company') continue;
    for (const rule of document.exclusions) truth = or(truth, and(applies, standing.proven(rule, standing.own(rule))));
  }
  return truth;
}

function gather(standing: Standing, allowed: Truth, into: Gathered, conflicts: CompiledRule[]): void {
  const { applied, occasion } = standing;
  for (const rule of applied.document.byOccasion.get(occasion) ?? []) {
    const truth = and(and(applied.applies, rule.role === 'gate' ? true : allowed), standing.truth(rule));
    if (truth === false) continue;
    const rivals = truth === true && rule.bases.length > 0 ? rivalsOf(rule, standing) : [];
    if (rivals.some(({ stands }) => stands) && standing.proven(rule, truth)) {
      conflicts.push(rule);
      continue;
    }
    const candidate = candidateOf(rule, applied.c, rivals.length > 0 ? undefined : truth);
    if (candidate) (candidate.truth ? into.sure : into.open).push(candidate);
  }
}

/** Other exceptions to the same rule that hold or may hold, and answer differently. */
function rivalsOf(rule: CompiledRule, standing: Standing): readonly { rule: CompiledRule; stands: Truth }[] {
  const siblings = new Set(rule.bases.flatMap((base) => base.exceptions));
  return [...siblings]
    .filter((other) => other !== rule && other.kind !== 'lift' && rule.kind !== 'lift')
    .filter(
      (other) => !rule.exceptions.includes(other) && !other.exceptions.includes(rule) && other.answer !== rule.answer,
    )
    .map((other) => ({ rule: other, stands: standing.proven(other, standing.stands(other)) }))
    .filter(({ stands }) => stands !== false);
}

/** Open candidates that could still change what the best sure one gives. */
function relevant(gathered: Gathered, beforeGoodwill: readonly Candidate[]): readonly Candidate[] {
  const best = gathered.sure[0] && gathered.sure.toSorted(byPreference)[0];
  if (!best) return gathered.open;
  const better = gathered.open.filter((candidate) => compareCandidates(candidate, best) > 0);
  if (best.rule.layer !== 'goodwill') return better;
  // Any grant of another layer would mean that goodwill is not needed at all.
  return [...new Set([...better, ...beforeGoodwill.filter(beatsDenial)])];
}
