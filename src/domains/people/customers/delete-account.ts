import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { removeMessagesAbout } from '#platform/outbox/queries.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import type { Customer, Whence } from './customer.ts';
import { insertCustomerActivity } from './queries/accounts.ts';
import { insertDeletion, lockDueDeletions, removeCustomer } from './queries/deletion.ts';
import { closeLinks } from './queries/links.ts';
import { putSessionsEnded } from './queries/sessions.ts';

/** Whole days of business time in which signing in takes a deletion back. */
export const GRACE_DAYS = 14;
const HOURS_A_DAY = 24;
/** Accounts deleted each time at most; the next round comes soon. */
const MAX_ACCOUNTS = 50;

/** Asks for the account to be deleted in fourteen days. Everybody is signed out, and the owner is told how to undo it. */
export async function askDeletion(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { customer, whence }: { customer: Customer; whence: Whence },
): Promise<void> {
  const { id: customerId, email, name } = customer;
  await inTransaction(ctx, async (ctx) => {
    await insertDeletion(ctx, customerId, ctx.now.add({ hours: GRACE_DAYS * HOURS_A_DAY }));
    await putSessionsEnded(ctx, customerId, {}, clock.wall(), 'deletionAsked');
    await closeLinks(ctx, customerId, ['signIn', 'recover', 'confirmEmail'], clock.wall());
    await insertCustomerActivity(ctx, customerId, 'deletionAsked', whence);
    const href = `${site.origin}${site.accountPath}/sign-in`;
    await queueAccountMail(ctx, site, { customerId, email, name }, { kind: 'deletionAsked', href });
  });
}

/** Deletes accounts whose day has come, with the mails about them; what is left is nothing. Safe to repeat and to share. */
export async function deleteDueAccounts(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const { id } of await lockDueDeletions(ctx, MAX_ACCOUNTS)) {
      await removeMessagesAbout(ctx, `customer:${id}`);
      await removeCustomer(ctx, id);
    }
  });
}
