import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { askDeletion, GRACE_DAYS } from './delete-account.ts';
import { type AccountDeps, accountSite, contextOf, dropSessionCookie, whenceOf } from './request.ts';
import { done, owned } from './signed-in.ts';
import { DeletionPage } from './views/deletion-page.tsx';

/** What we know, to take along; and leaving for good. */
export function deletionRoutes(app: Hono<SiteEnv>, deps: AccountDeps): void {
  app.post(
    '/data',
    owned(deps, async (c, { customer }) => {
      const text = JSON.stringify(await deps.exportAll(customer.id), null, 2);
      return c.body(text, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${c.var.site.brand.id}-account.json"`,
      });
    }),
  );
  app.get(
    '/deletion',
    owned(deps, (c) => c.html(<DeletionPage site={c.var.site} days={GRACE_DAYS} />)),
  );
  app.post(
    '/deletion',
    owned(deps, async (c, { customer }) => {
      const input = { customer, whence: whenceOf(c, deps) };
      await askDeletion(contextOf(deps, customer.id), deps.clock, accountSite(c.var.site), input);
      dropSessionCookie(c, deps);
      return done(c, deps, 'deletion.asked', '/sign-in');
    }),
  );
}
