import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AssetUrls } from '#domains/brands/index.ts';
import { type FieldProblem, notFound } from '#lib/faults.ts';
import { isLocale, LOCALES, negotiateLocale } from '#lib/locales.ts';
import { cleanLine } from '#lib/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { type Reader, readerFor } from '#ui/reader.ts';
import { putStaffLocale } from './queries.ts';
import { isSetupLinkOpen, setUpWithLink } from './set-up.ts';
import { SetUpPage } from './set-up-page.tsx';
import { findSignedIn, SESSION_HOURS, signIn, signOut } from './sign-in.ts';
import { SignInPage } from './sign-in-page.tsx';
import { emailSchema, MIN_PASSWORD, passwordSchema, type Staff } from './staff.ts';

export interface PeopleDeps {
  readonly db: Context['db'];
  readonly clock: Clock;
  readonly assets: { readonly urls: AssetUrls };
  readonly isDemo: boolean;
  readonly https: boolean;
  /** Throws `tooMany` when an address or account has tried too often. */
  readonly guardSignIn: (c: HonoContext, account: string) => Promise<void>;
  /** Sends a test mail; the message says why when it cannot. */
  readonly testMail: (to: string) => Promise<{ readonly sent: boolean; readonly reason?: string }>;
}

const MAX_FORM_BYTES = 16_000;
/** A link on somebody else's page; our own, and an address typed in, are neither. */
const ELSEWHERE: ReadonlySet<string> = new Set(['cross-site', 'same-site']);
/** `__Host-` ties the cookie to this host and path, but browsers only take it over https. */
const cookieName = (https: boolean): string => (https ? '__Host-recourse_desk' : 'recourse_desk');

/** The member of staff a request comes from, or null. */
export const readSession = (c: HonoContext, deps: Pick<PeopleDeps, 'db' | 'clock' | 'https'>): Promise<Staff | null> =>
  findSignedIn(deps, deps.clock, getCookie(c, cookieName(deps.https)));

const readerOf = (c: HonoContext): Reader => readerFor(negotiateLocale(c.req.header('accept-language'), LOCALES, 'en'));

/** Only a path of the desk itself may be returned to; anything else could lead away. */
const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/desk(?:\/[\w./?=&-]*)?$/.test(next) && !next.includes('..') ? next : '/desk';

/** Staff signing in and out, their language, and the one-time set-up. */
export function peopleRoutes(deps: PeopleDeps): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  const contextOf = (part: string): Context => ({
    db: deps.db,
    by: { kind: 'system', part },
    now: deps.clock.business(),
  });
  const signInPage = (c: HonoContext, email: string, next: string, problem?: string) => (
    <SignInPage
      reader={readerOf(c)}
      assets={deps.assets.urls}
      isDemo={deps.isDemo}
      email={email}
      next={next}
      problem={problem}
    />
  );

  app.get('/desk/sign-in', (c) => c.html(signInPage(c, '', safeNext(c.req.query('next')))));
  app.post('/desk/sign-in', limit, async (c) => {
    const form = await c.req.formData();
    const [email, next] = [cleanLine(String(form.get('email') ?? '')), safeNext(form.get('next'))];
    await deps.guardSignIn(c, email.toLowerCase());
    const result = await signIn(contextOf('sign-in'), deps.clock, {
      email,
      password: String(form.get('password') ?? ''),
    });
    if ('refused' in result) return c.html(signInPage(c, email, next, readerOf(c).t('signIn.refused')), 422);
    setCookie(c, cookieName(deps.https), result.token, {
      path: '/',
      httpOnly: true,
      secure: deps.https,
      sameSite: 'Lax',
      maxAge: SESSION_HOURS * 3600,
    });
    return c.redirect(next, 303);
  });
  app.post('/desk/sign-out', async (c) => {
    await signOut(deps, deps.clock, getCookie(c, cookieName(deps.https)));
    deleteCookie(c, cookieName(deps.https), { path: '/', secure: deps.https });
    return c.redirect('/desk/sign-in', 303);
  });
  app.get('/desk/language/:locale', async (c) => {
    const staff = await readSession(c, deps);
    const locale = c.req.param('locale');
    if (staff && isLocale(locale) && !ELSEWHERE.has(c.req.header('sec-fetch-site') ?? ''))
      await putStaffLocale(deps, staff.id, locale);
    return c.redirect(safeNext(c.req.query('back')), 303);
  });
  app.get('/setup/:token', async (c) => {
    if (!(await isSetupLinkOpen(deps, deps.clock, c.req.param('token')))) throw notFound('the set-up link');
    return c.html(
      <SetUpPage
        reader={readerOf(c)}
        assets={deps.assets.urls}
        action={c.req.path}
        values={{ name: '', email: '', mailTo: '' }}
        problems={[]}
      />,
    );
  });
  app.post('/setup/:token', limit, (c) => setUp(c, deps, contextOf('set-up')));
  return app;
}

async function setUp(c: HonoContext, deps: PeopleDeps, ctx: Context): Promise<Response> {
  const token = c.req.param('token') ?? '';
  if (!(await isSetupLinkOpen(deps, deps.clock, token))) throw notFound('the set-up link');
  const reader = readerOf(c);
  const form = await c.req.formData();
  const field = (name: string): string => cleanLine(String(form.get(name) ?? ''));
  const values = { name: field('name').slice(0, 120), email: field('email'), mailTo: field('mailTo') };
  const password = String(form.get('password') ?? '');
  const email = emailSchema.safeParse(values.email);
  const problems: FieldProblem[] = [];
  if (values.name === '') problems.push({ path: 'name', message: reader.t('setUp.nameMissing') });
  if (!email.success) problems.push({ path: 'email', message: reader.t('setUp.emailWrong') });
  if (!passwordSchema.safeParse(password).success)
    problems.push({ path: 'password', message: reader.t('setUp.passwordWrong', { count: MIN_PASSWORD }) });
  if (problems.length === 0 && values.mailTo !== '') {
    const mail = await deps.testMail(values.mailTo);
    if (!mail.sent)
      problems.push({ path: 'mailTo', message: reader.t('setUp.mailFailed', { reason: mail.reason ?? '' }) });
  }
  if (problems.length > 0 || !email.success) {
    return c.html(
      <SetUpPage reader={reader} assets={deps.assets.urls} action={c.req.path} values={values} problems={problems} />,
      422,
    );
  }
  const done = await setUpWithLink(ctx, deps.clock, token, {
    name: values.name,
    email: email.data,
    locale: reader.locale,
    password,
  });
  if (!done) throw notFound('the set-up link');
  return c.redirect('/desk/sign-in', 303);
}
