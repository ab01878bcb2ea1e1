import { type Selectable, sql } from 'kysely';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Database } from '#platform/database/database.ts';
import type { ArticleText, Revision } from '../article.ts';
import type { Reading } from './articles.ts';

const MAX_REVISIONS = 200;

const toRevision = (row: Selectable<Database['revision']>): Revision => ({
  id: row.id,
  articleId: row.article_id,
  locale: row.locale,
  number: row.number,
  title: row.title,
  summary: row.summary,
  aliases: row.aliases,
  body: row.body,
  sourceRevisionId: row.source_revision_id,
  note: row.note,
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
});

/** Makes writers of one article wait for each other until their transactions end. Readers' reports need not wait. */
export async function lockArticle(ctx: Context, articleId: string): Promise<void> {
  await ctx.db.selectFrom('article').select('id').where('id', '=', articleId).forNoKeyUpdate().execute();
}

/** The same for every article of a brand, always in one order, so that two who do it do not stop each other. */
export async function lockArticles(ctx: Context, brandId: string): Promise<void> {
  await ctx.db
    .selectFrom('article')
    .select('id')
    .where('brand_id', '=', brandId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Adds a revision; concurrent savers are numbered one after the other. */
export async function insertRevision(
  ctx: Context,
  at: { articleId: string; locale: Locale; sourceRevisionId: number | null; note: string },
  text: ArticleText,
): Promise<Revision> {
  await lockArticle(ctx, at.articleId);
  const row = await ctx.db
    .insertInto('revision')
    .values({
      article_id: at.articleId,
      locale: at.locale,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from revision where article_id = ${at.articleId} and locale = ${at.locale})`,
      title: text.title,
      summary: text.summary,
      aliases: [...text.aliases],
      body: text.body,
      source_revision_id: at.sourceRevisionId,
      note: at.note,
      created_at: dateOf(ctx.now),
      created_by: actorKey(ctx.by),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRevision(row);
}

export async function getRevision(ctx: Reading, id: number): Promise<Revision> {
  const row = await ctx.db.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('the revision');
  return toRevision(row);
}

export async function findLatestRevision(ctx: Reading, articleId: string, locale: string): Promise<Revision | null> {
  const row = await ctx.db
    .selectFrom('revision')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toRevision(row) : null;
}

/** Newest first. */
export async function listRevisions(ctx: Reading, articleId: string, locale: string): Promise<Revision[]> {
  const rows = await ctx.db
    .selectFrom('revision')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .orderBy('number', 'desc')
    .limit(MAX_REVISIONS)
    .execute();
  return rows.map(toRevision);
}

export interface Publication {
  readonly revision: Revision;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
}

/** What is public now, in one language or in all. */
export async function listPublications(ctx: Reading, articleId: string, locale?: string): Promise<Publication[]> {
  const rows = await ctx.db
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .selectAll('revision')
    .select(['publication.published_at', 'publication.published_by'])
    .where('publication.article_id', '=', articleId)
    .where('publication.ended_at', 'is', null)
    .$if(locale !== undefined, (q) => q.where('publication.locale', '=', locale ?? ''))
    .execute();
  return rows.map((row) => ({
    revision: toRevision(row),
    publishedAt: instantOf(row.published_at),
    publishedBy: row.published_by,
  }));
}

/** Every public text of a brand, or of some of its articles: what the search index is fed with. */
export async function listPublishedTexts(ctx: Reading, brandId: string, ids?: readonly string[]): Promise<Revision[]> {
  const rows = await ctx.db
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .innerJoin('article', 'article.id', 'publication.article_id')
    .selectAll('revision')
    .where('article.brand_id', '=', brandId)
    .where('publication.ended_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where('article.id', 'in', [...(ids ?? [])]))
    .execute();
  return rows.map(toRevision);
}

/** Ends what was public in that language and, when a revision is given, makes it public instead. */
export async function replacePublication(
  ctx: Context,
  articleId: string,
  locale: string,
  revisionId: number | null,
): Promise<void> {
  const at = dateOf(ctx.now);
  const by = actorKey(ctx.by);
  await ctx.db
    .updateTable('publication')
    .set({ ended_at: at, ended_by: by })
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .where('ended_at', 'is', null)
    .execute();
  if (revisionId === null) return;
  await ctx.db
    .insertInto('publication')
    .values({ article_id: articleId, locale, revision_id: revisionId, published_at: at, published_by: by })
    .execute();
}

/** A stretch of time during which a text was public. */
export interface PastPublication {
  readonly id: number;
  readonly revision: Revision;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/** Everything that was ever public in a language, newest first. */
export async function listPublicationHistory(
  ctx: Reading,
  articleId: string,
  locale: string,
): Promise<PastPublication[]> {
  const rows = await ctx.db
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .selectAll('revision')
    .select(['publication.id as publication_id', 'publication.published_at', 'publication.ended_at'])
    .where('publication.article_id', '=', articleId)
    .where('publication.locale', '=', locale)
    .orderBy('publication.id', 'desc')
    .limit(MAX_REVISIONS)
    .execute();
  return rows.map((row) => ({
    id: row.publication_id,
    revision: toRevision(row),
    from: instantOf(row.published_at),
    until: row.ended_at === null ? null : instantOf(row.ended_at),
  }));
}

/** Which revisions were ever public, for the history list. */
export async function listPublishedRevisionIds(ctx: Reading, articleId: string, locale: string): Promise<Set<number>> {
  const rows = await ctx.db
    .selectFrom('publication')
    .select('revision_id')
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .limit(MAX_REVISIONS)
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}
