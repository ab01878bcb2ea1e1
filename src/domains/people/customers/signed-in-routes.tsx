import { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { authenticatorRoutes } from './authenticator-routes.tsx';
import { deletionRoutes } from './deletion-routes.tsx';
import { detailsRoutes } from './details-routes.tsx';
import { householdRoutes } from './household-routes.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { listCustomerActivity } from './queries/accounts.ts';
import { type AccountDeps, contextOf, dropSessionCookie, takeSaid, whenceOf } from './request.ts';
import { securityRoutes } from './security-routes.tsx';
import { endSession } from './session.ts';
import { done, owned } from './signed-in.ts';
import { AccountHomePage, ActivityPage } from './views/account-pages.tsx';

const MAX_ACTIVITY = 100;

/** What somebody who is signed in sees and changes. */
export function signedInRoutes(deps: AccountDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get(
    '/',
    owned(deps, (c, { customer }) =>
      c.html(<AccountHomePage site={c.var.site} customer={customer} said={takeSaid(c, deps)} />),
    ),
  );
  app.get(
    '/activity',
    owned(deps, async (c, { customer }) =>
      c.html(
        <ActivityPage
          site={c.var.site}
          zone={customer.zone}
          activity={await listCustomerActivity(deps, customer.id, MAX_ACTIVITY)}
        />,
      ),
    ),
  );
  app.post(
    '/sign-out',
    owned(deps, async (c, { customer, session }) => {
      const whence = { ...whenceOf(c, deps), current: session.id };
      await endSession(contextOf(deps, customer.id), deps.clock, {
        customerId: customer.id,
        sessionId: session.id,
        whence,
      });
      dropSessionCookie(c, deps);
      return done(c, deps, 'signIn.out', '/sign-in');
    }),
  );
  detailsRoutes(app, deps);
  securityRoutes(app, deps);
  authenticatorRoutes(app, deps);
  householdRoutes(app, deps);
  deletionRoutes(app, deps);
  passkeyRoutes(app, deps);
  return app;
}
