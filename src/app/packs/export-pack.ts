import { findBrand, listChannels } from '#domains/brands/index.ts';
import {
  type ArticleText,
  getSynonyms,
  listActions,
  listArticles,
  listAuthors,
  listPictures,
  listPublishedTexts,
  listTopics,
} from '#domains/knowledge/index.ts';
import { listPolicyVersions } from '#domains/policies/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import type { Files } from '#platform/files/files.ts';
import type { Pack, PackEntry } from './pack.ts';

type Reading = Pick<Context, 'db'> & { readonly files: Files };

async function exportEntries(ctx: Reading, brandId: string): Promise<PackEntry[]> {
  const [articles, texts] = await Promise.all([listArticles(ctx, brandId), listPublishedTexts(ctx, brandId)]);
  const byArticle = Map.groupBy(texts, (text) => text.articleId);
  return articles.map((article) => {
    const published = byArticle.get(article.id) ?? [];
    const pairs = published.map(({ locale, title, summary, aliases, body }): [Locale, ArticleText] => [
      locale as Locale,
      { title, summary, aliases, body },
    ]);
    return {
      shelf: article.shelf,
      slug: article.slug,
      meta: article.meta,
      texts: new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  });
}

/**
 * A brand's public records as a pack. Drafts are not part of it.
 * @throws notFound when there is no such brand
 */
export async function exportPack(ctx: Reading, brandId: string): Promise<Pack> {
  const brand = await findBrand(ctx, brandId);
  if (!brand) throw notFound(`the brand ${brandId}`);
  const { mark, domain: _domain, contentVersion: _version, ...profile } = brand;
  const pictures = new Map<string, Uint8Array>();
  for (const picture of await listPictures(ctx, brandId)) {
    const bytes = await ctx.files.find(picture.contentHash);
    if (bytes) pictures.set(picture.name, bytes);
  }
  return {
    brand: profile,
    mark,
    topics: await listTopics(ctx, brandId),
    authors: await listAuthors(ctx, brandId),
    actions: await listActions(ctx, brandId),
    channels: await listChannels(ctx, brandId),
    synonyms: await getSynonyms(ctx, brandId),
    pictures,
    policies: new Map((await listPolicyVersions(ctx, brandId)).map(({ file, source }) => [file, source])),
    entries: await exportEntries(ctx, brandId),
  };
}
