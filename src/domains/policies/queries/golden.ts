import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import { type GoldenCase, MAX_GOLDEN_CASES, type Outcome } from '../golden-cases/golden-case.ts';

type Reading = Pick<Context, 'db'>;

interface Row {
  id: string;
  name: string;
  facts: unknown;
  as_of: Date;
  expected: unknown;
  note: string;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

const COLUMNS = [
  'id',
  'name',
  'facts',
  'as_of',
  'expected',
  'note',
  'added_at',
  'added_by',
  'removed_at',
  'removed_by',
] as const;

const toCase = (row: Row): GoldenCase => ({
  id: row.id,
  name: row.name,
  facts: row.facts as GoldenCase['facts'],
  asOf: instantOf(row.as_of),
  expected: row.expected as Outcome,
  note: row.note,
  addedAt: instantOf(row.added_at),
  addedBy: row.added_by,
  removedAt: row.removed_at && instantOf(row.removed_at),
  removedBy: row.removed_by,
});

/** The cases that hold for a brand, in the order they were added. */
export async function listGoldenCases(ctx: Reading, brandId: string): Promise<GoldenCase[]> {
  const rows = await ctx.db
    .selectFrom('golden_case')
    .select(COLUMNS)
    .where('brand_id', '=', brandId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .limit(MAX_GOLDEN_CASES)
    .execute();
  return rows.map(toCase);
}

/** Cases that no longer hold, the last removed first. */
export async function listRemovedGoldenCases(ctx: Reading, brandId: string, limit: number): Promise<GoldenCase[]> {
  const rows = await ctx.db
    .selectFrom('golden_case')
    .select(COLUMNS)
    .where('brand_id', '=', brandId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCase);
}

export async function countGoldenCases(ctx: Reading, brandId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('golden_case')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('brand_id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function insertGoldenCase(
  ctx: Context,
  brandId: string,
  input: Pick<GoldenCase, 'name' | 'facts' | 'asOf' | 'expected' | 'note'>,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('golden_case')
    .values({
      brand_id: brandId,
      name: input.name,
      facts: JSON.stringify(input.facts),
      as_of: dateOf(input.asOf),
      expected: JSON.stringify(input.expected),
      note: input.note,
      added_at: dateOf(ctx.now),
      added_by: actorKey(ctx.by),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a case; its row stays, with who ended it. True for the one caller who did. */
export async function putGoldenCaseRemoved(ctx: Context, brandId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('golden_case')
    .set({ removed_at: dateOf(ctx.now), removed_by: actorKey(ctx.by) })
    .where('brand_id', '=', brandId)
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', id))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
