import type { Context } from '#platform/context.ts';
import { findCustomerById, listCustomerActivity } from './queries/accounts.ts';
import { listNotificationsOff, listProfiles } from './queries/household.ts';
import { listPasskeys } from './queries/passkeys.ts';
import { findAuthenticator } from './queries/second-factors.ts';
import { listAllSessions } from './queries/sessions.ts';

/** More lines than an account gathers in the year they are kept. */
const MAX_ACTIVITY = 100_000;

/** What people know about a customer, for the customer: no hash, no key, nothing that opens anything. */
export async function exportCustomer(ctx: Pick<Context, 'db'>, customerId: string): Promise<object> {
  const passkeys = await listPasskeys(ctx, customerId);
  return {
    account: await findCustomerById(ctx, customerId),
    household: await listProfiles(ctx, customerId),
    notificationsOff: await listNotificationsOff(ctx, customerId),
    secondFactor: (await findAuthenticator(ctx, customerId)) !== null,
    passkeys: passkeys.map(({ host, device, addedAt, usedAt }) => ({ host, device, addedAt, usedAt })),
    sessions: await listAllSessions(ctx, customerId),
    activity: await listCustomerActivity(ctx, customerId, MAX_ACTIVITY),
  };
}
