import { notFound } from '#lib/faults.ts';
import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { addWorkingMinutes, type BusinessHours, workingMinutesBetween } from './business-hours.ts';
import { hoursOf } from './make-promise.ts';
import { insertPause, lockPromise, putResumed } from './queries.ts';

/** Stops a promise's clock while somebody else is asked. Nothing happens when it stands still, was kept or released. */
export async function pausePromise(ctx: Context, { id, because }: { id: string; because: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const promise = await lockPromise(ctx, id);
    if (!promise) throw notFound('the promise');
    const { keptAt, released, pausedAt, breachedAt } = promise;
    if (!keptAt && !released && !pausedAt && !breachedAt) await insertPause(ctx, id, because);
  });
}

/** What is due moves by the working time of the pause, so that nobody gains by asking in the evening. */
function movedBy(hours: BusinessHours, dueAt: Temporal.Instant, from: Temporal.Instant, until: Temporal.Instant) {
  const minutes = workingMinutesBetween(hours, from, until);
  return minutes === 0 ? dueAt : (addWorkingMinutes(hours, dueAt, minutes) ?? dueAt);
}

/** Starts the clock again; what is due moves by the working time it stood still. Returns when it is due now. */
export async function resumePromise(ctx: Context, id: string): Promise<Temporal.Instant> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await lockPromise(ctx, id);
    if (!promise) throw notFound('the promise');
    const { pausedAt, dueAt, brandId } = promise;
    if (!pausedAt) return dueAt;
    const moved = movedBy(await hoursOf(ctx, brandId), dueAt, pausedAt, ctx.now);
    const due = Temporal.Instant.compare(moved, ctx.now) < 0 ? ctx.now : moved;
    await putResumed(ctx, id, due);
    return due;
  });
}
