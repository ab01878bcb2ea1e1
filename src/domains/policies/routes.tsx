import { Hono, type Context as HonoContext } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import { policyChanges } from './policy-changes.ts';
import { policyPage, versionPair } from './policy-page.ts';
import type { PolicyShelf, PolicyShelves } from './policy-shelves.ts';
import { PolicyChangesPage } from './views/diff-page.tsx';
import { PolicyPage } from './views/policy-page.tsx';

type C = HonoContext<SiteEnv>;

const MAX_KEY = 100;

function shelfFor(c: C, shelves: PolicyShelves): PolicyShelf {
  const shelf = shelves.of(c.var.site.brand.id);
  if (!shelf) throw notFound('the policy');
  return shelf;
}

/** What readers see of a brand's policies, mounted below `/{brand}/{locale}/`. */
export function policyRoutes({ shelves }: { readonly shelves: PolicyShelves }): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get('/policy', (c) => {
    const { site } = c.var;
    const wanted = c.req.query('version')?.slice(0, MAX_KEY);
    const page = policyPage(shelfFor(c, shelves), site.reader.locale, site.now, wanted);
    if (!page) throw notFound('the version');
    c.set('cacheable', new URL(c.req.url).search === '');
    return c.html(<PolicyPage site={site} page={page} />);
  });
  app.get('/policy/changes', (c) => {
    const { site } = c.var;
    const { own, laws } = shelfFor(c, shelves);
    const [id = '', from, to] = ['document', 'from', 'to'].map((name) => c.req.query(name)?.slice(0, MAX_KEY));
    const pair = versionPair([...own, ...laws], id, Number(from), Number(to));
    if (!pair) throw notFound('the versions');
    const changes = policyChanges(pair.before, pair.after, site.reader.locale);
    return c.html(<PolicyChangesPage site={site} {...pair} changes={changes} />);
  });
  return app;
}
