import { notFound } from '#lib/faults.ts';
import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Flip } from '#policy/index.ts';
import {
  nothingYet,
  REPLAY_FAILURES,
  type ReplayFailure,
  type ReplayRun,
  type ReplaySummary,
} from '../replays/replay-run.ts';

type Reading = Pick<Context, 'db'>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Row {
  id: string;
  brand_id: string;
  draft_id: string;
  draft_text: number;
  asked_at: Date;
  asked_by: string;
  cases_done: number;
  cases_total: number;
  finished_at: Date | null;
  failure: string | null;
  summary: unknown;
}

const toRun = (row: Row): ReplayRun => ({
  id: row.id,
  brandId: row.brand_id,
  draftId: row.draft_id,
  draftText: row.draft_text,
  askedAt: instantOf(row.asked_at),
  askedBy: row.asked_by,
  casesDone: row.cases_done,
  casesTotal: row.cases_total,
  finishedAt: row.finished_at && instantOf(row.finished_at),
  failure: REPLAY_FAILURES.find((each) => each === row.failure) ?? null,
  summary: (row.summary as ReplaySummary | null) ?? nothingYet(0),
});

/** Replays of a draft, the newest first. */
export async function listReplays(ctx: Reading, draftId: string, limit: number): Promise<ReplayRun[]> {
  const rows = await ctx.db
    .selectFrom('policy_replay')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('asked_at', 'desc')
    .orderBy('draft_text', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toRun);
}

/** One replay of a draft. @throws notFound */
export async function getReplay(ctx: Reading, draftId: string, id: string): Promise<ReplayRun> {
  const run = UUID.test(id) ? await findReplay(ctx, id) : null;
  if (!run || run.draftId !== draftId) throw notFound('the replay');
  return run;
}

/** @param lock waits for whoever is working on it, and keeps others away until the transaction ends */
export async function findReplay(ctx: Reading, id: string, lock = false): Promise<ReplayRun | null> {
  const base = ctx.db.selectFrom('policy_replay').selectAll().where('id', '=', id);
  const row = await (lock ? base.forUpdate() : base).executeTakeFirst();
  return row ? toRun(row) : null;
}

export async function insertReplay(
  ctx: Context,
  run: Pick<ReplayRun, 'brandId' | 'draftId' | 'draftText' | 'casesTotal' | 'summary'>,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('policy_replay')
    .values({
      brand_id: run.brandId,
      draft_id: run.draftId,
      draft_text: run.draftText,
      asked_at: dateOf(ctx.now),
      asked_by: actorKey(ctx.by),
      cases_total: run.casesTotal,
      summary: JSON.stringify(run.summary),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function putReplayProgress(
  ctx: Reading,
  id: string,
  casesDone: number,
  summary: ReplaySummary,
): Promise<void> {
  await ctx.db
    .updateTable('policy_replay')
    .set({ cases_done: casesDone, summary: JSON.stringify(summary) })
    .where('id', '=', id)
    .execute();
}

/** Ends a replay, once: the first to end it says how. */
export async function putReplayFinished(ctx: Context, id: string, failure: ReplayFailure | null): Promise<void> {
  await ctx.db
    .updateTable('policy_replay')
    .set({ finished_at: dateOf(ctx.now), failure })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
}

export async function insertFlips(ctx: Reading, replayId: string, flips: readonly Flip[]): Promise<void> {
  if (flips.length === 0) return;
  await ctx.db
    .insertInto('policy_replay_flip')
    .values(flips.map((flip) => ({ replay_id: replayId, request_id: Number(flip.id), flip: JSON.stringify(flip) })))
    .execute();
}

/** Flips of a replay in the order of their requests, after one of them. */
export async function listFlips(
  ctx: Reading,
  replayId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Flip[]> {
  const rows = await ctx.db
    .selectFrom('policy_replay_flip')
    .select('flip')
    .where('replay_id', '=', replayId)
    .where('request_id', '>', after)
    .orderBy('request_id')
    .limit(limit)
    .execute();
  return rows.map(({ flip }) => flip as unknown as Flip);
}

/** Removes the oldest finished replays of a draft beyond a number, with their flips. */
export async function removeOldReplays(ctx: Reading, draftId: string, kept: number): Promise<void> {
  const old = await ctx.db
    .selectFrom('policy_replay')
    .select('id')
    .where('draft_id', '=', draftId)
    .where('finished_at', 'is not', null)
    .orderBy('asked_at', 'desc')
    .offset(kept)
    .execute();
  if (old.length === 0) return;
  await ctx.db
    .deleteFrom('policy_replay')
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute();
}
