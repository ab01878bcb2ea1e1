import { sql } from 'kysely';
import type { TextState } from '../editorial.ts';
import type { Reading } from './articles.ts';

/** Every text of a brand with its newest and its public revision, and whether its source has moved on. */
export async function listTextStates(ctx: Reading, brandId: string, articleId?: string): Promise<TextState[]> {
  const only = articleId === undefined ? sql`` : sql`and a.id = ${articleId}::uuid`;
  const { rows } = await sql<TextState>`
    select a.id as "articleId", r.locale, r.title, r.id as "latestId", p.revision_id as "publishedId",
      r.source_revision_id as "sourceId",
      case when r.locale = b.default_locale then null else s.revision_id end as "currentSourceId"
    from article a
    join brand b on b.id = a.brand_id
    join lateral (
      select distinct on (locale) id, locale, title, source_revision_id from revision where article_id = a.id order by locale, number desc
    ) r on true
    left join publication p on p.article_id = a.id and p.locale = r.locale and p.ended_at is null
    left join publication s on s.article_id = a.id and s.locale = b.default_locale and s.ended_at is null
    where a.brand_id = ${brandId} ${only}
    order by a.shelf, a.slug, r.locale
    limit 50000`.execute(ctx.db);
  return rows;
}
