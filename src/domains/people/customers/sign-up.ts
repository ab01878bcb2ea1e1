import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { hashPassword } from '../password.ts';
import { queueAccountMail } from './account-mail.ts';
import type { AccountSite } from './account-site.ts';
import { addressKey } from './address.ts';
import type { Whence } from './customer.ts';
import { makeLink, useLink } from './link.ts';
import { findCustomer, insertCustomer, insertCustomerActivity } from './queries/accounts.ts';
import type { Challenge } from './second-factor.ts';
import { startSession } from './session.ts';
import { passFirstFactor } from './sign-in.ts';

const pending = z.object({
  email: z.string(),
  emailKey: z.string(),
  name: z.string(),
});

export interface SignUp {
  /** An address that `addressSchema` took. */
  readonly email: string;
  readonly name: string;
}

/**
 * Asks for an account. Whether the address has one already is said only in a mail to it: the answer on the screen and
 * the time it takes are the same. No password is taken here: a stranger could leave theirs for whoever confirms.
 */
export async function signUp(ctx: Context, clock: Clock, site: AccountSite, input: SignUp): Promise<void> {
  const emailKey = addressKey(input.email) ?? '';
  await inTransaction(ctx, async (ctx) => {
    const known = await findCustomer(ctx, site.brand.id, emailKey);
    if (known) {
      const href = `${site.origin}${site.accountPath}/sign-in`;
      return queueAccountMail(ctx, site, { ...known, customerId: known.id }, { kind: 'alreadyHere', href });
    }
    const payload = { email: input.email, emailKey, name: input.name };
    const link = await makeLink(ctx, clock, site, { kind: 'signUp', customerId: null, payload });
    const to = { customerId: null, email: input.email, name: input.name };
    return queueAccountMail(ctx, site, to, { kind: 'confirmSignUp', ...link });
  });
}

/**
 * Makes the account the link was sent for, with a password that `passwordSchema` took or with none, and signs in.
 * Where the address has an account by now, the link is one factor like any other mailed link.
 * @returns the session's token, a question for the second factor, or null when the link is no longer good
 */
export async function confirmSignUp(
  ctx: Context,
  clock: Clock,
  site: AccountSite,
  { token, password, whence, zone }: { token: string; password: string | null; whence: Whence; zone: string },
): Promise<{ readonly token: string } | Challenge | null> {
  const passwordHash = password === null ? null : await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const link = await useLink(ctx, clock, { brandId: site.brand.id, kind: 'signUp', token });
    if (!link) return null;
    const person = pending.parse(link.payload);
    const { id: brandId } = site.brand;
    const locale = site.reader.locale;
    const customerId = await insertCustomer(ctx, { ...person, brandId, locale, zone, passwordHash });
    if (customerId === null) {
      // Asked for twice and confirmed twice: the first link made the account, and its password stays.
      const known = await findCustomer(ctx, brandId, person.emailKey);
      return known && passFirstFactor(ctx, clock, known.id, 'link', whence);
    }
    await insertCustomerActivity(ctx, customerId, 'signedUp', whence);
    return { token: await startSession(ctx, clock, { ...whence, customerId, method: 'link' }) };
  });
}
