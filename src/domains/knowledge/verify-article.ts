import { raiseContentVersion } from '#domains/brands/index.ts';
import { insertActivity } from '#domains/people/index.ts';
import { dateIn } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article } from './article.ts';
import { putVerified } from './queries/articles.ts';

/** Records that somebody checked the article today and found it true. */
export async function verifyArticle(ctx: Context, article: Article): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await putVerified(ctx, article.id, dateIn(ctx.now, 'UTC').toString());
    await insertActivity(ctx, { brandId: article.brandId, action: 'verify', subject: article.slug });
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
}
