import { dateOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

export interface InstallationRow {
  readonly mode: 'demo' | 'standard';
  readonly businessOffsetMs: number;
}

export async function findInstallation(ctx: Pick<Context, 'db'>): Promise<InstallationRow | null> {
  const row = await ctx.db.selectFrom('installation').select(['mode', 'business_offset_ms']).executeTakeFirst();
  return row ? { mode: row.mode as InstallationRow['mode'], businessOffsetMs: row.business_offset_ms } : null;
}

/** The first node to start decides; another that starts beside it keeps that decision. */
export async function putInstallation(ctx: Context, mode: InstallationRow['mode']): Promise<void> {
  await ctx.db
    .insertInto('installation')
    .values({ mode, created_at: dateOf(ctx.now) })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Moves a demo's business clock forward; returns how far ahead it is now, in milliseconds. */
export async function addBusinessOffset(ctx: Pick<Context, 'db'>, milliseconds: number): Promise<number> {
  const row = await ctx.db
    .updateTable('installation')
    .set((eb) => ({ business_offset_ms: eb('business_offset_ms', '+', milliseconds) }))
    .where('mode', '=', 'demo')
    .returning('business_offset_ms')
    .executeTakeFirstOrThrow();
  return row.business_offset_ms;
}
