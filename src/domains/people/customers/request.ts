import Bowser from 'bowser';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Site, SiteEnv } from '#domains/brands/index.ts';
import { cleanLine } from '#lib/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import type { AccountSite } from './account-site.ts';
import { SESSION_DAYS, type Whence } from './customer.ts';
import { findSignedInCustomer, type SignedInCustomer } from './session.ts';

/** What an account's forms are limited by: tries to get in, and mails that are sent. */
export type AccountLimit = 'signIn' | 'mail' | 'passkey';

export interface AccountDeps {
  readonly db: Context['db'];
  readonly clock: Clock;
  readonly box: SecretBox;
  readonly https: boolean;
  readonly isDemo: boolean;
  /** The network a request comes from. */
  readonly networkOf: (c: HonoContext) => string;
  /** Everything this installation knows about a customer, by domain. */
  readonly exportAll: (customerId: string) => Promise<object>;
  /** Throws `tooMany` when a network, or an account from there, has tried too often. */
  readonly guard: (c: HonoContext, limit: AccountLimit, account: string) => Promise<void>;
}

export type AccountContext = HonoContext<SiteEnv>;

const MAX_AGENT = 500;
const MAX_DEVICE = 80;
const CHALLENGE_SECONDS = 600;
const FLASH_SECONDS = 60;

/** Browser and system in a few words; what a browser says about itself is not believed beyond that. */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, MAX_AGENT);
  if (text === '') return '?';
  const { browser, os } = Bowser.parse(text);
  const name = [browser.name, os.name].filter((part) => part !== undefined && part !== '').join(' · ');
  return cleanLine(name === '' ? text : name).slice(0, MAX_DEVICE);
}

export const whenceOf = (c: AccountContext, deps: AccountDeps): Whence => ({
  device: deviceOf(c.req.header('user-agent')),
  network: deps.networkOf(c),
});

export const accountSite = ({ brand, reader, origin, urls }: Site): AccountSite => ({
  brand,
  reader,
  origin,
  accountPath: `${urls.home}account`,
});

export const contextOf = (deps: AccountDeps, customerId?: string): Context => ({
  db: deps.db,
  by: customerId === undefined ? { kind: 'visitor' } : { kind: 'customer', id: customerId },
  now: deps.clock.business(),
});

/** `__Host-` ties a cookie to this very host, but browsers only take it over https. The brand is in the name: two brands on one host have two accounts. */
const cookieName = (deps: AccountDeps, brandId: string, kind: '' | '_step' | '_said'): string =>
  `${deps.https ? '__Host-' : ''}recourse_${brandId}${kind}`;

const options = (deps: AccountDeps, maxAge: number) =>
  ({ path: '/', httpOnly: true, secure: deps.https, sameSite: 'Lax', maxAge }) as const;

export function putSessionCookie(c: AccountContext, deps: AccountDeps, token: string): void {
  const { id } = c.var.site.brand;
  deleteCookie(c, cookieName(deps, id, '_step'), { path: '/', secure: deps.https });
  setCookie(c, cookieName(deps, id, ''), token, options(deps, SESSION_DAYS * 86_400));
}

export const dropSessionCookie = (c: AccountContext, deps: AccountDeps): void => {
  deleteCookie(c, cookieName(deps, c.var.site.brand.id, ''), { path: '/', secure: deps.https });
};

export const putChallengeCookie = (c: AccountContext, deps: AccountDeps, challenge: string): void =>
  setCookie(c, cookieName(deps, c.var.site.brand.id, '_step'), challenge, options(deps, CHALLENGE_SECONDS));

export const readChallenge = (c: AccountContext, deps: AccountDeps): string | undefined =>
  getCookie(c, cookieName(deps, c.var.site.brand.id, '_step'));

/** Something to say once on the next page, by the name of its message. */
export const say = (c: AccountContext, deps: AccountDeps, what: Said): void =>
  setCookie(c, cookieName(deps, c.var.site.brand.id, '_said'), what, options(deps, FLASH_SECONDS));

export const SAID = [
  'details.saved',
  'security.passwordChanged',
  'security.ended',
  'address.changed',
  'address.undone',
  'factor.over',
  'factor.removed',
  'passkey.added',
  'passkey.removed',
  'household.added',
  'household.renamed',
  'household.deleted',
  'notifications.saved',
  'signIn.out',
  'deletion.asked',
] as const;
export type Said = (typeof SAID)[number];

export function takeSaid(c: AccountContext, deps: AccountDeps): Said | undefined {
  const name = cookieName(deps, c.var.site.brand.id, '_said');
  const said = getCookie(c, name);
  if (said !== undefined) deleteCookie(c, name, { path: '/', secure: deps.https });
  return SAID.find((known) => known === said);
}

/** Who is signed in at this brand, or null. */
export const signedIn = (c: AccountContext, deps: AccountDeps): Promise<SignedInCustomer | null> => {
  const { id } = c.var.site.brand;
  return findSignedInCustomer(deps, deps.clock, id, getCookie(c, cookieName(deps, id, '')));
};

/** A form's field on one line, without what nobody can see. Passwords are taken as they are. */
export const line = (form: FormData, name: string): string => cleanLine(String(form.get(name) ?? ''));
export const secret = (form: FormData, name: string): string => String(form.get(name) ?? '');
