import { type Rounded, settle, stillRefundable } from '../compile/amount.ts';
import type { Case } from '../compile/case.ts';
import type { CompiledRule } from '../compile/rule.ts';
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

const ADVERSE_FREE = new Set(['keep', 'notifyLinked']);
const LAYER_ORDER = { goodwill: 0, company: 1, statute: 2 } as const;

const adverseEffects = ({ source }: CompiledRule): number =>
  (source.effects ?? []).filter(({ do: what }) => !ADVERSE_FREE.has(what)).length;

export const isProposal = ({ source }: CompiledRule): boolean => source.certainty === 'may';

/** Positive when `a` is better for the customer than `b`; zero when nothing the customer would notice differs. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.value !== b.value) return a.value - b.value;
  const kinds = Number(a.rule.kind === 'refund') - Number(b.rule.kind === 'refund');
  if (kinds !== 0) return kinds;
  // The same without having to prove anything is better.
  const proof = Number(b.pending) - Number(a.pending);
  if (proof !== 0) return proof;
  return adverseEffects(b.rule) - adverseEffects(a.rule) || LAYER_ORDER[a.rule.layer] - LAYER_ORDER[b.rule.layer];
}

/** Best first. Equal ones come in the order of their keys, so that the order of rules never shows. */
export const byPreference = (a: Candidate, b: Candidate): number =>
  compareCandidates(b, a) || (a.rule.key < b.rule.key ? -1 : 1);

const UNLIMITED = Number.MAX_SAFE_INTEGER;

type Worth = Omit<Candidate, 'pending'>;

/** What a rule would give in a case; null for outcomes that are no candidates. */
export function candidateOf(rule: CompiledRule, c: Case, truth: true | undefined): Candidate | null {
  const worth = worthOf(rule, c, truth);
  return worth && { ...worth, pending: rule.evidence(c) === undefined };
}

function worthOf(rule: CompiledRule, c: Case, truth: true | undefined): Worth | null {
  const plain = { rule, c, truth, value: 0, rounded: null, whole: false };
  switch (rule.kind) {
    case 'refund':
      return refundCandidate(rule, c, truth);
    case 'credit':
      return creditCandidate(rule, c, truth);
    case 'fee':
      return feeCandidate(rule, c, truth);
    case 'route':
    case 'effects':
      return { ...plain, rank: isProposal(rule) ? RANK.refer : RANK.act };
    case 'refer':
      return { ...plain, rank: RANK.refer };
    case 'deny':
      return { ...plain, rank: isProposal(rule) ? RANK.refer : RANK.deny };
    default:
      return null;
  }
}

function refundCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Worth {
  const { charge } = c;
  const rankOf = (value: number): number => (isProposal(rule) ? RANK.refer : value > 0 ? RANK.money : RANK.act);
  if (charge === null) return { rule, c, truth, rank: rankOf(0), value: 0, rounded: null, whole: false };
  const full = charge && stillRefundable(charge, rule.outcome.components);
  const amount = full && (rule.outcome.amount?.of(c, full) ?? undefined);
  if (!charge || !full || !amount || amount.unit !== full.unit) {
    const most = full ? roundHalfUp(full.total) : UNLIMITED;
    return { rule, c, truth: undefined, rank: rankOf(most), value: most, rounded: null, whole: false };
  }
  const rounded = settle(amount, charge, full);
  const value = rounded.amount.minor;
  return { rule, c, truth, rank: rankOf(value), value, rounded, whole: value === roundHalfUp(full.total) };
}

/** An amount that is not split over the components of a charge. */
function plainAmount(rule: CompiledRule, c: Case): Rounded | undefined {
  const full = c.charge ? (stillRefundable(c.charge, 'all') ?? null) : null;
  const amount = rule.outcome.amount?.of(c, full);
  if (!amount) return undefined;
  const minor = Math.max(0, roundHalfUp(amount.total));
  const money: Money = { minor, unit: amount.unit };
  const lines = amount.lines.map((line) => ({ what: line.what, minor: roundHalfUp(line.amount) }));
  return { amount: money, components: [], lines };
}

function creditCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Worth {
  const money = rule.source.outcome?.credit?.kind === 'money';
  const rank = isProposal(rule) ? RANK.refer : money ? RANK.money : RANK.other;
  if (rule.outcome.amount === null) return { rule, c, truth, rank, value: 0, rounded: null, whole: false };
  const rounded = plainAmount(rule, c);
  if (!rounded) return { rule, c, truth: undefined, rank, value: UNLIMITED, rounded: null, whole: false };
  const sameUnit = c.charge ? c.charge.unit === rounded.amount.unit : true;
  if (money && !sameUnit) return { rule, c, truth, rank: RANK.other, value: 0, rounded, whole: false };
  return { rule, c, truth, rank, value: money ? rounded.amount.minor : 0, rounded, whole: false };
}

function feeCandidate(rule: CompiledRule, c: Case, truth: true | undefined): Worth {
  const rounded = plainAmount(rule, c);
  if (!rounded) return { rule, c, truth: undefined, rank: RANK.fee, value: 0, rounded: null, whole: false };
  return { rule, c, truth, rank: RANK.fee, value: -rounded.amount.minor, rounded, whole: false };
}

export const isDenial = (candidate: Candidate | undefined): boolean => candidate?.rank === RANK.deny;
export const isAct = (candidate: Candidate): boolean => candidate.rule.kind === 'effects';
export const isOther = (candidate: Candidate): boolean => candidate.rank === RANK.other;
export const beatsDenial = (candidate: Candidate): boolean => candidate.rank > RANK.deny;
export const REFER_RANK = RANK.refer;
