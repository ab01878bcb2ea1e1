import { removeDecisions } from '#domains/policies/index.ts';
import { appendToTrail, deleteTrail } from '#domains/trail/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { type Claim, subjectOf } from './claim.ts';
import { deleteClaimRow, listExpiredClaims, lockClaim, putKept } from './queries.ts';
import { keptEnd } from './start-claim.ts';

/**
 * Keeps a claim for a year from now.
 * @returns when it ends
 * @throws notFound when the claim has just been deleted
 */
export async function keepClaim(ctx: Context, claim: Claim): Promise<Temporal.Instant> {
  const expiresAt = keptEnd(ctx.now);
  await inTransaction(ctx, async (ctx) => {
    if (!(await lockClaim(ctx, claim.id))) throw notFound('the claim');
    await putKept(ctx, claim.id, expiresAt);
    const about = { brandId: claim.brandId, subject: subjectOf(claim) };
    await appendToTrail(ctx, about, { kind: 'kept', content: { until: expiresAt.toString() } });
  });
  return expiresAt;
}

/** Removes a claim with its letters, ticks, contacts, decisions and trail. Nothing of it is left. */
export async function deleteClaim(ctx: Context, { id }: Pick<Claim, 'id'>): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockClaim(ctx, id);
    const subject = subjectOf({ id });
    await removeDecisions(ctx, subject);
    await deleteTrail(ctx, subject);
    await deleteClaimRow(ctx, id);
  });
}

/** Removes the claims whose time has run out. @returns how many */
export async function expireClaims(ctx: Context): Promise<number> {
  const expired = await listExpiredClaims(ctx);
  for (const claim of expired) await deleteClaim(ctx, claim);
  return expired.length;
}
