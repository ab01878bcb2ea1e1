import type { Context } from '#platform/context.ts';
import { inTransaction } from '#platform/context.ts';
import { compareCase, type Flip, PolicyError, readDocumentText, readFacts } from '#policy/index.ts';
import { type Compared, comparedPolicies } from '../drafts/compared.ts';
import { readShelf } from '../policy-shelves.ts';
import { listRequests, type PastRequest } from '../queries/corpus.ts';
import { findDraftText } from '../queries/drafts.ts';
import { findReplay, insertFlips, putReplayFinished, putReplayProgress } from '../queries/replays.ts';
import { type ReplayRun, withFlips } from './replay-run.ts';

/** Requests decided between two breaths: short enough that no page waits for them. */
const BATCH = 250;

type Batch = { readonly flips: readonly Flip[]; readonly cursor: number; readonly unreadable: number };

/** Decides one batch twice. A fact one side no longer declares is read in the words of the other. */
export function compareBatch(requests: readonly PastRequest[], { before, after }: Compared): Batch {
  const flips: Flip[] = [];
  let unreadable = 0;
  for (const { id, facts, asOf } of requests) {
    const first = readFacts(facts, after.vocabulary);
    const read = 'problems' in first ? readFacts(facts, before.vocabulary) : first;
    if ('problems' in read) {
      unreadable += 1;
      continue;
    }
    const flip = compareCase({ id: String(id), facts: read.facts, asOf }, before, after);
    if (flip) flips.push(flip);
  }
  return { flips, cursor: requests.at(-1)?.id ?? 0, unreadable };
}

/** The documents a replay compares; null when the text cannot be read, or not beside the others. */
async function documentsOf(ctx: Context, run: ReplayRun): Promise<Compared | null> {
  const text = await findDraftText(ctx, run.draftId, run.draftText);
  const read = readDocumentText(text?.source ?? '');
  if (!('document' in read) || read.document.kind !== 'policy') return null;
  try {
    return comparedPolicies(await readShelf(ctx, run.brandId), read.document, run.askedAt);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

/** Decides the next batch and stores what it found; true while there is more to do. */
async function nextBatch(ctx: Context, id: string, compared: Compared): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    // Locked, so that two workers on one replay take turns and no batch counts twice.
    const run = await findReplay(ctx, id, true);
    if (!run || run.finishedAt !== null) return false;
    const { cursor, upTo } = run.summary;
    const requests = await listRequests(ctx, run.brandId, { after: cursor, upTo, limit: BATCH });
    if (requests.length === 0) {
      await putReplayFinished(ctx, id, null);
      return false;
    }
    const batch = compareBatch(requests, compared);
    await insertFlips(ctx, id, batch.flips);
    await putReplayProgress(ctx, id, run.casesDone + requests.length, withFlips(run.summary, batch));
    return true;
  });
}

/**
 * Runs a replay from where it stands to its end; the job behind `askReplay`. A second run of a finished replay does
 * nothing, and one after a crash goes on with the next batch.
 */
export async function runReplay(ctx: Context, replayId: string): Promise<void> {
  const run = await findReplay(ctx, replayId);
  if (!run || run.finishedAt !== null) return;
  const compared = await documentsOf(ctx, run);
  if (!compared) return putReplayFinished(ctx, replayId, 'broken');
  while (await nextBatch(ctx, replayId, compared));
}
