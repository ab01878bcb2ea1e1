import { expireClaims } from '#domains/claims/index.ts';
import { publishDue, removeOldReports } from '#domains/knowledge/index.ts';
import { deleteDueAccounts, removeExpired } from '#domains/people/index.ts';
import { startDuePolicies } from '#domains/policies/index.ts';
import { recordBreaches } from '#domains/promises/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';

/** What is safe is decided by wall time, also while a demo's days are moved. */
const removeExpiredKeys = (ctx: Context): Promise<void> => removeExpired(ctx, systemClock());

/** Everything that becomes due by business time, looked for again and again; each part is safe to repeat and to share. */
export async function dueWork(ctx: Context): Promise<void> {
  const parts = [
    publishDue,
    removeOldReports,
    recordBreaches,
    startDuePolicies,
    expireClaims,
    deleteDueAccounts,
    removeExpiredKeys,
  ];
  const done = await Promise.allSettled(parts.map((part) => part(ctx)));
  const failed = done.find((part) => part.status === 'rejected');
  // One part that fails does not keep the others from what they have to do.
  if (failed) throw failed.reason;
}
