import { sql } from 'kysely';
import type { Reading } from './articles.ts';

/** What lists, menus and links need of a published text. */
export interface PublishedHeading {
  readonly articleId: string;
  readonly locale: string;
  readonly revisionId: number;
  readonly title: string;
  readonly summary: string;
}

/** The headings of every public text of a brand, or of some of its articles. */
export async function listPublishedHeadings(
  ctx: Reading,
  brandId: string,
  ids?: readonly string[],
): Promise<PublishedHeading[]> {
  return ctx.db
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .innerJoin('article', 'article.id', 'publication.article_id')
    .select([
      'revision.article_id as articleId',
      'revision.locale as locale',
      'revision.id as revisionId',
      'revision.title as title',
      'revision.summary as summary',
    ])
    .where('article.brand_id', '=', brandId)
    .where('publication.ended_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where('article.id', 'in', [...(ids ?? [])]))
    .execute();
}

/** Ids of a brand's articles that have something public, in their order, `limit` of them after one. */
export async function listPublicArticleIds(
  ctx: Reading,
  brandId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('article')
    .select('id')
    .where('brand_id', '=', brandId)
    .$if(after !== null, (q) => q.where('id', '>', after ?? ''))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('publication')
          .select('publication.id')
          .whereRef('publication.article_id', '=', 'article.id')
          .where('publication.ended_at', 'is', null),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * A word for the state a brand's content was in at a version: when it came to be. Two databases, or one and its older
 * backup, may count the same versions; that they did so at the same microsecond is out of the question.
 * Null for a version the brand never had.
 */
export async function findVersionStamp(ctx: Reading, brandId: string, version: number): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('brand')
    .leftJoin('content_change', (join) =>
      join.onRef('content_change.brand_id', '=', 'brand.id').on('content_change.version', '=', version),
    )
    .select([
      sql<string>`brand.created_at::text || ' ' || coalesce(content_change.xmin::text, '')`.as('made'),
      sql<string | null>`content_change.at::text`.as('at'),
    ])
    .where('brand.id', '=', brandId)
    .executeTakeFirst();
  if (!row || (row.at === null && version > 0)) return null;
  return `${row.made} ${row.at ?? ''}`;
}
