import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { hashPassword, passwordMatches } from '../password.ts';
import { MAX_PASSWORD } from '../staff.ts';
import type { AccountSite } from './account-site.ts';
import type { Whence } from './customer.ts';
import { findPasswordHash } from './queries/accounts.ts';
import { setPassword } from './recover.ts';

/** Sets a password, given the current one where there is one. Every other session ends. @returns false when the current one is wrong */
export async function changePassword(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  input: { customerId: string; sessionId: string; current: string; password: string; whence: Whence },
): Promise<boolean> {
  const { customerId, sessionId, whence } = input;
  const known = await findPasswordHash(ctx, customerId);
  if (known !== undefined && !(await passwordMatches(known, input.current.slice(0, MAX_PASSWORD)))) return false;
  const hash = await hashPassword(input.password);
  await inTransaction(ctx, (ctx) =>
    setPassword(ctx, clock, site, { customerId, hash, kind: 'passwordChanged', whence, keep: sessionId }),
  );
  return true;
}
