import { sql } from 'kysely';
import { dateOf, instantOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { HouseholdProfile } from '../customer.ts';

type Reading = Pick<Context, 'db'>;

/** A household's profiles, the oldest first. */
export async function listProfiles(ctx: Reading, customerId: string): Promise<HouseholdProfile[]> {
  const rows = await ctx.db
    .selectFrom('household_profile')
    .select(['id', 'name', 'created_at'])
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: instantOf(row.created_at) }));
}

/** Holds the account's row until the transaction ends, so that two cannot each add the last profile. */
export async function lockCustomer(ctx: Reading, customerId: string): Promise<void> {
  await ctx.db.selectFrom('customer').select('id').where('id', '=', customerId).forUpdate().executeTakeFirst();
}

export async function insertProfile(ctx: Context, customerId: string, name: string): Promise<string> {
  const { id } = await ctx.db
    .insertInto('household_profile')
    .values({ customer_id: customerId, name, created_at: dateOf(ctx.now) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function putProfileName(ctx: Reading, customerId: string, id: string, name: string): Promise<void> {
  await ctx.db
    .updateTable('household_profile')
    .set({ name })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

export async function removeProfile(ctx: Reading, customerId: string, id: string): Promise<void> {
  await ctx.db.deleteFrom('household_profile').where('customer_id', '=', customerId).where('id', '=', id).execute();
}

/** Erases what the account's activity says about one profile. */
export async function removeActivityOfProfile(ctx: Reading, customerId: string, profileId: string): Promise<void> {
  await ctx.db
    .deleteFrom('customer_activity')
    .where('customer_id', '=', customerId)
    .where(sql<boolean>`details->>'profileId' = ${profileId}`)
    .execute();
}

/** The kinds of notifications somebody has switched off. */
export async function listNotificationsOff(ctx: Reading, customerId: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('customer_notification_off')
    .select('kind')
    .where('customer_id', '=', customerId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Exactly these kinds are off from now on; one that was off already keeps its date. */
export async function putNotificationsOff(ctx: Context, customerId: string, off: readonly string[]): Promise<void> {
  const others = ctx.db.deleteFrom('customer_notification_off').where('customer_id', '=', customerId);
  await (off.length === 0 ? others : others.where('kind', 'not in', [...off])).execute();
  if (off.length === 0) return;
  const rows = off.map((kind) => ({ customer_id: customerId, kind, switched_off_at: dateOf(ctx.now) }));
  await ctx.db
    .insertInto('customer_notification_off')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
}
