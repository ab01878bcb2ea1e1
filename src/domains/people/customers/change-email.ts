import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import { addressKey } from './address.ts';
import type { Customer, Whence } from './customer.ts';
import { makeLink, useLink } from './link.ts';
import { findCustomer, findCustomerById, insertCustomerActivity, putEmail } from './queries/accounts.ts';
import { closeLinks } from './queries/links.ts';
import { removePasskeysSince } from './queries/passkeys.ts';
import { removeAuthenticatorsSince } from './queries/second-factors.ts';
import { putSessionsEnded } from './queries/sessions.ts';

const changed = z.object({ email: z.string(), emailKey: z.string() });

/**
 * Asks to use another address: a link goes to the new one, a notice to the old. An address that has an account here
 * gets a mail that says so, and nothing else happens.
 */
export async function askEmailChange(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { customer, email, whence }: { customer: Customer; email: string; whence: Whence },
): Promise<void> {
  const emailKey = addressKey(email) ?? '';
  await inTransaction(ctx, async (ctx) => {
    await insertCustomerActivity(ctx, customer.id, 'emailChangeAsked', whence, { email });
    const other = await findCustomer(ctx, site.brand.id, emailKey);
    const old = { customerId: customer.id, email: customer.email, name: customer.name };
    const account = `${site.origin}${site.accountPath}/security`;
    await queueAccountMail(ctx, site, old, { kind: 'emailChanging', email, href: account });
    if (other) {
      const href = `${site.origin}${site.accountPath}/sign-in`;
      return queueAccountMail(ctx, site, { ...old, email }, { kind: 'alreadyHere', href });
    }
    const link = await makeLink(ctx, clock, site, {
      kind: 'confirmEmail',
      customerId: customer.id,
      payload: { email, emailKey },
    });
    return queueAccountMail(ctx, site, { ...old, email }, { kind: 'confirmEmail', ...link });
  });
}

/** Uses the new address from now on. The old one gets a link that undoes it. @returns false when the link is no longer good */
export async function confirmEmailChange(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { token, whence }: { token: string; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const link = await useLink(ctx, clock, { brandId: site.brand.id, kind: 'confirmEmail', token });
    const before = link?.customerId ? await findCustomerById(ctx, link.customerId) : null;
    if (!link || !before) return false;
    const { email, emailKey } = changed.parse(link.payload);
    if (!(await putEmail(ctx, before.id, email, emailKey))) return false;
    // Links that wait in the old mailbox would still open the account.
    await closeLinks(ctx, before.id, ['signIn', 'recover', 'confirmEmail'], clock.wall());
    await insertCustomerActivity(ctx, before.id, 'emailChanged', whence, { from: before.email, to: email });
    const payload = { email: before.email, emailKey: addressKey(before.email) ?? '' };
    const undo = await makeLink(ctx, clock, site, { kind: 'undoEmail', customerId: before.id, payload });
    const old = { customerId: before.id, email: before.email, name: before.name };
    await queueAccountMail(ctx, site, old, { kind: 'emailChanged', email, href: undo.href });
    return true;
  });
}

/**
 * Takes the change back: the old address counts again, everybody is signed out, and what came after the change goes:
 * passkeys, authenticators, and links that would bring a later address back.
 */
export async function undoEmailChange(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { token, whence }: { token: string; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const link = await useLink(ctx, clock, { brandId: site.brand.id, kind: 'undoEmail', token });
    if (!link?.customerId) return false;
    const { email, emailKey } = changed.parse(link.payload);
    if (!(await putEmail(ctx, link.customerId, email, emailKey))) return false;
    await putSessionsEnded(ctx, link.customerId, {}, clock.wall(), 'emailChangeUndone');
    await closeLinks(ctx, link.customerId, ['signIn', 'recover', 'confirmEmail'], clock.wall());
    await closeLinks(ctx, link.customerId, ['undoEmail'], clock.wall(), link.createdAt);
    await removePasskeysSince(ctx, link.customerId, link.createdAt);
    await removeAuthenticatorsSince(ctx, link.customerId, link.createdAt);
    await insertCustomerActivity(ctx, link.customerId, 'emailChangeUndone', whence, { to: email });
    return true;
  });
}
