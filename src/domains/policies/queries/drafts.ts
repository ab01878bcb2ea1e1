import { notFound } from '#lib/faults.ts';
import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { DraftState, DraftText, PolicyDraft } from '../drafts/draft.ts';

type Reading = Pick<Context, 'db'>;

const MAX_DRAFTS = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COLUMNS = [
  'id',
  'brand_id',
  'document_id',
  'based_on',
  'created_at',
  'created_by',
  'closed_at',
  'published_as',
] as const;

interface DraftRow {
  id: string;
  brand_id: string;
  document_id: string;
  based_on: string | null;
  created_at: Date;
  created_by: string;
  closed_at: Date | null;
  published_as: string | null;
}

const toDraft = (row: DraftRow): PolicyDraft => ({
  id: row.id,
  brandId: row.brand_id,
  documentId: row.document_id,
  basedOn: row.based_on,
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  closedAt: row.closed_at && instantOf(row.closed_at),
  publishedAs: row.published_as,
});

const toText = (row: { number: number; source: string; saved_at: Date; saved_by: string }): DraftText => ({
  number: row.number,
  source: row.source,
  savedAt: instantOf(row.saved_at),
  savedBy: row.saved_by,
});

/** Open drafts of a brand, the newest first. */
export async function listOpenDrafts(ctx: Reading, brandId: string): Promise<PolicyDraft[]> {
  const rows = await ctx.db
    .selectFrom('policy_draft')
    .select(COLUMNS)
    .where('brand_id', '=', brandId)
    .where('closed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(MAX_DRAFTS)
    .execute();
  return rows.map(toDraft);
}

/** Adds a draft with its first text; null when one of that document is open already. */
export async function insertDraft(
  ctx: Context,
  draft: Pick<PolicyDraft, 'brandId' | 'documentId' | 'basedOn'>,
  source: string,
): Promise<PolicyDraft | null> {
  const row = await ctx.db
    .insertInto('policy_draft')
    .values({
      brand_id: draft.brandId,
      document_id: draft.documentId,
      based_on: draft.basedOn,
      created_at: dateOf(ctx.now),
      created_by: actorKey(ctx.by),
    })
    .onConflict((c) => c.columns(['brand_id', 'document_id']).where('closed_at', 'is', null).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (!row) return null;
  await insertDraftText(ctx, row.id, 1, source);
  return toDraft(row);
}

export async function insertDraftText(ctx: Context, draftId: string, number: number, source: string): Promise<void> {
  await ctx.db
    .insertInto('policy_draft_text')
    .values({ draft_id: draftId, number, source, saved_at: dateOf(ctx.now), saved_by: actorKey(ctx.by) })
    .execute();
}

/** The open draft of a document, if there is one. */
export async function findOpenDraft(ctx: Reading, brandId: string, documentId: string): Promise<PolicyDraft | null> {
  const row = await ctx.db
    .selectFrom('policy_draft')
    .select(COLUMNS)
    .where('brand_id', '=', brandId)
    .where('document_id', '=', documentId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? toDraft(row) : null;
}

/**
 * A brand's draft with its newest text.
 * @param lock keeps others from saving, publishing or closing it until the transaction ends
 * @throws notFound
 */
export async function getDraft(ctx: Reading, brandId: string, id: string, lock = false): Promise<DraftState> {
  if (!UUID.test(id)) throw notFound('the draft');
  const base = ctx.db.selectFrom('policy_draft').select(COLUMNS).where('id', '=', id).where('brand_id', '=', brandId);
  const row = await (lock ? base.forUpdate() : base).executeTakeFirst();
  const text = await ctx.db
    .selectFrom('policy_draft_text')
    .select(['number', 'source', 'saved_at', 'saved_by'])
    .where('draft_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || !text) throw notFound('the draft');
  return { draft: toDraft(row), text: toText(text) };
}

/** One earlier text of a draft. */
export async function findDraftText(ctx: Reading, draftId: string, number: number): Promise<DraftText | null> {
  const row = await ctx.db
    .selectFrom('policy_draft_text')
    .select(['number', 'source', 'saved_at', 'saved_by'])
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? toText(row) : null;
}

/** Ends a draft: published as a version, or (null) thrown away. */
export async function putDraftClosed(ctx: Context, id: string, publishedAs: string | null): Promise<void> {
  await ctx.db
    .updateTable('policy_draft')
    .set({ closed_at: dateOf(ctx.now), closed_by: actorKey(ctx.by), published_as: publishedAs })
    .where('id', '=', id)
    .execute();
}
