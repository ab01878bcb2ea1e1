import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { passwordMatches } from '../password.ts';
import { MAX_PASSWORD } from '../staff.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import { addressKey } from './address.ts';
import type { SignInMethod, Whence } from './customer.ts';
import { makeLink, useLink } from './link.ts';
import { findCustomer, findPasswordHash, insertCustomerActivity } from './queries/accounts.ts';
import { askSecondFactor, type Challenge } from './second-factor.ts';
import { startSession } from './session.ts';

/** Signed in, asked for a second factor, or refused without saying why. */
export type SignInResult = { readonly token: string } | Challenge | { readonly refused: true };

/** The first factor was right: a session, unless the account asks for a second one. */
export async function passFirstFactor(
  ctx: Context,
  clock: Clock,
  customerId: string,
  method: SignInMethod,
  whence: Whence,
): Promise<{ readonly token: string } | Challenge> {
  const challenge = await askSecondFactor(ctx, clock, customerId, method);
  return challenge ?? { token: await startSession(ctx, clock, { ...whence, customerId, method }) };
}

/** Signs a customer in with a password. A wrong address and a wrong password cannot be told apart, not by time either. */
export async function signInWithPassword(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { email, password, whence }: { email: string; password: string; whence: Whence },
): Promise<SignInResult> {
  const customer = await findCustomer(ctx, site.brand.id, addressKey(email) ?? '');
  const hash = customer ? await findPasswordHash(ctx, customer.id) : undefined;
  const right = await passwordMatches(hash, password.slice(0, MAX_PASSWORD));
  if (!customer || !right) {
    if (customer) await insertCustomerActivity(ctx, customer.id, 'signInFailed', whence);
    return { refused: true };
  }
  return passFirstFactor(ctx, clock, customer.id, 'password', whence);
}

/** Mails a link that signs in. Whoever has no account is told so in the mail, and nowhere else. */
export async function sendSignInLink(ctx: Context, clock: Clock, site: AccountSite, email: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const customer = await findCustomer(ctx, site.brand.id, addressKey(email) ?? '');
    if (!customer) {
      const href = `${site.origin}${site.accountPath}/sign-up`;
      return queueAccountMail(ctx, site, { customerId: null, email, name: '' }, { kind: 'noAccount', href });
    }
    const link = await makeLink(ctx, clock, site, { kind: 'signIn', customerId: customer.id });
    const to = { customerId: customer.id, email: customer.email, name: customer.name };
    return queueAccountMail(ctx, site, to, { kind: 'signInLink', ...link });
  });
}

/** Signs in with a mailed link, which is used up. Null when it is no longer good. */
export async function signInWithLink(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { token, whence }: { token: string; whence: Whence },
): Promise<{ readonly token: string } | Challenge | null> {
  return inTransaction(ctx, async (ctx) => {
    const link = await useLink(ctx, clock, { brandId: site.brand.id, kind: 'signIn', token });
    return link?.customerId ? passFirstFactor(ctx, clock, link.customerId, 'link', whence) : null;
  });
}
