import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { enqueue } from '#platform/jobs.ts';
import { measureRequests } from '../queries/corpus.ts';
import { getDraft } from '../queries/drafts.ts';
import { insertReplay, listReplays, putReplayFinished, removeOldReplays } from '../queries/replays.ts';
import { nothingYet } from './replay-run.ts';

/** The job that decides; its payload is `{ replayId }`. */
export const REPLAY_JOB = 'replay-policy-draft';

/** Replays kept of one draft, with their flips. */
const KEPT_REPLAYS = 5;

/**
 * Asks for a replay of the newest text of a draft over every stored request. While one is running, that one is meant.
 * @returns the id of the replay
 */
export async function askReplay(ctx: Context, brandId: string, draftId: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const { draft, text } = await getDraft(ctx, brandId, draftId, true);
    const [latest] = await listReplays(ctx, draftId, 1);
    if (latest && latest.finishedAt === null) return latest.id;
    await removeOldReplays(ctx, draftId, KEPT_REPLAYS - 1);
    const { count, last } = await measureRequests(ctx, brandId);
    const id = await insertReplay(ctx, {
      brandId,
      draftId,
      draftText: text.number,
      casesTotal: count,
      summary: nothingYet(last),
    });
    await enqueue(ctx, REPLAY_JOB, { replayId: id }, { key: `${REPLAY_JOB}:${id}` });
    await insertActivity(ctx, { brandId, action: 'replay-policy-draft', subject: draft.documentId });
    return id;
  });
}

/** Stops a replay; what it has found so far can still be read. */
export async function stopReplay(ctx: Context, replayId: string): Promise<void> {
  await putReplayFinished(ctx, replayId, 'stopped');
}
