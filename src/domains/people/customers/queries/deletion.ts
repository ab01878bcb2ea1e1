import { dateOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

/** Asked for twice, the first day counts. */
export async function insertDeletion(ctx: Context, customerId: string, dueAt: Temporal.Instant): Promise<void> {
  await ctx.db
    .insertInto('customer_deletion')
    .values({ customer_id: customerId, asked_at: dateOf(ctx.now), due_at: dateOf(dueAt) })
    .onConflict((c) => c.column('customer_id').doNothing())
    .execute();
}

/** Takes a deletion back; true when one was asked for. */
export async function removeDeletion(ctx: Pick<Context, 'db'>, customerId: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('customer_deletion')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface DueDeletion {
  readonly id: string;
  readonly brandId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Accounts whose day has come, held until the transaction ends; those another node holds are left to it. */
export async function lockDueDeletions(ctx: Context, limit: number): Promise<DueDeletion[]> {
  const rows = await ctx.db
    .selectFrom('customer_deletion')
    .innerJoin('customer', 'customer.id', 'customer_deletion.customer_id')
    .select(['customer.id', 'brand_id', 'email', 'name', 'locale'])
    .where('due_at', '<=', dateOf(ctx.now))
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ brand_id, ...row }) => ({ ...row, brandId: brand_id }));
}

/** Removes a customer with everything that hangs on the account. */
export async function removeCustomer(ctx: Pick<Context, 'db'>, customerId: string): Promise<void> {
  await ctx.db.deleteFrom('customer').where('id', '=', customerId).execute();
}
