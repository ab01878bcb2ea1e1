import type { Clock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { removeMessagesBefore } from '#platform/outbox/queries.ts';
import { removeExpiredKeys, removeOldSessions, trimActivity } from './queries/expiry.ts';

/** How long an ended or expired session is kept, for the owner's questions about it. */
const SESSION_KEPT_DAYS = 30;
/** How long it is kept that a mail was written; what it said is gone as soon as it is sent. */
const MESSAGE_KEPT_DAYS = 30;
/** How long an account's activity is kept. */
const ACTIVITY_KEPT_DAYS = 365;
/** Rows a table loses at most each time, so that nobody waits for it. */
const MAX_ROWS = 1000;
const HOURS_A_DAY = 24;

/** Removes what accounts no longer need: expired links and questions, old sessions, activity and mails. Safe to repeat. */
export async function removeExpired(ctx: Context, clock: Clock): Promise<void> {
  const wall = clock.wall();
  const before = (at: Context['now'], days: number) => at.subtract({ hours: days * HOURS_A_DAY });
  await removeExpiredKeys(ctx, wall, MAX_ROWS);
  await removeOldSessions(ctx, before(wall, SESSION_KEPT_DAYS), MAX_ROWS);
  await trimActivity(ctx, before(ctx.now, ACTIVITY_KEPT_DAYS), MAX_ROWS);
  await removeMessagesBefore(ctx, before(ctx.now, MESSAGE_KEPT_DAYS), MAX_ROWS);
}
