import { randomToken, sha256 } from '#lib/bytes.ts';
import { Temporal } from '#lib/time.ts';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { type Customer, type CustomerSession, SESSION_DAYS, type SignInMethod, type Whence } from './customer.ts';
import { insertCustomerActivity } from './queries/accounts.ts';
import { removeDeletion } from './queries/deletion.ts';
import { findSession, insertSession, listSessions, putSessionSeen, putSessionsEnded } from './queries/sessions.ts';

/** Using a session is written down this often, not on every page. */
const SEEN_MINUTES = 5;

const lastsFrom = (at: Temporal.Instant): Temporal.Instant => at.add({ hours: SESSION_DAYS * 24 });

export interface StartSession extends Whence {
  readonly customerId: string;
  readonly method: SignInMethod;
  readonly secondFactor?: 'authenticator' | 'recoveryCode';
}

/** Signs a browser in. The token is new each time, so that one planted before is worth nothing. */
export async function startSession(ctx: Context, clock: Clock, start: StartSession): Promise<string> {
  const token = randomToken();
  const at = clock.wall();
  const { customerId, method, device, network, secondFactor = null } = start;
  await inTransaction(ctx, async (ctx) => {
    const session = { customerId, method, secondFactor, device, network, at, expiresAt: lastsFrom(at) };
    await insertSession(ctx, { ...session, tokenHash: sha256(token) });
    await insertCustomerActivity(ctx, customerId, 'signedIn', start, { method, secondFactor });
    // Whoever comes back wants to stay.
    if (await removeDeletion(ctx, customerId)) await insertCustomerActivity(ctx, customerId, 'deletionUndone', start);
  });
  return token;
}

export interface SignedInCustomer {
  readonly customer: Customer;
  readonly session: CustomerSession;
}

/** Who a session cookie belongs to at one brand, or null. A session in use goes on. */
export async function findSignedInCustomer(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  brandId: string,
  token: string | undefined,
): Promise<SignedInCustomer | null> {
  if (token === undefined) return null;
  const at = clock.wall();
  const found = await findSession(ctx, brandId, sha256(token), at);
  const stale = found && Temporal.Instant.compare(found.session.seenAt.add({ minutes: SEEN_MINUTES }), at) < 0;
  if (stale) await putSessionSeen(ctx, found.session.id, at, lastsFrom(at));
  return found;
}

export const listCustomerSessions = (
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  customerId: string,
): Promise<CustomerSession[]> => listSessions(ctx, customerId, clock.wall());

/** Signs one browser out, this one or another of the same person. Nothing happens when it is out already. */
export async function endSession(
  ctx: Context,
  clock: Clock,
  { customerId, sessionId, whence }: { customerId: string; sessionId: string; whence: Whence & { current: string } },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const own = sessionId === whence.current;
    const ended = await putSessionsEnded(
      ctx,
      customerId,
      { only: sessionId },
      clock.wall(),
      own ? 'signedOut' : 'revoked',
    );
    if (ended > 0) await insertCustomerActivity(ctx, customerId, own ? 'signedOut' : 'sessionEnded', whence);
  });
}

/** Signs every browser out but the one asking. */
export async function endOtherSessions(
  ctx: Context,
  clock: Clock,
  { customerId, whence }: { customerId: string; whence: Whence & { current: string } },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const ended = await putSessionsEnded(ctx, customerId, { except: whence.current }, clock.wall(), 'revoked');
    if (ended > 0) await insertCustomerActivity(ctx, customerId, 'sessionEnded', whence, { count: ended });
    return ended;
  });
}
