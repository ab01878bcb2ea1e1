import { dateOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { SignInMethod } from '../customer.ts';

type Reading = Pick<Context, 'db'>;

export interface NewChallenge {
  readonly tokenHash: string;
  readonly customerId: string;
  readonly method: SignInMethod;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function insertChallenge(ctx: Reading, challenge: NewChallenge): Promise<void> {
  await ctx.db
    .insertInto('customer_challenge')
    .values({
      token_hash: challenge.tokenHash,
      customer_id: challenge.customerId,
      method: challenge.method,
      created_at: dateOf(challenge.at),
      expires_at: dateOf(challenge.expiresAt),
    })
    .execute();
}

/** One more try at a challenge, counted; null when there is none any more. */
export async function lockChallenge(
  ctx: Reading,
  tokenHash: string,
  at: Temporal.Instant,
): Promise<{ readonly customerId: string; readonly method: SignInMethod; readonly tries: number } | null> {
  const row = await ctx.db
    .updateTable('customer_challenge')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', dateOf(at))
    .returning(['customer_id', 'method', 'tries'])
    .executeTakeFirst();
  return row ? { customerId: row.customer_id, method: row.method as SignInMethod, tries: row.tries } : null;
}

export async function removeChallenge(ctx: Reading, tokenHash: string): Promise<void> {
  await ctx.db.deleteFrom('customer_challenge').where('token_hash', '=', tokenHash).execute();
}

export interface Authenticator {
  readonly id: string;
  /** Sealed. */
  readonly secret: string;
  readonly lastStep: number;
}

/** The authenticator that is asked for, or the one that waits for its first code. */
export async function findAuthenticator(
  ctx: Reading,
  customerId: string,
  which: 'confirmed' | 'waiting' = 'confirmed',
): Promise<Authenticator | null> {
  const row = await ctx.db
    .selectFrom('customer_authenticator')
    .select(['id', 'secret', 'last_step'])
    .where('customer_id', '=', customerId)
    .where('confirmed_at', which === 'confirmed' ? 'is not' : 'is', null)
    .executeTakeFirst();
  return row ? { id: row.id, secret: row.secret, lastStep: row.last_step } : null;
}

export async function putAuthenticator(ctx: Context, customerId: string, secret: string): Promise<void> {
  await ctx.db
    .deleteFrom('customer_authenticator')
    .where('customer_id', '=', customerId)
    .where('confirmed_at', 'is', null)
    .execute();
  await ctx.db
    .insertInto('customer_authenticator')
    .values({ customer_id: customerId, secret, added_at: dateOf(ctx.now) })
    .execute();
}

/** The waiting authenticator takes the place of the one before it. */
export async function putAuthenticatorConfirmed(
  ctx: Context,
  customerId: string,
  id: string,
  step: number,
): Promise<void> {
  await ctx.db
    .deleteFrom('customer_authenticator')
    .where('customer_id', '=', customerId)
    .where('id', '<>', id)
    .execute();
  await ctx.db
    .updateTable('customer_authenticator')
    .set({ confirmed_at: dateOf(ctx.now), last_step: step })
    .where('id', '=', id)
    .execute();
}

/** Takes a time step; false for whoever comes second with the same code. */
export async function putStepTaken(ctx: Reading, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('customer_authenticator')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeAuthenticator(ctx: Reading, customerId: string): Promise<void> {
  await ctx.db.deleteFrom('customer_authenticator').where('customer_id', '=', customerId).execute();
  await ctx.db.deleteFrom('customer_recovery_code').where('customer_id', '=', customerId).execute();
}

/** Switches off a second factor that was added at or after a moment, with its codes. */
export async function removeAuthenticatorsSince(ctx: Reading, customerId: string, at: Temporal.Instant): Promise<void> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('customer_authenticator')
    .where('customer_id', '=', customerId)
    .where('added_at', '>=', dateOf(at))
    .executeTakeFirst();
  if (numDeletedRows > 0n)
    await ctx.db.deleteFrom('customer_recovery_code').where('customer_id', '=', customerId).execute();
}

export async function insertRecoveryCodes(ctx: Context, customerId: string, hashes: readonly string[]): Promise<void> {
  await ctx.db.deleteFrom('customer_recovery_code').where('customer_id', '=', customerId).execute();
  await ctx.db
    .insertInto('customer_recovery_code')
    .values(hashes.map((hash) => ({ customer_id: customerId, code_hash: hash, made_at: dateOf(ctx.now) })))
    .execute();
}

/** Uses a recovery code up; true for the one caller who got it. */
export async function takeRecoveryCode(ctx: Context, customerId: string, hash: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('customer_recovery_code')
    .set({ used_at: dateOf(ctx.now) })
    .where('customer_id', '=', customerId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(ctx: Reading, customerId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('customer_recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customer_id', '=', customerId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row?.n ?? 0;
}
