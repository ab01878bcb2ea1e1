import type { Context as HonoContext } from 'hono';
import type { DeskEnv } from '#domains/people/index.ts';
import { notFound } from '#lib/faults.ts';
import { isLocale, type Locale } from '#lib/locales.ts';
import type { Article } from '../article.ts';
import { getArticle } from '../queries/articles.ts';
import { shelfOf } from './shelf.ts';

/** One language of one article, and where the desk shows it. */
export interface TextPlace {
  readonly article: Article;
  readonly locale: Locale;
  readonly here: string;
}

/** The text an address of the desk names. @throws notFound when the brand has no such article or language */
export async function textPlaceOf(c: HonoContext<DeskEnv>): Promise<TextPlace> {
  const { desk, ctx } = c.var;
  const locale = c.req.param('locale');
  if (!isLocale(locale) || !desk.brand.locales.includes(locale)) throw notFound('the language');
  const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug') ?? '');
  return { article, locale, here: `${desk.base}/${article.shelf}/${article.slug}/${locale}` };
}
