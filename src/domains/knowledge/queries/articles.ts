import type { Insertable, Selectable } from 'kysely';
import type { Shelf } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import { dateOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Database } from '#platform/database/database.ts';
import { type Article, type Meta, typeOf } from '../article.ts';

export type Reading = Pick<Context, 'db'>;

/** More articles than this in one brand need a paged reader before they need anything else. */
const MAX_ARTICLES = 20_000;

type Row = Selectable<Database['article']>;

function metaOf(row: Row): Meta {
  const details = row.details as Record<string, unknown>;
  return {
    shelf: row.shelf,
    ...details,
    ...(row.shelf === 'articles' ? { type: row.type, action: row.action_id ?? undefined } : {}),
    topic: row.topic_id,
    tags: row.tags,
    devices: row.devices,
    codes: row.codes,
    related: row.related,
    author: row.author_id ?? undefined,
    asked: row.asked_on ?? undefined,
    updated: row.updated_on,
    verified: row.verified_on ?? undefined,
    reviewMonths: row.review_months,
    sources: row.sources,
  } as unknown as Meta; // Every writer goes through metaSchemas, so the row holds what the schema let through.
}

const toArticle = (row: Row): Article => ({
  id: row.id,
  brandId: row.brand_id,
  shelf: row.shelf as Shelf,
  slug: row.slug,
  meta: metaOf(row),
});

/** The fields only codes or devices have; they live in `details`. */
function detailsOf(meta: Meta): Record<string, unknown> {
  if (meta.shelf === 'codes') return { code: meta.code, category: meta.category, historic: meta.historic };
  if (meta.shelf === 'articles') return {};
  const { family, maker, names, detect, maxQuality, models } = meta;
  return { family, maker, names, detect, maxQuality, models };
}

const columnsOf = (meta: Meta) =>
  ({
    type: typeOf(meta),
    topic_id: meta.topic,
    author_id: meta.author ?? null,
    action_id: meta.shelf === 'articles' ? (meta.action ?? null) : null,
    details: JSON.stringify(detailsOf(meta)),
    tags: [...meta.tags],
    devices: [...meta.devices],
    codes: [...meta.codes],
    related: [...meta.related],
    sources: JSON.stringify(meta.sources),
    asked_on: meta.asked ?? null,
    updated_on: meta.updated,
    verified_on: meta.verified ?? null,
    review_months: meta.reviewMonths,
  }) satisfies Partial<Insertable<Database['article']>>;

export async function findArticle(ctx: Reading, brandId: string, shelf: Shelf, slug: string): Promise<Article | null> {
  const row = await ctx.db
    .selectFrom('article')
    .selectAll()
    .where('brand_id', '=', brandId)
    .where('shelf', '=', shelf)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? toArticle(row) : null;
}

export async function getArticle(ctx: Reading, brandId: string, shelf: Shelf, slug: string): Promise<Article> {
  const article = await findArticle(ctx, brandId, shelf, slug);
  if (!article) throw notFound(`${shelf}/${slug}`);
  return article;
}

export async function getArticleById(ctx: Reading, id: string): Promise<Article> {
  const row = await ctx.db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('the article');
  return toArticle(row);
}

/** Every article of a brand, published or not. */
export async function listArticles(ctx: Reading, brandId: string, ids?: readonly string[]): Promise<Article[]> {
  const rows = await ctx.db
    .selectFrom('article')
    .selectAll()
    .where('brand_id', '=', brandId)
    .$if(ids !== undefined, (q) => q.where('id', 'in', [...(ids ?? [])]))
    .orderBy('shelf')
    .orderBy('slug')
    .limit(MAX_ARTICLES)
    .execute();
  return rows.map(toArticle);
}

const newArticle = (ctx: Context, brandId: string, slug: string, meta: Meta) =>
  ctx.db.insertInto('article').values({
    brand_id: brandId,
    shelf: meta.shelf,
    slug,
    ...columnsOf(meta),
    created_at: dateOf(ctx.now),
    created_by: actorKey(ctx.by),
  });

/** Adds an article; null when the brand has one of that name already. */
export async function insertArticle(ctx: Context, brandId: string, slug: string, meta: Meta): Promise<Article | null> {
  const row = await newArticle(ctx, brandId, slug, meta)
    .onConflict((c) => c.columns(['brand_id', 'shelf', 'slug']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? toArticle(row) : null;
}

/** Inserts an article or replaces its facts; its texts are untouched. */
export async function putArticle(ctx: Context, brandId: string, slug: string, meta: Meta): Promise<Article> {
  const row = await newArticle(ctx, brandId, slug, meta)
    .onConflict((c) => c.columns(['brand_id', 'shelf', 'slug']).doUpdateSet(columnsOf(meta)))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toArticle(row);
}

/** Records that somebody checked the article and found it true on a date. */
export async function putVerified(ctx: Context, articleId: string, on: string): Promise<void> {
  await ctx.db.updateTable('article').set({ verified_on: on }).where('id', '=', articleId).execute();
}

export async function putUpdated(ctx: Context, articleId: string, on: string): Promise<void> {
  await ctx.db.updateTable('article').set({ updated_on: on }).where('id', '=', articleId).execute();
}
