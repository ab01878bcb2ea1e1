import { dateOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

/** The content hash each file of a brand's pack was last loaded with. */
export async function getLoadedHashes(ctx: Pick<Context, 'db'>, brandId: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('pack_file')
    .select(['path', 'content_hash'])
    .where('brand_id', '=', brandId)
    .execute();
  return new Map(rows.map((row) => [row.path, row.content_hash]));
}

export async function putLoadedHashes(
  ctx: Context,
  brandId: string,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  if (hashes.size === 0) return;
  await ctx.db
    .insertInto('pack_file')
    .values(
      [...hashes].map(([path, content_hash]) => ({
        brand_id: brandId,
        path,
        content_hash,
        loaded_at: dateOf(ctx.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['brand_id', 'path']).doUpdateSet((eb) => ({
        content_hash: eb.ref('excluded.content_hash'),
        loaded_at: eb.ref('excluded.loaded_at'),
      })),
    )
    .execute();
}

export async function removeLoadedHashes(ctx: Context, brandId: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await ctx.db
    .deleteFrom('pack_file')
    .where('brand_id', '=', brandId)
    .where('path', 'in', [...paths])
    .execute();
}
