import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import { type FieldProblem, notFound } from '#lib/faults.ts';
import { addressKey, addressSchema } from './address.ts';
import { MAX_NAME } from './change-details.ts';
import { confirmEmailChange, undoEmailChange } from './change-email.ts';
import type { LinkKind } from './customer.ts';
import { isLinkOpen } from './link.ts';
import { hasPasskeys } from './passkey.ts';
import { passkeySignInRoutes } from './passkey-routes.ts';
import { passwordProblems } from './password-problems.ts';
import { askRecovery, recoverWithLink } from './recover.ts';
import {
  type AccountContext,
  type AccountDeps,
  accountSite,
  contextOf,
  line,
  putChallengeCookie,
  putSessionCookie,
  readChallenge,
  say,
  secret,
  signedIn,
  takeSaid,
  whenceOf,
} from './request.ts';
import { answerChallenge, type Challenge } from './second-factor.ts';
import { sendSignInLink, signInWithLink, signInWithPassword } from './sign-in.ts';
import { confirmSignUp, signUp } from './sign-up.ts';
import { accountPath } from './signed-in.ts';
import { signedInRoutes } from './signed-in-routes.tsx';
import {
  LinkOverPage,
  LinkPage,
  type LinkPageKind,
  RecoveryPage,
  SecondFactorPage,
  SentPage,
  SignInPage,
  SignUpPage,
} from './views/sign-in-pages.tsx';

const MAX_FORM_BYTES = 16_000;

/** What is wrong with an address, at its field. */
const emailProblems = (c: AccountContext, email: string): FieldProblem[] =>
  addressSchema.safeParse(email).success ? [] : [{ path: 'email', message: c.var.site.reader.t('account.emailWrong') }];

/** On to the account, or to the second factor first. */
function enter(c: AccountContext, deps: AccountDeps, result: { readonly token: string } | Challenge): Response {
  if ('challenge' in result) {
    putChallengeCookie(c, deps, result.challenge);
    return c.redirect(accountPath(c, '/second-factor'), 303);
  }
  putSessionCookie(c, deps, result.token);
  return c.redirect(accountPath(c), 303);
}

function signUpRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.get('/sign-up', (c) => c.html(<SignUpPage site={c.var.site} email="" name="" problems={[]} />));
  app.post('/sign-up', async (c) => {
    const { site } = c.var;
    const form = await c.req.formData();
    const [email, name] = [line(form, 'email'), line(form, 'name')];
    const { t } = site.reader;
    const problems = [
      ...emailProblems(c, email),
      ...(name.length > MAX_NAME
        ? [{ path: 'name', message: t('account.details.nameWrong', { most: MAX_NAME }) }]
        : []),
    ];
    if (problems.length > 0)
      return c.html(<SignUpPage site={site} email={email} name={name} problems={problems} />, 422);
    await deps.guard(c, 'mail', addressKey(email) ?? email);
    await signUp(contextOf(deps), deps.clock, accountSite(site), { email, name });
    return c.html(<SentPage site={site} email={email} back={accountPath(c, '/sign-up')} />);
  });
}

function signInRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  const page = (c: AccountContext, email: string, problems: readonly FieldProblem[], refused: boolean) => (
    <SignInPage
      site={c.var.site}
      email={email}
      problems={problems}
      refused={refused}
      canPasskey={hasPasskeys(c.var.site)}
      said={takeSaid(c, deps)}
    />
  );
  app.get('/sign-in', async (c) =>
    (await signedIn(c, deps)) ? c.redirect(accountPath(c), 303) : c.html(page(c, '', [], false)),
  );
  app.post('/sign-in', async (c) => {
    const form = await c.req.formData();
    const email = line(form, 'email');
    const problems = emailProblems(c, email);
    if (problems.length > 0) return c.html(page(c, email, problems, false), 422);
    await deps.guard(c, 'signIn', addressKey(email) ?? email);
    const result = await signInWithPassword(contextOf(deps), deps.clock, accountSite(c.var.site), {
      email,
      password: secret(form, 'password'),
      whence: whenceOf(c, deps),
    });
    return 'refused' in result ? c.html(page(c, email, [], true), 422) : enter(c, deps, result);
  });
  app.post('/sign-in-link', async (c) => {
    const email = line(await c.req.formData(), 'email');
    const problems = emailProblems(c, email);
    if (problems.length > 0) return c.html(page(c, email, problems, false), 422);
    await deps.guard(c, 'mail', addressKey(email) ?? email);
    await sendSignInLink(contextOf(deps), deps.clock, accountSite(c.var.site), email);
    return c.html(<SentPage site={c.var.site} email={email} back={accountPath(c, '/sign-in')} />);
  });
  app.get('/second-factor', (c) =>
    readChallenge(c, deps) === undefined
      ? c.redirect(accountPath(c, '/sign-in'), 303)
      : c.html(<SecondFactorPage site={c.var.site} refused={false} />),
  );
  app.post('/second-factor', async (c) => {
    const code = line(await c.req.formData(), 'code');
    const challenge = readChallenge(c, deps) ?? '';
    const answer = { challenge, code, whence: whenceOf(c, deps) };
    const result = await answerChallenge(contextOf(deps), deps.clock, deps.box, answer);
    if (result === null) {
      say(c, deps, 'factor.over');
      return c.redirect(accountPath(c, '/sign-in'), 303);
    }
    return 'refused' in result ? c.html(<SecondFactorPage site={c.var.site} refused />, 422) : enter(c, deps, result);
  });
}

/** A page with a button for a link of a mail, and what the button does. */
function linkRoute(
  app: Hono<SiteEnv>,
  deps: AccountDeps,
  { path, kind, page }: { path: string; kind: LinkKind; page: LinkPageKind },
  use: (c: AccountContext, token: string, password: string) => Promise<Response | null>,
): void {
  const show = (c: AccountContext, problems: readonly FieldProblem[], status: 200 | 422) =>
    c.html(<LinkPage site={c.var.site} kind={page} action={c.req.path} problems={problems} />, status);
  const over = (c: AccountContext) =>
    c.html(<LinkOverPage site={c.var.site} again={accountPath(c, '/sign-in')} />, 410);
  const isOpen = (c: AccountContext, token: string) =>
    isLinkOpen(deps, deps.clock, { brandId: c.var.site.brand.id, kind, token });

  app.get(`/${path}/:token`, async (c) => ((await isOpen(c, c.req.param('token'))) ? show(c, [], 200) : over(c)));
  app.post(`/${path}/:token`, async (c) => {
    const token = c.req.param('token');
    if (!(await isOpen(c, token))) return over(c);
    const password = secret(await c.req.formData(), 'password');
    const wanted = page === 'recovery' || (page === 'signUp' && password !== '');
    const problems = wanted ? passwordProblems(c, password) : [];
    if (problems.length > 0) return show(c, problems, 422);
    return (await use(c, token, password)) ?? over(c);
  });
}

function linkRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  const { clock } = deps;
  linkRoute(app, deps, { path: 'sign-up', kind: 'signUp', page: 'signUp' }, async (c, token, typed) => {
    const password = typed === '' ? null : typed;
    const input = { token, password, whence: whenceOf(c, deps), zone: 'UTC' };
    const session = await confirmSignUp(contextOf(deps), clock, accountSite(c.var.site), input);
    return session && enter(c, deps, session);
  });
  linkRoute(app, deps, { path: 'sign-in', kind: 'signIn', page: 'signIn' }, async (c, token) => {
    const input = { token, whence: whenceOf(c, deps) };
    const result = await signInWithLink(contextOf(deps), clock, accountSite(c.var.site), input);
    return result && enter(c, deps, result);
  });
  linkRoute(app, deps, { path: 'recovery', kind: 'recover', page: 'recovery' }, async (c, token, password) => {
    const input = { token, password, whence: whenceOf(c, deps) };
    const result = await recoverWithLink(contextOf(deps), clock, accountSite(c.var.site), input);
    return result && enter(c, deps, result);
  });
  linkRoute(app, deps, { path: 'email', kind: 'confirmEmail', page: 'address' }, async (c, token) => {
    const input = { token, whence: whenceOf(c, deps) };
    if (!(await confirmEmailChange(contextOf(deps), clock, accountSite(c.var.site), input))) return null;
    say(c, deps, 'address.changed');
    return c.redirect(accountPath(c), 303);
  });
  linkRoute(app, deps, { path: 'email-undo', kind: 'undoEmail', page: 'undo' }, async (c, token) => {
    const input = { token, whence: whenceOf(c, deps) };
    if (!(await undoEmailChange(contextOf(deps), clock, accountSite(c.var.site), input))) return null;
    say(c, deps, 'address.undone');
    return c.redirect(accountPath(c, '/recovery'), 303);
  });
}

function recoveryRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.get('/recovery', (c) =>
    c.html(<RecoveryPage site={c.var.site} email="" problems={[]} said={takeSaid(c, deps)} />),
  );
  app.post('/recovery', async (c) => {
    const email = line(await c.req.formData(), 'email');
    const problems = emailProblems(c, email);
    if (problems.length > 0) return c.html(<RecoveryPage site={c.var.site} email={email} problems={problems} />, 422);
    await deps.guard(c, 'mail', addressKey(email) ?? email);
    const input = { email, whence: whenceOf(c, deps) };
    await askRecovery(contextOf(deps), deps.clock, accountSite(c.var.site), input);
    return c.html(<SentPage site={c.var.site} email={email} back={accountPath(c, '/recovery')} />);
  });
}

/** Accounts at operated brands, below `/{brand}/{locale}/account`. Nothing of it is kept by any cache. */
export function accountRoutes(deps: AccountDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(async (c, next) => {
    if (c.var.site.brand.kind !== 'operated') throw notFound('accounts of this brand');
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES }));
  signUpRoutes(app, deps);
  signInRoutes(app, deps);
  recoveryRoutes(app, deps);
  linkRoutes(app, deps);
  passkeySignInRoutes(app, deps);
  app.route('/', signedInRoutes(deps));
  return app;
}
