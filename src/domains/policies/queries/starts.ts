import { sql } from 'kysely';
import { dateOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

type Reading = Pick<Context, 'db'>;

const MAX_STARTED = 500;
const MAX_BRANDS = 10_000;

/** Hashes of the versions of a brand that have begun and not ended. */
export async function listStartedHashes(ctx: Reading, brandId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('policy_start')
    .select('hash')
    .where('brand_id', '=', brandId)
    .where('ended_at', 'is', null)
    .limit(MAX_STARTED)
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Brands that have documents of their own, with the hashes of all of them as one text: it changes when one is added. */
export async function listBrandsWithPolicies(ctx: Reading): Promise<{ brandId: string; hashes: string }[]> {
  const rows = await ctx.db
    .selectFrom('policy_version')
    .select(['brand_id', sql<string>`string_agg(hash, ' ' order by hash)`.as('hashes')])
    .where('brand_id', 'is not', null)
    .groupBy('brand_id')
    .limit(MAX_BRANDS)
    .execute();
  return rows.flatMap(({ brand_id, hashes }) => (brand_id === null ? [] : [{ brandId: brand_id, hashes }]));
}

/** Ends what no longer holds and begins what does. Returns how many rows that changed, so that nodes do it once. */
export async function putStarts(
  ctx: Context,
  brandId: string,
  { begun, ended }: { readonly begun: readonly string[]; readonly ended: readonly string[] },
): Promise<number> {
  const at = dateOf(ctx.now);
  let changed = 0;
  if (ended.length > 0) {
    const [done] = await ctx.db
      .updateTable('policy_start')
      .set({ ended_at: at })
      .where('hash', 'in', [...ended])
      .where('ended_at', 'is', null)
      .execute();
    changed += Number(done?.numUpdatedRows ?? 0);
  }
  if (begun.length > 0) {
    const rows = await ctx.db
      .insertInto('policy_start')
      .values(begun.map((hash) => ({ hash, brand_id: brandId, started_at: at })))
      .onConflict((c) =>
        c.column('hash').doUpdateSet({ started_at: at, ended_at: null }).where('policy_start.ended_at', 'is not', null),
      )
      .returning('hash')
      .execute();
    changed += rows.length;
  }
  return changed;
}
