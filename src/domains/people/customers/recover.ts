import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { hashPassword } from '../password.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import { addressKey } from './address.ts';
import type { Whence } from './customer.ts';
import { makeLink, useLink } from './link.ts';
import { findCustomer, findCustomerById, insertCustomerActivity, putCustomerPassword } from './queries/accounts.ts';
import { closeLinks } from './queries/links.ts';
import { putSessionsEnded } from './queries/sessions.ts';
import type { Challenge } from './second-factor.ts';
import { passFirstFactor } from './sign-in.ts';

/** Mails a link that sets a new password. The answer is the same for every address. */
export async function askRecovery(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { email, whence }: { email: string; whence: Whence },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const customer = await findCustomer(ctx, site.brand.id, addressKey(email) ?? '');
    if (!customer) {
      const href = `${site.origin}${site.accountPath}/sign-up`;
      return queueAccountMail(ctx, site, { customerId: null, email, name: '' }, { kind: 'noAccount', href });
    }
    const link = await makeLink(ctx, clock, site, { kind: 'recover', customerId: customer.id });
    await insertCustomerActivity(ctx, customer.id, 'recoveryAsked', whence);
    const to = { customerId: customer.id, email: customer.email, name: customer.name };
    return queueAccountMail(ctx, site, to, { kind: 'recoverLink', ...link });
  });
}

/**
 * Sets a new password with a mailed link. Every session ends and every other link becomes worthless; a second factor is
 * still asked for, since reading somebody's mail is one factor and not two.
 * @returns null when the link is no longer good
 */
export async function recoverWithLink(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { token, password, whence }: { token: string; password: string; whence: Whence },
): Promise<{ readonly token: string } | Challenge | null> {
  const hash = await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const link = await useLink(ctx, clock, { brandId: site.brand.id, kind: 'recover', token });
    const customer = link?.customerId ? await findCustomerById(ctx, link.customerId) : null;
    if (!customer) return null;
    await setPassword(ctx, clock, site, { customerId: customer.id, hash, kind: 'passwordRecovered', whence });
    return passFirstFactor(ctx, clock, customer.id, 'recovery', whence);
  });
}

/** Stores a new password and takes everything away that the old one opened; the owner is told. */
export async function setPassword(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  {
    customerId,
    hash,
    kind,
    whence,
    keep,
  }: {
    customerId: string;
    hash: string;
    kind: 'passwordChanged' | 'passwordRecovered';
    whence: Whence;
    /** The session that stays: the one it was changed in. */
    keep?: string;
  },
): Promise<void> {
  await putCustomerPassword(ctx, customerId, hash);
  await putSessionsEnded(ctx, customerId, keep === undefined ? {} : { except: keep }, clock.wall(), kind);
  // A change of the address that a thief asked for would otherwise still go through.
  await closeLinks(ctx, customerId, ['signIn', 'recover', 'confirmEmail'], clock.wall());
  await insertCustomerActivity(ctx, customerId, kind, whence);
  const customer = await findCustomerById(ctx, customerId);
  if (!customer) return;
  const href = `${site.origin}${site.accountPath}/recovery`;
  const to = { customerId, email: customer.email, name: customer.name };
  await queueAccountMail(ctx, site, to, { kind: 'passwordChanged', device: whence.device, href });
}
