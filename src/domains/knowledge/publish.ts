import { raiseContentVersion } from '#domains/brands/index.ts';
import { insertActivity } from '#domains/people/index.ts';
import type { Locale } from '#lib/locales.ts';
import { dateIn } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Revision } from './article.ts';
import { readBody } from './body.ts';
import { putUpdated } from './queries/articles.ts';
import { putFlagsSettled } from './queries/policy-flags.ts';
import { putScheduleCancelled } from './queries/schedules.ts';
import { lockArticle, replacePublication } from './queries/texts.ts';

export type Published =
  | { readonly kind: 'published' }
  | { readonly kind: 'unreadable'; readonly problems: readonly { line: number; message: string }[] };

/**
 * Makes a revision what readers see, from now on and on every node, and calls off what was planned for its language.
 * @returns `unreadable` with the problems when the body is not well formed; nothing changes then
 */
export async function publish(
  ctx: Context,
  { article, revision }: { readonly article: Article; readonly revision: Revision },
): Promise<Published> {
  const { problems } = readBody(revision.body);
  if (problems.length > 0) return { kind: 'unreadable', problems };
  await inTransaction(ctx, async (ctx) => {
    await lockArticle(ctx, article.id);
    await putScheduleCancelled(ctx, article.id, revision.locale);
    await putUpdated(ctx, article.id, dateIn(ctx.now, 'UTC').toString());
    await insertActivity(ctx, {
      brandId: article.brandId,
      action: 'publish',
      subject: `${article.slug}/${revision.locale}`,
      details: { revision: revision.number },
    });
    await putFlagsSettled(ctx, article.id, revision.locale);
    await replacePublication(ctx, article.id, revision.locale, revision.id);
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
  return { kind: 'published' };
}

/** Takes a language of an article away from readers, and with it what was planned there. Its revisions stay. */
export async function unpublish(
  ctx: Context,
  { article, locale }: { readonly article: Article; readonly locale: Locale },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockArticle(ctx, article.id);
    await putScheduleCancelled(ctx, article.id, locale);
    await insertActivity(ctx, {
      brandId: article.brandId,
      action: 'unpublish',
      subject: `${article.slug}/${locale}`,
    });
    await replacePublication(ctx, article.id, locale, null);
    await raiseContentVersion(ctx, article.brandId, article.id);
  });
}
