import { Hono, type Context as HonoContext } from 'hono';
import type { Brand } from '#domains/brands/index.ts';
import { KNOWLEDGE_PLACES, knowledgeDeskRoutes } from '#domains/knowledge/index.ts';
import {
  canAddBrand,
  canReadBrandDesk,
  canReadDesk,
  type Desk,
  type DeskEnv,
  must,
  peopleRoutes,
  readSession,
  type Staff,
} from '#domains/people/index.ts';
import { POLICY_PLACES } from '#domains/policies/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Pool } from '#platform/database/database.ts';
import { sendMail } from '#platform/mail.ts';
import { readerFor } from '#ui/reader.ts';
import { BRAND_PLACES, brandDeskRoutes } from './brand-desk-routes.tsx';
import { FirstBrandPage, firstBrandRoutes } from './first-brand.tsx';
import { GalleryPage } from './gallery-page.tsx';
import { mailboxRoutes } from './mailbox.tsx';
import { policyDesk } from './policy-desk.ts';
import { guardOf, LIMITS } from './rate-limits.ts';
import type { Services } from './services.ts';
import { requireBrand } from './site-context.ts';

function deskOf(services: Services, staff: Staff, brand: Brand, path: string): Desk {
  return {
    staff,
    reader: readerFor(staff.locale),
    brand,
    brands: services.directory.all().filter((other) => canReadBrandDesk(staff, other.id)),
    places: [...KNOWLEDGE_PLACES, ...POLICY_PLACES, ...BRAND_PLACES],
    assets: services.assets.urls,
    isDemo: services.isDemo,
    now: services.clock.business(),
    base: `/desk/${brand.id}`,
    path,
  };
}

/** The staff's side: signing in and, behind it, every domain's console pages. */
export function deskRoutes(services: Services, pool: Pool): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const https = services.config.publicUrl.startsWith('https:');
  const session = { db: services.db, clock: services.clock, https };
  app.use('/desk', noStore);
  app.use('/desk/*', noStore);
  app.route(
    '/',
    peopleRoutes({
      ...session,
      assets: services.assets,
      isDemo: services.isDemo,
      guardSignIn: guardOf(services, pool, LIMITS.staffSignIn),
      testMail: (to) => testMail(services, to),
    }),
  );

  const signedIn = async (c: HonoContext): Promise<Staff | Response> => {
    const staff = await readSession(c, session);
    if (!staff)
      return c.redirect(`/desk/sign-in?next=${encodeURIComponent(c.req.method === 'GET' ? c.req.path : '/desk')}`, 303);
    must(canReadDesk(staff));
    return staff;
  };
  app.get('/desk', async (c) => {
    const staff = await signedIn(c);
    if (staff instanceof Response) return staff;
    const [first] = services.directory.all().filter((brand) => canReadBrandDesk(staff, brand.id));
    if (first) return c.redirect(`/desk/${first.id}`, 303);
    must(canAddBrand(staff));
    return c.html(<FirstBrandPage services={services} staff={staff} values={{}} problems={[]} />);
  });
  app.get('/desk/components', async (c) => {
    if (!services.config.development && !services.isDemo) throw notFound('the page');
    const staff = await signedIn(c);
    return staff instanceof Response ? staff : c.html(<GalleryPage services={services} staff={staff} />);
  });
  app.route('/', mailboxRoutes(services, signedIn));
  app.route('/', firstBrandRoutes(services, signedIn));
  const enter = async (c: HonoContext<DeskEnv>, next: () => Promise<void>): Promise<Response | undefined> => {
    const staff = await signedIn(c);
    if (staff instanceof Response) return staff;
    const brand = requireBrand(services, c.req.param('brand'));
    must(canReadBrandDesk(staff, brand.id));
    c.set('desk', deskOf(services, staff, brand, c.req.path));
    c.set('ctx', {
      db: services.db,
      by: { kind: 'staff', id: staff.id, name: staff.name },
      now: services.clock.business(),
    });
    await next();
    return undefined;
  };
  app.use('/desk/:brand', enter);
  app.use('/desk/:brand/*', enter);
  // Before the articles, whose addresses begin with the name of any shelf.
  app.route('/desk/:brand', policyDesk(services));
  app.route('/desk/:brand', knowledgeDeskRoutes(services));
  app.route('/desk/:brand', brandDeskRoutes(services));
  return app;
}

async function noStore(c: HonoContext, next: () => Promise<void>): Promise<void> {
  await next();
  c.res.headers.set('cache-control', 'no-store');
}

async function testMail(services: Services, to: string): Promise<{ sent: boolean; reason?: string }> {
  return sendMail(services.config, {
    to,
    subject: 'Recourse: mail works',
    text: 'This is the test message of your Recourse installation. Mail goes out.',
  });
}
