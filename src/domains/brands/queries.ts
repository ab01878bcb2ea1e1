import { sql } from 'kysely';
import { dateOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import { type Brand, type BrandProfile, brandSchema } from './brand.ts';
import { type Channel, channelSchema } from './channel.ts';

type Reading = Pick<Context, 'db'>;

const MAX_BRANDS = 500;
const MAX_CHANNELS = 40;

interface BrandRow {
  profile: unknown;
  mark: string;
  domain: string | null;
  content_version: number;
}

const toBrand = (row: BrandRow): Brand => ({
  ...brandSchema.parse(row.profile),
  mark: row.mark,
  domain: row.domain ?? undefined,
  contentVersion: row.content_version,
});

/** Every brand of this deployment, in the order they were loaded. */
export async function listBrands(ctx: Reading): Promise<Brand[]> {
  const rows = await ctx.db
    .selectFrom('brand')
    .select(['profile', 'mark', 'domain', 'content_version'])
    .orderBy('position')
    .orderBy('id')
    .limit(MAX_BRANDS)
    .execute();
  return rows.map(toBrand);
}

export async function findBrand(ctx: Reading, id: string): Promise<Brand | null> {
  const row = await ctx.db
    .selectFrom('brand')
    .select(['profile', 'mark', 'domain', 'content_version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toBrand(row) : null;
}

/** The content version of every brand; what nodes poll, so it reads nothing else. */
export async function listContentVersions(ctx: Reading): Promise<{ id: string; version: number }[]> {
  const rows = await ctx.db.selectFrom('brand').select(['id', 'content_version']).limit(MAX_BRANDS).execute();
  return rows.map((row) => ({ id: row.id, version: row.content_version }));
}

/** Inserts a brand or replaces its profile. The domain is left as it is: packs do not know it. */
export async function putBrand(ctx: Context, profile: BrandProfile, mark: string): Promise<void> {
  const values = {
    kind: profile.kind,
    name: profile.name,
    locales: [...profile.locales],
    default_locale: profile.defaultLocale,
    profile: JSON.stringify(profile),
    mark,
  };
  await ctx.db
    .insertInto('brand')
    .values({
      id: profile.id,
      ...values,
      position: sql<number>`(select count(*) from brand)`,
      created_at: dateOf(ctx.now),
      created_by: actorKey(ctx.by),
    })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute();
}

export async function putDomain(ctx: Context, brandId: string, domain: string | null): Promise<void> {
  await ctx.db.updateTable('brand').set({ domain }).where('id', '=', brandId).execute();
}

export async function listChannels(ctx: Reading, brandId: string): Promise<Channel[]> {
  const rows = await ctx.db
    .selectFrom('channel')
    .select('facts')
    .where('brand_id', '=', brandId)
    .orderBy('position')
    .limit(MAX_CHANNELS)
    .execute();
  return rows.map((row) => channelSchema.parse(row.facts));
}

/** Replaces the whole list: channels have an order, and a pack names them all. */
export async function putChannels(ctx: Context, brandId: string, channels: readonly Channel[]): Promise<void> {
  await ctx.db.deleteFrom('channel').where('brand_id', '=', brandId).execute();
  if (channels.length === 0) return;
  await ctx.db
    .insertInto('channel')
    .values(channels.map((c, position) => ({ brand_id: brandId, id: c.id, position, facts: JSON.stringify(c) })))
    .execute();
}

/**
 * Raises a brand's content version, which makes every node read what changed. Taken last in a transaction, because
 * it holds the brand's row until the commit: versions become visible in the order of their numbers.
 * @param articleId the one article that changed; null when brand-wide records did
 */
export async function raiseContentVersion(ctx: Context, brandId: string, articleId: string | null): Promise<void> {
  await ctx.db
    .with('raised', (db) =>
      db
        .updateTable('brand')
        .set((eb) => ({ content_version: eb('content_version', '+', 1) }))
        .where('id', '=', brandId)
        .returning(['id', 'content_version']),
    )
    .insertInto('content_change')
    .columns(['brand_id', 'version', 'article_id', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('raised')
        .select([
          'raised.id',
          'raised.content_version',
          eb.val(articleId).$castTo<string | null>().as('article_id'),
          eb.val(dateOf(ctx.now)).as('at'),
        ]),
    )
    .execute();
  await sql`select pg_notify('recourse_content', ${brandId})`.execute(ctx.db);
}

/** What changed after a version. `articles` is null when brand-wide records did, or too much to list. */
export async function changesSince(
  ctx: Reading,
  brandId: string,
  version: number,
): Promise<{ version: number; articles: string[] | null }> {
  const LIMIT = 500;
  const rows = await ctx.db
    .selectFrom('content_change')
    .select(['version', 'article_id'])
    .where('brand_id', '=', brandId)
    .where('version', '>', version)
    .orderBy('version')
    .limit(LIMIT)
    .execute();
  const latest = rows.at(-1)?.version ?? version;
  const articles = rows.map((row) => row.article_id);
  const all = rows.length === LIMIT || articles.includes(null);
  return { version: latest, articles: all ? null : [...new Set(articles.filter((id) => id !== null))] };
}
