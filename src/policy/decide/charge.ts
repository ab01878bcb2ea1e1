import { evidenceState } from '../compile/rule.ts';
import type { Award, ChargeResult, MissingEvidence } from '../model/decision.ts';
import type { Facts } from '../model/facts.ts';
import { awardOf } from './award.ts';
import { type Candidate, isOther, REFER_RANK } from './candidate.ts';
import { effectsWith } from './effects.ts';
import { missingFacts, unknownFor } from './missing.ts';
import type { Weighing } from './weighing.ts';

const NONE: readonly never[] = [];

/** A result of which only some parts are said. Written out, since every decision makes one. */
const resultOf = (charge: string | null, kind: ChargeResult['kind'], more: Partial<ChargeResult>): ChargeResult => ({
  award: more.award ?? null,
  proposal: more.proposal ?? null,
  atLeast: more.atLeast ?? null,
  missing: more.missing ?? NONE,
  evidence: more.evidence ?? NONE,
  alternatives: more.alternatives ?? NONE,
  charge,
  kind,
});

/** Evidence the rule still waits for. Rejected pieces are not asked for again. */
function pendingEvidence({ rule, c }: Pick<Candidate, 'rule' | 'c'>): readonly MissingEvidence[] {
  if (!rule.needsEvidence || rule.evidence(c) !== undefined) return NONE;
  const { allOf = [], anyOf = [] } = rule.source.evidence ?? {};
  const open = (types: readonly string[], any: boolean): readonly MissingEvidence[] =>
    types
      .map((type) => ({ type, state: evidenceState(c, type) ?? ('unknown' as const), anyOf: any }))
      .filter(({ state }) => state !== 'verified' && state !== 'rejected');
  const some = anyOf.some((type) => evidenceState(c, type) === 'verified') ? [] : open(anyOf, true);
  return [...open(allOf, false), ...some];
}

/** A rule that contradicts another needs a person. */
function conflictAward(weighing: Weighing, effects: Award | null): Award {
  const first = [...weighing.conflicts].sort((a, b) => (a.key < b.key ? -1 : 1))[0];
  return {
    kind: 'refer',
    rule: first?.key ?? effects?.rule ?? '',
    layer: first?.layer ?? effects?.layer ?? 'company',
    reason: 'conflict',
    certainty: 'shall',
    amount: null,
    components: [],
    lines: [],
    method: null,
    executor: null,
    to: 'review',
    how: null,
    effects: [],
    promises: [],
  };
}

/** The result for one charge, from what was weighed for it. */
export function resultFor(weighing: Weighing, charge: string | null, facts: Facts): ChargeResult {
  const { sure, open, conflicts } = weighing;
  const winner = sure[0];
  const contradicted = conflicts.length > 0 && (!winner || winner.rank <= REFER_RANK);
  if (contradicted && !open.some(({ rank }) => rank > REFER_RANK)) {
    return resultOf(charge, 'refer', { award: conflictAward(weighing, null) });
  }
  if (open.length > 0) return asking(weighing, charge, facts);
  if (!winner) return resultOf(charge, 'noRule', {});
  return granting(winner, weighing, charge);
}

/** Evidence that rules around an open candidate wait for: itself, its exceptions, and the group an `otherwise` speaks for. */
const evidenceAround = ({ rule, c }: Candidate): readonly MissingEvidence[] =>
  [rule, ...rule.exceptions.flatMap((each) => [each, ...each.exceptions]), ...rule.group]
    .filter(({ test }) => test === null || test.holds(c) === true)
    .flatMap((each) => pendingEvidence({ rule: each, c }));

/** What is needed in any case comes after, and so replaces, what is one of several. */
const byType = (a: MissingEvidence, b: MissingEvidence): number =>
  a.type === b.type ? Number(b.anyOf) - Number(a.anyOf) : a.type < b.type ? -1 : 1;

/** Each once, in an order that does not tell the order of rules. */
const distinctByType = (evidence: readonly MissingEvidence[]): readonly MissingEvidence[] => [
  ...new Map(evidence.toSorted(byType).map((each) => [each.type, each])).values(),
];

/** Something unknown can still change the result. */
function asking(weighing: Weighing, charge: string | null, facts: Facts): ChargeResult {
  const { sure, open, standings } = weighing;
  const refs = open.flatMap((candidate) => unknownFor(candidate, standings));
  const missing = missingFacts(refs, charge, facts);
  const winner = sure[0];
  const certain = sure.find((candidate) => !candidate.pending && !candidate.rule.isProposal);
  const atLeast = certain ? awardOf(certain) : null;
  const evidence = distinctByType([...(winner ? pendingEvidence(winner) : []), ...open.flatMap(evidenceAround)]);
  // Nobody can answer: a calendar that does not reach, or units that do not compare. A person decides.
  if (missing.length === 0 && evidence.length === 0) {
    const award = { ...conflictAward(weighing, atLeast), reason: 'notDecidable' };
    return resultOf(charge, 'refer', { award, atLeast });
  }
  return resultOf(charge, 'ask', { missing, evidence, atLeast });
}

function granting(winner: Candidate, weighing: Weighing, charge: string | null): ChargeResult {
  const { sure } = weighing;
  const { effects, conflict } = effectsWith(winner, sure);
  const award = awardOf(winner, effects);
  if (conflict) return resultOf(charge, 'refer', { award: conflictAward(weighing, award) });
  if (winner.pending) {
    const evidence = pendingEvidence(winner);
    const certain = sure.find((candidate) => !candidate.pending && !candidate.rule.isProposal);
    const atLeast = certain ? awardOf(certain) : null;
    return resultOf(charge, 'ask', { proposal: award, atLeast, evidence });
  }
  const others = sure.length === 1 ? NONE : sure.filter((each) => each !== winner && isOther(each));
  const alternatives = others.length === 0 ? NONE : others.map((each) => awardOf(each));
  if (award.certainty === 'may' && award.kind !== 'refer') {
    const put: Award = { ...award, kind: 'refer', amount: null, effects: NONE };
    return resultOf(charge, 'refer', { award: put, proposal: award, alternatives });
  }
  return resultOf(charge, award.kind, { award, alternatives });
}
