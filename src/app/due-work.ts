import { publishDue, removeOldReports } from '#domains/knowledge/index.ts';
import { recordBreaches } from '#domains/promises/index.ts';
import type { Context } from '#platform/context.ts';

/** Everything that becomes due by business time, looked for again and again; each part is safe to repeat and to share. */
export async function dueWork(ctx: Context): Promise<void> {
  const parts = [publishDue, removeOldReports, recordBreaches];
  const done = await Promise.allSettled(parts.map((part) => part(ctx)));
  const failed = done.find((part) => part.status === 'rejected');
  // One part that fails does not keep the others from what they have to do.
  if (failed) throw failed.reason;
}
