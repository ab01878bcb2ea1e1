import { type AccountContext, type AccountDeps, type Said, say, signedIn } from './request.ts';
import type { SignedInCustomer } from './session.ts';

/** Answers a request of somebody who is signed in. */
export type Handle = (c: AccountContext, who: SignedInCustomer) => Promise<Response> | Response;

/** The address of an account's page at this brand, as `/northstar/en/account/security`. */
export const accountPath = (c: AccountContext, rest = ''): string => `${c.var.site.urls.home}account${rest}`;

/** Does something for whoever is signed in; everybody else signs in first. */
export const owned =
  (deps: AccountDeps, handle: Handle) =>
  async (c: AccountContext): Promise<Response> => {
    const who = await signedIn(c, deps);
    return who ? handle(c, who) : c.redirect(accountPath(c, '/sign-in'), 303);
  };

/** Back to a page of the account, which says once what was done. */
export const done = (c: AccountContext, deps: AccountDeps, what: Said, page: string): Response => {
  say(c, deps, what);
  return c.redirect(accountPath(c, page), 303);
};
