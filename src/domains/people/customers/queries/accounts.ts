import { isLocale } from '#lib/locales.ts';
import { dateOf, instantOf } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { ActivityKind, Customer, CustomerActivity, PostalAddress, Whence } from '../customer.ts';

type Reading = Pick<Context, 'db'>;

const customers = (ctx: Reading) =>
  ctx.db
    .selectFrom('customer')
    .select([
      'customer.id',
      'customer.brand_id',
      'customer.email',
      'customer.name',
      'customer.locale',
      'customer.zone',
      'customer.phone',
      'customer.billing_address',
      'customer.created_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof customers>['execute']>>[number];

export const toCustomer = (row: Row): Customer => ({
  id: row.id,
  brandId: row.brand_id,
  email: row.email,
  name: row.name,
  locale: isLocale(row.locale) ? row.locale : 'en',
  zone: row.zone,
  phone: row.phone,
  billingAddress: row.billing_address as PostalAddress | null,
  createdAt: instantOf(row.created_at),
});

export async function findCustomer(ctx: Reading, brandId: string, emailKey: string): Promise<Customer | null> {
  const row = await customers(ctx).where('brand_id', '=', brandId).where('email_key', '=', emailKey).executeTakeFirst();
  return row ? toCustomer(row) : null;
}

export async function findCustomerById(ctx: Reading, id: string): Promise<Customer | null> {
  const row = await customers(ctx).where('customer.id', '=', id).executeTakeFirst();
  return row ? toCustomer(row) : null;
}

export interface NewCustomer {
  readonly brandId: string;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
  readonly passwordHash: string | null;
}

/** Null when somebody has an account with this address by now. */
export async function insertCustomer(ctx: Context, person: NewCustomer): Promise<string | null> {
  const row = await ctx.db
    .insertInto('customer')
    .values({
      brand_id: person.brandId,
      email: person.email,
      email_key: person.emailKey,
      email_confirmed_at: dateOf(ctx.now),
      name: person.name,
      locale: person.locale,
      zone: person.zone,
      created_at: dateOf(ctx.now),
    })
    .onConflict((c) => c.columns(['brand_id', 'email_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row && person.passwordHash !== null) await putCustomerPassword(ctx, row.id, person.passwordHash);
  return row?.id ?? null;
}

export async function findPasswordHash(ctx: Reading, customerId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('customer_password')
    .select('hash')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.hash;
}

export async function putCustomerPassword(ctx: Context, customerId: string, hash: string): Promise<void> {
  const values = { hash, set_at: dateOf(ctx.now) };
  await ctx.db
    .insertInto('customer_password')
    .values({ customer_id: customerId, ...values })
    .onConflict((c) => c.column('customer_id').doUpdateSet(values))
    .execute();
}

export interface Details {
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
  readonly phone: string | null;
  readonly billingAddress: PostalAddress | null;
}

export async function putDetails(ctx: Context, customerId: string, details: Details): Promise<void> {
  const { name, locale, zone, phone, billingAddress } = details;
  await ctx.db
    .updateTable('customer')
    .set({ name, locale, zone, phone, billing_address: billingAddress ? JSON.stringify(billingAddress) : null })
    .where('id', '=', customerId)
    .execute();
}

/** False when another account of the brand has this address. */
export async function putEmail(ctx: Context, customerId: string, email: string, emailKey: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('customer')
    .set({ email, email_key: emailKey, email_confirmed_at: dateOf(ctx.now) })
    .where('id', '=', customerId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('customer as other')
            .select('other.id')
            .where('other.email_key', '=', emailKey)
            .whereRef('other.brand_id', '=', 'customer.brand_id')
            .whereRef('other.id', '<>', 'customer.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertCustomerActivity(
  ctx: Context,
  customerId: string,
  kind: ActivityKind,
  { device, network }: Whence,
  details: object = {},
): Promise<void> {
  await ctx.db
    .insertInto('customer_activity')
    .values({ customer_id: customerId, at: dateOf(ctx.now), kind, device, network, details: JSON.stringify(details) })
    .execute();
}

/** What happened on an account, newest first. */
export async function listCustomerActivity(
  ctx: Reading,
  customerId: string,
  limit: number,
): Promise<CustomerActivity[]> {
  const rows = await ctx.db
    .selectFrom('customer_activity')
    .select(['at', 'kind', 'device', 'network', 'details'])
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, kind, details, ...whence }) => ({
    ...whence,
    at: instantOf(at),
    kind: kind as ActivityKind,
    details: details as CustomerActivity['details'],
  }));
}
