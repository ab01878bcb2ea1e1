import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { Passkey } from '../customer.ts';

type Reading = Pick<Context, 'db'>;

const passkeys = (ctx: Reading) => ctx.db.selectFrom('customer_passkey').selectAll('customer_passkey');
type Row = Awaited<ReturnType<ReturnType<typeof passkeys>['execute']>>[number];

const toPasskey = (row: Row): Passkey => ({
  id: row.id,
  customerId: row.customer_id,
  host: row.host,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  device: row.device,
  addedAt: instantOf(row.added_at),
  usedAt: row.used_at ? instantOf(row.used_at) : null,
});

export async function listPasskeys(ctx: Reading, customerId: string): Promise<Passkey[]> {
  const rows = await passkeys(ctx).where('customer_id', '=', customerId).orderBy('added_at').execute();
  return rows.map(toPasskey);
}

/** A passkey of a customer of this brand, held until the transaction ends. */
export async function lockPasskey(ctx: Reading, brandId: string, id: string): Promise<Passkey | null> {
  const row = await passkeys(ctx)
    .innerJoin('customer', 'customer.id', 'customer_passkey.customer_id')
    .where('customer_passkey.id', '=', id)
    .where('customer.brand_id', '=', brandId)
    .forUpdate('customer_passkey')
    .executeTakeFirst();
  return row ? toPasskey(row) : null;
}

/** False when a passkey with this id exists already. */
export async function insertPasskey(ctx: Reading, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('customer_passkey')
    .values({
      id: passkey.id,
      customer_id: passkey.customerId,
      host: passkey.host,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      device: passkey.device,
      added_at: dateOf(passkey.addedAt),
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function putPasskeyUsed(ctx: Reading, id: string, counter: number, at: Temporal.Instant): Promise<void> {
  await ctx.db
    .updateTable('customer_passkey')
    .set({ counter, used_at: dateOf(at) })
    .where('id', '=', id)
    .execute();
}

/** Removes one of somebody's own passkeys; false when they have none of that id. */
export async function removePasskey(ctx: Reading, customerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('customer_passkey')
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function removePasskeysSince(ctx: Reading, customerId: string, at: Temporal.Instant): Promise<void> {
  await ctx.db
    .deleteFrom('customer_passkey')
    .where('customer_id', '=', customerId)
    .where('added_at', '>=', dateOf(at))
    .execute();
}

export interface PasskeyChallenge {
  readonly challengeHash: string;
  readonly brandId: string;
  /** Whose passkey is being added; null when somebody signs in. */
  readonly customerId: string | null;
}

export async function insertPasskeyChallenge(
  ctx: Reading,
  { challengeHash, brandId, customerId }: PasskeyChallenge,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await ctx.db
    .insertInto('customer_passkey_challenge')
    .values({
      challenge_hash: challengeHash,
      brand_id: brandId,
      customer_id: customerId,
      expires_at: dateOf(expiresAt),
    })
    .execute();
}

/** Uses a challenge up; true for the one caller who got it. */
export async function takePasskeyChallenge(
  ctx: Reading,
  { challengeHash, brandId, customerId }: PasskeyChallenge,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('customer_passkey_challenge')
    .where('challenge_hash', '=', challengeHash)
    .where('brand_id', '=', brandId)
    .where('customer_id', customerId === null ? 'is' : '=', customerId)
    .where('expires_at', '>', dateOf(at))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
