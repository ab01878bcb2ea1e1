import type { Site } from '#domains/brands/index.ts';
import type { AnswerRow } from '../answer-words.ts';
import type { ClaimFile } from '../claim.ts';
import type { WithdrawalChance } from '../withdrawal.ts';

export interface ClaimPageProps {
  readonly site: Site;
  /** The address of the claim, without the origin. */
  readonly href: string;
  readonly file: ClaimFile;
  readonly rows: readonly AnswerRow[];
  /** The verdict on its trail: how many entries, and the short head of an intact chain. */
  readonly trail: { readonly entries: number; readonly head: string | null };
  /** Whether the law may give more than the company. */
  readonly withdrawal: WithdrawalChance;
  /** What was just done: a message key. */
  readonly flash: string | undefined;
}
