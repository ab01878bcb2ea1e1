import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { invalid } from '#lib/faults.ts';
import { addPasskey, askPasskey, askPasskeySignIn, dropPasskey, signInWithPasskey } from './passkey.ts';
import { addedAnswer, signedAnswer } from './passkey-answer.ts';
import {
  type AccountContext,
  type AccountDeps,
  accountSite,
  contextOf,
  line,
  putSessionCookie,
  say,
  whenceOf,
} from './request.ts';
import { accountPath, done, owned } from './signed-in.ts';

/** A body that is no JSON at all is as wrong as one that says the wrong things. */
const bodyOf = async (c: AccountContext): Promise<unknown> => c.req.json().catch(() => null);

const refused = (c: AccountContext, status: 422 = 422) => c.json({ refused: true }, status);

/** Adding and removing, for whoever is signed in. What the page's script sends and gets is JSON. */
export function passkeyRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.post(
    '/passkeys/options',
    owned(deps, async (c, { customer }) => {
      await deps.guard(c, 'passkey', customer.email);
      return c.json(await askPasskey(deps, deps.clock, accountSite(c.var.site), customer));
    }),
  );
  app.post(
    '/passkeys',
    owned(deps, async (c, { customer }) => {
      const answer = addedAnswer.safeParse(await bodyOf(c));
      if (!answer.success) throw invalid('the answer of a passkey');
      const input = { customer, answer: answer.data, whence: whenceOf(c, deps) };
      const ctx = contextOf(deps, customer.id);
      if (!(await addPasskey(ctx, deps.clock, accountSite(c.var.site), input))) return refused(c);
      say(c, deps, 'passkey.added');
      return c.json({ to: accountPath(c, '/security') });
    }),
  );
  app.post(
    '/passkeys/removal',
    owned(deps, async (c, { customer }) => {
      const id = line(await c.req.formData(), 'passkey');
      const input = { customer, id, whence: whenceOf(c, deps) };
      await dropPasskey(contextOf(deps, customer.id), accountSite(c.var.site), input);
      return done(c, deps, 'passkey.removed', '/security');
    }),
  );
}

/** Signing in with a passkey, for everybody. */
export function passkeySignInRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.post('/passkey-sign-in/options', async (c) => {
    await deps.guard(c, 'passkey', '');
    return c.json(await askPasskeySignIn(deps, deps.clock, accountSite(c.var.site)));
  });
  app.post('/passkey-sign-in', async (c) => {
    const answer = signedAnswer.safeParse(await bodyOf(c));
    if (!answer.success) throw invalid('the answer of a passkey');
    await deps.guard(c, 'signIn', answer.data.id);
    const input = { answer: answer.data, whence: whenceOf(c, deps) };
    const token = await signInWithPasskey(contextOf(deps), deps.clock, accountSite(c.var.site), input);
    if (token === null) return refused(c);
    putSessionCookie(c, deps, token);
    return c.json({ to: accountPath(c) });
  });
}
