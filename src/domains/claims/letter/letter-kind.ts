import type { DecisionKind } from '#policy/index.ts';
import type { ClaimFile } from '../claim.ts';
import { awardsOf } from '../papers/reading.ts';
import type { LetterKind } from './words.ts';

/** What a decision asks for in a letter. A fee is only ever owed for ending a contract. */
const BY_KIND: Readonly<Record<DecisionKind, LetterKind>> = {
  full: 'claim',
  partial: 'claim',
  credit: 'claim',
  inKind: 'claim',
  none: 'goodwill',
  fee: 'cancellation',
  effects: 'cancellation',
  route: 'seller',
  refer: 'review',
  noRule: 'review',
  ask: 'announcement',
};

/**
 * What the letter of a claim is for. Where only papers are missing, they are enclosed and the letter claims already;
 * where facts are unknown, it announces. A withdrawal is declared whatever the company may think of it.
 */
export function letterKind({ decision }: Pick<ClaimFile, 'decision'>): LetterKind {
  if (decision.occasion === 'withdraw' && decision.kind !== 'none' && decision.kind !== 'route') return 'withdrawal';
  if (decision.occasion === 'cancel' && decision.kind !== 'route') return 'cancellation';
  const [award] = awardsOf(decision);
  if (decision.kind === 'ask' && decision.missing.length === 0 && award) return BY_KIND[award.kind];
  return BY_KIND[decision.kind];
}
