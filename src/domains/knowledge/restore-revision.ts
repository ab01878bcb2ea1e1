import { insertActivity } from '#domains/people/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Revision } from './article.ts';
import { saveRevision } from './save-revision.ts';

export interface RestoreRevision {
  readonly article: Article;
  readonly locale: Locale;
  readonly revision: Revision;
  /** What the history says about it, in the words of whoever restores. */
  readonly note: string;
}

/** Brings an old text back as the newest revision, a draft. @throws notFound when that language never said this */
export async function restoreRevision(
  ctx: Context,
  { article, locale, revision, note }: RestoreRevision,
): Promise<void> {
  if (revision.articleId !== article.id || revision.locale !== locale) throw notFound('the revision');
  const { sourceRevisionId } = revision;
  await inTransaction(ctx, async (ctx) => {
    await saveRevision(ctx, { article, locale, text: revision, sourceRevisionId, note });
    await insertActivity(ctx, {
      brandId: article.brandId,
      action: 'restore',
      subject: `${article.slug}/${locale}`,
      details: { revision: revision.number },
    });
  });
}
