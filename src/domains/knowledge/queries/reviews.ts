import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Review } from '../editorial.ts';
import type { Reading } from './articles.ts';

/** Asks for a second pair of eyes; asking twice changes nothing. */
export async function insertReview(ctx: Context, revisionId: number): Promise<void> {
  await ctx.db
    .insertInto('review')
    .values({ revision_id: revisionId, requested_at: dateOf(ctx.now), requested_by: actorKey(ctx.by) })
    .onConflict((c) => c.column('revision_id').where('decision', 'is', null).doNothing())
    .execute();
}

/** Records a decision; true when the brand has that review and it was open. */
export async function putReviewDecision(
  ctx: Context,
  review: { brandId: string; id: number; decision: 'approved' | 'returned'; note: string },
): Promise<boolean> {
  const { decision, note } = review;
  const { numUpdatedRows } = await ctx.db
    .updateTable('review')
    .from('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .set({ decision, decided_at: dateOf(ctx.now), decided_by: actorKey(ctx.by), note })
    .whereRef('revision.id', '=', 'review.revision_id')
    .where('article.brand_id', '=', review.brandId)
    .where('review.id', '=', review.id)
    .where('review.decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listOpenReviews(ctx: Reading, brandId: string): Promise<Review[]> {
  const rows = await ctx.db
    .selectFrom('review')
    .innerJoin('revision', 'revision.id', 'review.revision_id')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select([
      'review.id',
      'review.revision_id',
      'revision.article_id',
      'article.shelf',
      'article.slug',
      'revision.locale',
      'revision.title',
      'review.requested_at',
      'review.requested_by',
    ])
    .where('article.brand_id', '=', brandId)
    .where('review.decision', 'is', null)
    .orderBy('review.requested_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revisionId: row.revision_id,
    articleId: row.article_id,
    shelf: row.shelf,
    slug: row.slug,
    locale: row.locale,
    title: row.title,
    requestedAt: instantOf(row.requested_at),
    requestedBy: row.requested_by,
  }));
}
