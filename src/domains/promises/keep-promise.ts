import { notFound } from '#lib/faults.ts';
import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { MadePromise } from './promise.ts';
import { lockPromise, putKept, putReleased } from './queries.ts';

const isOver = ({ keptAt, released }: MadePromise): boolean => keptAt !== null || released !== null;

async function end(
  ctx: Context,
  id: string,
  work: (ctx: Context, promise: MadePromise) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const promise = await lockPromise(ctx, id);
    if (!promise) throw notFound('the promise');
    if (!isOver(promise)) await work(ctx, promise);
  });
}

/** Records that a promise was kept, in time or late. Nothing happens when it was kept or released before. */
export const keepPromise = (ctx: Context, id: string): Promise<void> =>
  end(ctx, id, (ctx, { dueAt, breachedAt, pausedAt }) => {
    const late = pausedAt === null && Temporal.Instant.compare(ctx.now, dueAt) > 0;
    return putKept(ctx, id, breachedAt ?? (late ? dueAt : null));
  });

/** Records that a promise is no longer owed, and why. Nothing happens when it was kept or released before. */
export const releasePromise = (ctx: Context, { id, because }: { id: string; because: string }): Promise<void> =>
  end(ctx, id, (ctx) => putReleased(ctx, id, because));
