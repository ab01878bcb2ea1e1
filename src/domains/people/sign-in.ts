import { randomToken, sha256 } from '#lib/bytes.ts';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { passwordMatches } from './password.ts';
import { findSessionStaff, findStaffWithPassword, insertActivity, insertSession, putSessionEnded } from './queries.ts';
import { MAX_PASSWORD, type Staff } from './staff.ts';

export const SESSION_HOURS = 12;

export type SignedIn = { readonly staff: Staff; readonly token: string } | { readonly refused: true };

/** Signs a member of staff in with a password. Wrong address and wrong password cannot be told apart, not by time either. */
export async function signIn(
  ctx: Context,
  clock: Clock,
  credentials: { email: string; password: string },
): Promise<SignedIn> {
  const found = await findStaffWithPassword(ctx, credentials.email.trim());
  const right = await passwordMatches(found?.hash, credentials.password.slice(0, MAX_PASSWORD));
  if (!found || !right) return { refused: true };
  const token = randomToken();
  const at = clock.wall();
  const { id, name, email } = found.staff;
  await inTransaction({ ...ctx, by: { kind: 'staff', id, name } }, async (ctx) => {
    const expiresAt = at.add({ hours: SESSION_HOURS });
    await insertSession(ctx, { tokenHash: sha256(token), staffId: id, at, expiresAt });
    await insertActivity(ctx, { brandId: null, action: 'sign-in', subject: email });
  });
  return { staff: found.staff, token };
}

/** The person behind a session cookie, or null. */
export async function findSignedIn(
  ctx: Pick<Context, 'db'>,
  clock: Clock,
  token: string | undefined,
): Promise<Staff | null> {
  return token === undefined ? null : findSessionStaff(ctx, sha256(token), clock.wall());
}

export async function signOut(ctx: Pick<Context, 'db'>, clock: Clock, token: string | undefined): Promise<void> {
  if (token !== undefined) await putSessionEnded(ctx, sha256(token), clock.wall());
}
