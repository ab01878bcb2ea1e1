import { raiseContentVersion } from '#domains/brands/index.ts';
import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Meta } from './article.ts';
import { putArticle } from './queries/articles.ts';

/** Replaces what all languages of an article share. Readers see it at once: facts have no drafts. */
export async function changeFacts(
  ctx: Context,
  { article, meta }: { readonly article: Article; readonly meta: Meta },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await putArticle(ctx, article.brandId, article.slug, meta);
    await insertActivity(ctx, { brandId: article.brandId, action: 'change-facts', subject: article.slug });
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
}
