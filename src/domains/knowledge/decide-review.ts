import { insertActivity } from '#domains/people/index.ts';
import { cleanLine } from '#lib/text.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { putReviewDecision } from './queries/reviews.ts';

const MAX_REVIEW_NOTE = 300;

export interface DecideReview {
  readonly brandId: string;
  readonly id: number;
  readonly decision: 'approved' | 'returned';
  readonly note: string;
}

/** Records what the second pair of eyes found. False when the brand has no such review, or somebody has decided it. */
export async function decideReview(ctx: Context, { brandId, id, decision, note }: DecideReview): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const kept = cleanLine(note).slice(0, MAX_REVIEW_NOTE);
    if (!(await putReviewDecision(ctx, { brandId, id, decision, note: kept }))) return false;
    await insertActivity(ctx, { brandId, action: `review-${decision}`, subject: String(id) });
    return true;
  });
}
