import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Revision } from './article.ts';
import { insertReview } from './queries/reviews.ts';

/** Asks for a second pair of eyes on a revision. It informs; it does not hold up publishing. */
export async function requestReview(
  ctx: Context,
  { article, revision }: { readonly article: Article; readonly revision: Revision },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await insertReview(ctx, revision.id);
    await insertActivity(ctx, {
      brandId: article.brandId,
      action: 'ask-review',
      subject: `${article.slug}/${revision.locale}`,
      details: { revision: revision.number },
    });
  });
}
