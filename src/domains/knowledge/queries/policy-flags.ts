import { sql } from 'kysely';
import type { Shelf } from '#domains/brands/index.ts';
import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { QuoteChange } from '#policy/index.ts';
import type { PolicyFlag } from '../editorial.ts';
import type { Reading } from './articles.ts';

const MAX_TEXTS = 5000;
const MAX_FLAGS = 500;

/** A text that quotes a policy: the public one and the newest one of each language, once each where they are the same. */
export interface QuotingText {
  readonly articleId: string;
  readonly shelf: Shelf;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** Texts of a brand that hold a quotation, drafts too: they would be published with it. */
export async function listQuotingTexts(ctx: Reading, brandId: string): Promise<QuotingText[]> {
  const { rows } = await sql<QuotingText>`
    select distinct a.id as "articleId", a.shelf, a.slug, r.locale, r.title, r.summary, r.body
    from article a
    join revision r on r.article_id = a.id
    where a.brand_id = ${brandId}
      and (
        exists (select 1 from publication p where p.revision_id = r.id and p.ended_at is null)
        or r.number = (select max(n.number) from revision n where n.article_id = a.id and n.locale = r.locale)
      )
      and (r.body like '%{{%' or r.title like '%{{%' or r.summary like '%{{%')
    order by a.shelf, a.slug, r.locale
    limit ${MAX_TEXTS}`.execute(ctx.db);
  return rows;
}

export interface NewFlag {
  readonly articleId: string;
  readonly locale: string;
  readonly changes: readonly QuoteChange[];
}

/** Flags texts for an editor. A text flagged for this very version already keeps its flag. */
export async function insertFlags(
  ctx: Context,
  { id, version }: { readonly id: string; readonly version: number },
  flags: readonly NewFlag[],
): Promise<void> {
  if (flags.length === 0) return;
  await ctx.db
    .insertInto('policy_flag')
    .values(
      flags.map(({ articleId, locale, changes }) => ({
        article_id: articleId,
        locale,
        document_id: id,
        version,
        changes: JSON.stringify(changes),
        raised_at: dateOf(ctx.now),
      })),
    )
    .onConflict((c) => c.columns(['article_id', 'locale', 'document_id', 'version']).doNothing())
    .execute();
}

/** What waits, oldest first. */
export async function listOpenFlags(ctx: Reading, brandId: string): Promise<PolicyFlag[]> {
  const { rows } = await sql<Omit<PolicyFlag, 'raisedAt'> & { readonly raised_at: Date }>`
    select f.id, f.article_id as "articleId", a.shelf, a.slug, f.locale, f.document_id as "documentId", f.version,
      f.changes, f.raised_at,
      coalesce((select r.title from revision r where r.article_id = a.id and r.locale = f.locale order by r.number desc limit 1), a.slug) as title
    from policy_flag f
    join article a on a.id = f.article_id
    where a.brand_id = ${brandId} and f.settled_at is null
    order by f.raised_at, f.id
    limit ${MAX_FLAGS}`.execute(ctx.db);
  return rows.map(({ raised_at, ...flag }) => ({ ...flag, raisedAt: instantOf(raised_at) }));
}

/** Somebody looked. Returns the flag that was open, or null. */
export async function putFlagSettled(
  ctx: Context,
  brandId: string,
  id: number,
): Promise<{ readonly articleId: string; readonly locale: string } | null> {
  const row = await ctx.db
    .updateTable('policy_flag')
    .set({ settled_at: dateOf(ctx.now), settled_by: actorKey(ctx.by) })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where((eb) =>
      eb('article_id', 'in', eb.selectFrom('article').select('article.id').where('article.brand_id', '=', brandId)),
    )
    .returning(['article_id', 'locale'])
    .executeTakeFirst();
  return row ? { articleId: row.article_id, locale: row.locale } : null;
}

/** A text saved anew and published has been looked at. */
export async function putFlagsSettled(ctx: Context, articleId: string, locale: string): Promise<void> {
  await ctx.db
    .updateTable('policy_flag')
    .set({ settled_at: dateOf(ctx.now), settled_by: actorKey(ctx.by) })
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .where('settled_at', 'is', null)
    .execute();
}
