import { dateOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

type Reading = Pick<Context, 'db'>;

/** Links, second-factor and passkey questions whose time is over; at most `limit` rows of each. */
export async function removeExpiredKeys(ctx: Reading, at: Temporal.Instant, limit: number): Promise<void> {
  const over = dateOf(at);
  await ctx.db
    .deleteFrom('customer_link')
    .where('token_hash', 'in', (eb) =>
      eb.selectFrom('customer_link').select('token_hash').where('expires_at', '<=', over).limit(limit),
    )
    .execute();
  await ctx.db
    .deleteFrom('customer_challenge')
    .where('token_hash', 'in', (eb) =>
      eb.selectFrom('customer_challenge').select('token_hash').where('expires_at', '<=', over).limit(limit),
    )
    .execute();
  await ctx.db
    .deleteFrom('customer_passkey_challenge')
    .where('challenge_hash', 'in', (eb) =>
      eb.selectFrom('customer_passkey_challenge').select('challenge_hash').where('expires_at', '<=', over).limit(limit),
    )
    .execute();
}

/** Sessions that ended or expired before a moment. */
export async function removeOldSessions(ctx: Reading, before: Temporal.Instant, limit: number): Promise<void> {
  await ctx.db
    .deleteFrom('customer_session')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('customer_session')
        .select('id')
        .where((eb) => eb.or([eb('expires_at', '<', dateOf(before)), eb('ended_at', '<', dateOf(before))]))
        .limit(limit),
    )
    .execute();
}

/** Activity older than a moment. */
export async function trimActivity(ctx: Reading, before: Temporal.Instant, limit: number): Promise<void> {
  await ctx.db
    .deleteFrom('customer_activity')
    .where('id', 'in', (eb) =>
      eb.selectFrom('customer_activity').select('id').where('at', '<', dateOf(before)).limit(limit),
    )
    .execute();
}
