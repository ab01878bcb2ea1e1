import { type Rounded, settle, stillRefundable } from '../compile/amount.ts';
import type { Case } from '../compile/case.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { FactEntries, FactTree } from '../model/facts.ts';
import type { Money } from '../model/money.ts';
import { roundHalfUp } from '../model/ratio.ts';

/** What kinds of result are worth to a customer, best last. */
const RANK = { fee: 0, deny: 1, refer: 2, act: 3, other: 4, money: 5 } as const;

/** A rule that holds, or may hold, with what it would give. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly c: Case;
  /** Unknown when its conditions or its amount are. */
  readonly truth: true | undefined;
  readonly rank: number;
  /** Minor units, for comparing; the most it can be while the amount is unknown. A fee counts downwards. */
  readonly value: number;
  readonly rounded: Rounded | null;
  /** Whether everything selected comes back. */
  readonly whole: boolean;
  /** Whether evidence is still to be given or looked at. */
  readonly pending: boolean;
}

const LAYER_ORDER = { goodwill: 0, company: 1, statute: 2 } as const;

/** Positive when `a` is better for the customer than `b`; zero when nothing the customer would notice differs. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.value !== b.value) return a.value - b.value;
  const kinds = Number(a.rule.kind === 'refund') - Number(b.rule.kind === 'refund');
  if (kinds !== 0) return kinds;
  // The same without having to prove anything is better.
  const proof = Number(b.pending) - Number(a.pending);
  if (proof !== 0) return proof;
  return b.rule.adverse - a.rule.adverse || LAYER_ORDER[a.rule.layer] - LAYER_ORDER[b.rule.layer];
}

/** Best first. Equal ones come in the order of their keys, so that the order of rules never shows. */
export const byPreference = (a: Candidate, b: Candidate): number =>
  compareCandidates(b, a) || (a.rule.key < b.rule.key ? -1 : 1);

const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** What a rule would give in a case; null for outcomes that are no candidates. */
export function candidateOf(rule: CompiledRule, c: Case, truth: true | undefined): Candidate | null {
  switch (rule.kind) {
    case 'refund':
      return refundCandidate(rule, c, truth);
    case 'credit':
      return creditCandidate(rule, c, truth);
    case 'fee':
      return feeCandidate(rule, c, truth);
    case 'route':
    case 'effects':
      return candidate(rule, c, truth, rule.isProposal ? RANK.refer : RANK.act, 0);
    case 'refer':
      return candidate(rule, c, truth, RANK.refer, 0);
    case 'deny':
      return candidate(rule, c, truth, rule.isProposal ? RANK.refer : RANK.deny, 0);
    default:
      return null;
  }
}

const candidate = (
  rule: CompiledRule,
  c: Case,
  truth: true | undefined,
  rank: number,
  value: number,
  rounded: Rounded | null = null,
  whole = false,
): Candidate => ({
  rule,
  c,
  truth,
  rank,
  value,
  rounded,
  whole,
  pending: rule.needsEvidence && rule.evidence(c) === undefined,
});

function refundCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Candidate {
  const { charge } = c;
  if (charge === null) return candidate(rule, c, truth, refundRank(rule, 0), 0);
  const full = charge && stillRefundable(charge, rule.outcome.components);
  const amount = full && (rule.outcome.amount?.of(c, full) ?? undefined);
  if (!charge || !full || !amount || amount.unit !== full.unit) {
    const most = full ? full.total : UNLIMITED;
    return candidate(rule, c, undefined, refundRank(rule, most), most);
  }
  const rounded = settle(amount, charge, full);
  const value = rounded.amount.minor;
  return candidate(rule, c, truth, refundRank(rule, value), value, rounded, value === full.total);
}

const refundRank = (rule: CompiledRule, value: number): number =>
  rule.isProposal ? RANK.refer : value > 0 ? RANK.money : RANK.act;

/** Whether it is known how many charges a case is about: an amount of its own is given for each of them. */
function countIsKnown({ charge, tree }: Case): boolean {
  if (charge !== undefined) return true;
  const { about } = (tree.request ?? tree.event ?? {}) as FactTree;
  const listed = tree.charges as FactEntries | undefined;
  return Array.isArray(about) || (listed !== undefined && listed.entries.length < 2);
}

/** An amount that is not split over the components of a charge. */
function plainAmount(rule: CompiledRule, c: Case): Rounded | undefined {
  if (!rule.isOnce && !countIsKnown(c)) return undefined;
  const full = c.charge ? (stillRefundable(c.charge, 'all') ?? null) : null;
  const amount = rule.outcome.amount?.of(c, full);
  if (!amount) return undefined;
  const minor = Math.max(0, roundHalfUp(amount.total));
  const money: Money = { minor, unit: amount.unit };
  const lines = amount.lines.map((line) => ({ what: line.what, minor: roundHalfUp(line.amount) }));
  return { amount: money, components: [], lines };
}

function creditCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Candidate {
  const money = rule.source.outcome?.credit?.kind === 'money';
  const rank = rule.isProposal ? RANK.refer : money ? RANK.money : RANK.other;
  if (rule.outcome.amount === null) return candidate(rule, c, truth, rank, 0);
  // A credit is given for each charge, so nobody knows what it comes to before it is known which.
  const rounded = c.charge === undefined ? undefined : plainAmount(rule, c);
  if (!rounded) return candidate(rule, c, undefined, rank, UNLIMITED);
  const sameUnit = c.charge ? c.charge.unit === rounded.amount.unit : true;
  if (money && !sameUnit) return candidate(rule, c, truth, RANK.other, 0, rounded);
  return candidate(rule, c, truth, rank, money ? rounded.amount.minor : 0, rounded);
}

function feeCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Candidate {
  const rounded = plainAmount(rule, c);
  if (!rounded) return candidate(rule, c, undefined, RANK.fee, 0);
  return candidate(rule, c, truth, RANK.fee, 0 - rounded.amount.minor, rounded);
}

export const isDenial = (candidate: Candidate | undefined): boolean => candidate?.rank === RANK.deny;
export const isAct = (candidate: Candidate): boolean => candidate.rule.kind === 'effects';
export const isOther = (candidate: Candidate): boolean => candidate.rank === RANK.other;
export const beatsDenial = (candidate: Candidate): boolean => candidate.rank > RANK.deny;
export const REFER_RANK = RANK.refer;
