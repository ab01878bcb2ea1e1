import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { changePassword } from './change-password.ts';
import { hasPasskeys } from './passkey.ts';
import { passwordProblems } from './password-problems.ts';
import { findPasswordHash } from './queries/accounts.ts';
import { listPasskeys } from './queries/passkeys.ts';
import { countRecoveryCodes, findAuthenticator } from './queries/second-factors.ts';
import {
  type AccountContext,
  type AccountDeps,
  accountSite,
  contextOf,
  dropSessionCookie,
  secret,
  takeSaid,
  whenceOf,
} from './request.ts';
import { endOtherSessions, endSession, listCustomerSessions, type SignedInCustomer } from './session.ts';
import { accountPath, done, owned } from './signed-in.ts';
import { SecurityPage } from './views/security-pages.tsx';

/** Everything that opens an account, and what is wrong with what was typed. */
export async function securityPage(
  c: AccountContext,
  deps: AccountDeps,
  who: SignedInCustomer,
  problems: FieldProblem[],
) {
  const { customer, session } = who;
  const factor = await findAuthenticator(deps, customer.id);
  return (
    <SecurityPage
      site={c.var.site}
      zone={customer.zone}
      hasPassword={(await findPasswordHash(deps, customer.id)) !== undefined}
      codesLeft={factor ? await countRecoveryCodes(deps, customer.id) : null}
      sessions={await listCustomerSessions(deps, deps.clock, customer.id)}
      passkeys={hasPasskeys(c.var.site) ? await listPasskeys(deps, customer.id) : null}
      current={session.id}
      problems={problems}
      said={takeSaid(c, deps)}
    />
  );
}

/** Password and signed-in devices. */
export function securityRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.get(
    '/security',
    owned(deps, async (c, who) => c.html(await securityPage(c, deps, who, []))),
  );
  app.post(
    '/password',
    owned(deps, async (c, who) => {
      const form = await c.req.formData();
      const password = secret(form, 'password');
      const wrong = passwordProblems(c, password);
      if (wrong.length > 0) return c.html(await securityPage(c, deps, who, wrong), 422);
      const { customer, session } = who;
      await deps.guard(c, 'signIn', customer.email);
      const changed = await changePassword(contextOf(deps, customer.id), deps.clock, accountSite(c.var.site), {
        customerId: customer.id,
        sessionId: session.id,
        current: secret(form, 'current'),
        password,
        whence: whenceOf(c, deps),
      });
      if (changed) return done(c, deps, 'security.passwordChanged', '/security');
      const problems = [{ path: 'current', message: c.var.site.reader.t('account.security.currentWrong') }];
      return c.html(await securityPage(c, deps, who, problems), 422);
    }),
  );
  app.post(
    '/sessions/:id/end',
    owned(deps, async (c, { customer, session }) => {
      const id = c.req.param('id') ?? '';
      const ctx = contextOf(deps, customer.id);
      const whence = { ...whenceOf(c, deps), current: session.id };
      if (id === 'others') await endOtherSessions(ctx, deps.clock, { customerId: customer.id, whence });
      else if (/^[0-9a-f-]{36}$/.test(id))
        await endSession(ctx, deps.clock, { customerId: customer.id, sessionId: id, whence });
      if (id === session.id) {
        dropSessionCookie(c, deps);
        return c.redirect(accountPath(c, '/sign-in'), 303);
      }
      return done(c, deps, 'security.ended', '/security');
    }),
  );
}
