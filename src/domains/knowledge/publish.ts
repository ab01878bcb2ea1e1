import { raiseContentVersion } from '#domains/brands/index.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Revision } from './article.ts';
import { readBody } from './body.ts';
import { putUpdated } from './queries/articles.ts';
import { replacePublication } from './queries/texts.ts';

export type Published =
  | { readonly kind: 'published' }
  | { readonly kind: 'unreadable'; readonly problems: readonly { line: number; message: string }[] };

/**
 * Makes a revision what readers see, from now on and on every node.
 * @param today the date readers are told it was updated on; left out, the date stays (loading a pack keeps its own)
 * @returns `unreadable` with the problems when the body is not well formed; nothing changes then
 */
export async function publish(
  ctx: Context,
  article: Article,
  revision: Revision,
  today?: Temporal.PlainDate,
): Promise<Published> {
  const { problems } = readBody(revision.body);
  if (problems.length > 0) return { kind: 'unreadable', problems };
  await inTransaction(ctx, async (ctx) => {
    await replacePublication(ctx, article.id, revision.locale, revision.id);
    if (today) await putUpdated(ctx, article.id, today.toString());
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
  return { kind: 'published' };
}

/** Takes a language of an article away from readers. Its revisions stay. */
export async function unpublish(ctx: Context, article: Article, locale: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await replacePublication(ctx, article.id, locale, null);
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
}
