import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { Customer, CustomerSession, SignInMethod, Whence } from '../customer.ts';
import { toCustomer } from './accounts.ts';

type Reading = Pick<Context, 'db'>;

const MAX_SESSIONS = 100;

export interface NewSession extends Whence {
  readonly tokenHash: string;
  readonly customerId: string;
  readonly method: SignInMethod;
  readonly secondFactor: 'authenticator' | 'recoveryCode' | null;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function insertSession(ctx: Reading, session: NewSession): Promise<string> {
  const { id } = await ctx.db
    .insertInto('customer_session')
    .values({
      token_hash: session.tokenHash,
      customer_id: session.customerId,
      method: session.method,
      second_factor: session.secondFactor,
      device: session.device,
      network: session.network,
      created_at: dateOf(session.at),
      seen_at: dateOf(session.at),
      expires_at: dateOf(session.expiresAt),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The live session of a token at one brand, with its owner. */
export async function findSession(
  ctx: Reading,
  brandId: string,
  tokenHash: string,
  at: Temporal.Instant,
): Promise<{ readonly session: CustomerSession; readonly customer: Customer } | null> {
  const row = await ctx.db
    .selectFrom('customer_session')
    .innerJoin('customer', 'customer.id', 'customer_session.customer_id')
    .selectAll('customer')
    .select(['method', 'device', 'network', 'seen_at', 'expires_at', 'customer_session.id as session_id'])
    .select('customer_session.created_at as session_created_at')
    .where('token_hash', '=', tokenHash)
    .where('customer.brand_id', '=', brandId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .executeTakeFirst();
  if (!row) return null;
  return {
    customer: toCustomer(row),
    session: toSession({ ...row, id: row.session_id, customer_id: row.id, created_at: row.session_created_at }),
  };
}

interface SessionRow extends Whence {
  readonly id: string;
  readonly customer_id: string;
  readonly method: string;
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
}

const toSession = (row: SessionRow): CustomerSession => ({
  id: row.id,
  customerId: row.customer_id,
  method: row.method as SignInMethod,
  device: row.device,
  network: row.network,
  createdAt: instantOf(row.created_at),
  seenAt: instantOf(row.seen_at),
  expiresAt: instantOf(row.expires_at),
});

/** Live sessions, the one used last first. */
export async function listSessions(ctx: Reading, customerId: string, at: Temporal.Instant): Promise<CustomerSession[]> {
  const rows = await ctx.db
    .selectFrom('customer_session')
    .select(['id', 'customer_id', 'method', 'device', 'network', 'created_at', 'seen_at', 'expires_at'])
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .orderBy('seen_at', 'desc')
    .limit(MAX_SESSIONS)
    .execute();
  return rows.map(toSession);
}

/** Every session that is still kept, ended ones too, the newest first. */
export async function listAllSessions(ctx: Reading, customerId: string): Promise<CustomerSession[]> {
  const rows = await ctx.db
    .selectFrom('customer_session')
    .select(['id', 'customer_id', 'method', 'device', 'network', 'created_at', 'seen_at', 'expires_at'])
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(toSession);
}

export async function putSessionSeen(
  ctx: Reading,
  id: string,
  at: Temporal.Instant,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await ctx.db
    .updateTable('customer_session')
    .set({ seen_at: dateOf(at), expires_at: dateOf(expiresAt) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends sessions of one customer: one, or all but one, or all. Returns how many were live. */
export async function putSessionsEnded(
  ctx: Reading,
  customerId: string,
  which: { readonly only?: string; readonly except?: string },
  at: Temporal.Instant,
  because: string,
): Promise<number> {
  let update = ctx.db
    .updateTable('customer_session')
    .set({ ended_at: dateOf(at), ended_because: because })
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null);
  if (which.only !== undefined) update = update.where('id', '=', which.only);
  if (which.except !== undefined) update = update.where('id', '<>', which.except);
  return Number((await update.executeTakeFirst()).numUpdatedRows);
}
