import type { Hono } from 'hono';
import QRCode from 'qrcode';
import type { SiteEnv } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { type AccountContext, type AccountDeps, accountSite, contextOf, line, whenceOf } from './request.ts';
import { addAuthenticator, confirmAuthenticator, dropAuthenticator, waitingAuthenticator } from './second-factor.ts';
import { securityPage } from './security-routes.tsx';
import type { SignedInCustomer } from './session.ts';
import { accountPath, done, owned } from './signed-in.ts';
import { AuthenticatorPage, RecoveryCodesPage } from './views/security-pages.tsx';

async function authenticatorPage(c: AccountContext, secretKey: string, uri: string, problems: FieldProblem[]) {
  const picture = await QRCode.toString(uri, { type: 'svg', margin: 2 });
  return <AuthenticatorPage site={c.var.site} secret={secretKey} picture={picture} problems={problems} />;
}

/** The second factor: on, confirmed, off. */
export function authenticatorRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  const names = (c: AccountContext, { customer }: SignedInCustomer) => ({
    customerId: customer.id,
    label: customer.email,
    issuer: c.var.site.brand.name,
  });
  app.post(
    '/authenticator',
    owned(deps, async (c, who) => {
      const made = await addAuthenticator(contextOf(deps, who.customer.id), deps.box, names(c, who));
      return c.html(await authenticatorPage(c, made.secret, made.uri, []));
    }),
  );
  app.post(
    '/authenticator/confirmation',
    owned(deps, async (c, who) => {
      const code = line(await c.req.formData(), 'code');
      const ctx = contextOf(deps, who.customer.id);
      await deps.guard(c, 'signIn', who.customer.email);
      const input = { customerId: who.customer.id, code, whence: whenceOf(c, deps) };
      const codes = await confirmAuthenticator(ctx, deps.clock, deps.box, accountSite(c.var.site), input);
      if (codes) return c.html(<RecoveryCodesPage site={c.var.site} codes={codes} />);
      const waiting = await waitingAuthenticator(ctx, deps.box, names(c, who));
      if (!waiting) return c.redirect(accountPath(c, '/security'), 303);
      const problems = [{ path: 'code', message: c.var.site.reader.t('account.factor.refused') }];
      return c.html(await authenticatorPage(c, waiting.secret, waiting.uri, problems), 422);
    }),
  );
  app.post(
    '/authenticator/removal',
    owned(deps, async (c, who) => {
      const code = line(await c.req.formData(), 'code');
      await deps.guard(c, 'signIn', who.customer.email);
      const input = { customerId: who.customer.id, code, whence: whenceOf(c, deps) };
      const ctx = contextOf(deps, who.customer.id);
      if (await dropAuthenticator(ctx, deps.clock, deps.box, accountSite(c.var.site), input))
        return done(c, deps, 'factor.removed', '/security');
      const problems = [{ path: 'code', message: c.var.site.reader.t('account.factor.refused') }];
      return c.html(await securityPage(c, deps, who, problems), 422);
    }),
  );
}
