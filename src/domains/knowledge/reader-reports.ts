import type { Shelf } from '#domains/brands/index.ts';
import type { Temporal } from '#lib/time.ts';

export const FEEDBACK_REASONS = ['outdated', 'unclear', 'incomplete', 'did-not-work', 'translation', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

export const PROPOSAL_KINDS = ['edit', 'no-longer-works', 'contact-channel'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const MAX_COMMENT = 2000;
export const MAX_PROPOSAL = 4000;

/** What a reader said needs work in an article. */
export interface Feedback {
  readonly id: number;
  readonly articleId: string;
  readonly shelf: Shelf;
  readonly slug: string;
  readonly locale: string;
  readonly reason: FeedbackReason | null;
  readonly comment: string;
  readonly at: Temporal.Instant;
}

/** A correction a reader proposes, with where they know it from. */
export interface Proposal {
  readonly id: number;
  readonly articleId: string | null;
  readonly shelf: Shelf | null;
  readonly slug: string | null;
  readonly locale: string;
  readonly kind: ProposalKind;
  readonly text: string;
  readonly source: string;
  readonly at: Temporal.Instant;
}
