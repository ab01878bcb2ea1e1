import type { ChainEntry } from '#lib/hash-chain.ts';
import { dateOf, instantOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { MAX_TRAIL_ENTRIES, type TrailEntry } from './trail.ts';

type Reading = Pick<Context, 'db'>;

/** Creates the trail of a subject where there is none yet. */
export async function putTrail(ctx: Context, brandId: string, subject: string): Promise<void> {
  await ctx.db
    .insertInto('trail')
    .values({ brand_id: brandId, subject, opened_at: dateOf(ctx.now) })
    .onConflict((c) => c.column('subject').doNothing())
    .execute();
}

/** Holds a trail until the transaction ends, so that entries follow each other. */
export async function lockTrail(ctx: Context, subject: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('trail')
    .select('id')
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findLastEntry(
  ctx: Reading,
  trailId: string,
): Promise<{ readonly number: number; readonly hash: string } | null> {
  const row = await ctx.db
    .selectFrom('trail_entry')
    .select(['number', 'hash'])
    .where('trail_id', '=', trailId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertEntry(
  ctx: Context,
  trailId: string,
  entry: ChainEntry,
  { content, salt }: { readonly content: unknown; readonly salt: string },
): Promise<void> {
  const { number, kind, by, digest } = entry;
  await ctx.db
    .insertInto('trail_entry')
    .values({
      trail_id: trailId,
      number,
      at: new Date(entry.at),
      kind,
      by,
      digest,
      previous_hash: entry.previousHash,
      hash: entry.hash,
    })
    .execute();
  await ctx.db
    .insertInto('trail_content')
    .values({ trail_id: trailId, number, content: JSON.stringify(content), salt })
    .execute();
}

/** A whole trail, first entry first; empty when there is none. */
export async function listEntries(ctx: Reading, subject: string): Promise<TrailEntry[]> {
  const rows = await ctx.db
    .selectFrom('trail')
    .innerJoin('trail_entry', 'trail_entry.trail_id', 'trail.id')
    .innerJoin('trail_content', (join) =>
      join
        .onRef('trail_content.trail_id', '=', 'trail_entry.trail_id')
        .onRef('trail_content.number', '=', 'trail_entry.number'),
    )
    .select(['trail_entry.number', 'at', 'kind', 'by', 'digest', 'previous_hash', 'hash'])
    .select(['content', 'salt', 'erased_at', 'erased_by_rule'])
    .where('trail.subject', '=', subject)
    .orderBy('trail_entry.number')
    .limit(MAX_TRAIL_ENTRIES)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: instantOf(row.at).toString(),
    kind: row.kind,
    by: row.by,
    digest: row.digest,
    previousHash: row.previous_hash,
    hash: row.hash,
    content: row.erased_at
      ? { erasedAt: instantOf(row.erased_at).toString(), byRule: row.erased_by_rule ?? '' }
      : { content: row.content, salt: row.salt ?? '' },
  }));
}

/** Erases contents and their salts, all of a trail's or only of some kinds. Returns how many were still there. */
export async function eraseContents(
  ctx: Context,
  subject: string,
  rule: string,
  kinds: readonly string[] | null,
): Promise<number> {
  const result = await ctx.db
    .updateTable('trail_content')
    .set({ content: null, salt: null, erased_at: dateOf(ctx.now), erased_by_rule: rule })
    .where('erased_at', 'is', null)
    .where((eb) => {
      const entries = eb
        .selectFrom('trail_entry')
        .innerJoin('trail', 'trail.id', 'trail_entry.trail_id')
        .select('trail_entry.number')
        .where('trail.subject', '=', subject)
        .whereRef('trail_entry.trail_id', '=', 'trail_content.trail_id')
        .whereRef('trail_entry.number', '=', 'trail_content.number');
      return eb.exists(kinds === null ? entries : entries.where('kind', 'in', [...kinds]));
    })
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function deleteTrail(ctx: Context, subject: string): Promise<void> {
  await ctx.db.deleteFrom('trail').where('subject', '=', subject).execute();
}
