import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, ArticleText, Revision } from './article.ts';
import { findLatestRevision, getRevision, insertRevision, lockArticle } from './queries/texts.ts';

export interface SaveRevision {
  readonly article: Article;
  readonly locale: Locale;
  readonly text: ArticleText;
  /** The default-language revision this text says the same as; null for the default language itself. */
  readonly sourceRevisionId?: number | null;
  readonly note?: string;
  /** The newest revision the writer had before them. Another one since then is a conflict, not an overwrite. */
  readonly basedOn?: number | null;
}

export type Saved = { readonly revision: Revision } | { readonly overtakenBy: Revision };

const sameText = (a: ArticleText, b: ArticleText): boolean =>
  a.title === b.title && a.summary === b.summary && a.body === b.body && a.aliases.join('\n') === b.aliases.join('\n');

/**
 * Saves a text as a new revision; nothing public changes. Saving what is already there adds nothing.
 * @throws notFound when the text it follows is none of this article's
 * @returns the revision, or the one somebody else saved meanwhile, so that the page can show both
 */
export async function saveRevision(ctx: Context, input: SaveRevision): Promise<Saved> {
  const { article, locale } = input;
  const text: ArticleText = {
    title: cleanLine(input.text.title),
    summary: cleanLine(input.text.summary),
    aliases: input.text.aliases.map(cleanLine).filter((alias) => alias !== ''),
    body: cleanText(input.text.body),
  };
  return inTransaction(ctx, async (ctx) => {
    await lockArticle(ctx, article.id);
    const latest = await findLatestRevision(ctx, article.id, locale);
    if (latest && input.basedOn !== undefined && input.basedOn !== latest.id) return { overtakenBy: latest };
    const source = input.sourceRevisionId ?? null;
    if (source !== null && (await getRevision(ctx, source)).articleId !== article.id) throw notFound('the source text');
    if (latest && sameText(latest, text) && (source === null || source === latest.sourceRevisionId))
      return { revision: latest };
    const at = {
      articleId: article.id,
      locale,
      sourceRevisionId: source ?? latest?.sourceRevisionId ?? null,
      note: cleanLine(input.note ?? ''),
    };
    return { revision: await insertRevision(ctx, at, text) };
  });
}
