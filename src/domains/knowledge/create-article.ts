import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Meta } from './article.ts';
import { insertArticle } from './queries/articles.ts';

export interface CreateArticle {
  readonly brandId: string;
  readonly slug: string;
  readonly meta: Meta;
}

export type Created = { readonly article: Article } | { readonly refused: 'slug-taken' };

/** Adds an article, code or device with its facts and no text yet; readers see nothing of it before a text is published. */
export async function createArticle(ctx: Context, { brandId, slug, meta }: CreateArticle): Promise<Created> {
  return inTransaction(ctx, async (ctx) => {
    const article = await insertArticle(ctx, brandId, slug, meta);
    if (!article) return { refused: 'slug-taken' };
    await insertActivity(ctx, { brandId, action: 'create', subject: slug });
    return { article };
  });
}
