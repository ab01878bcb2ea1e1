import { Hono, type Context as HonoContext } from 'hono';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
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
import { notFound, tooMany } from '#lib/faults.ts';
import type { Pool } from '#platform/database/database.ts';
import { sendMail } from '#platform/mail.ts';
import { readerFor } from '#ui/reader.ts';
import { BRAND_PLACES, brandDeskRoutes } from './brand-desk-routes.tsx';
import { FirstBrandPage, firstBrandRoutes } from './first-brand.tsx';
import { callerNetwork } from './form-guard.ts';
import { GalleryPage } from './gallery-page.tsx';
import type { Services } from './services.ts';
import { requireBrand } from './site-context.ts';

const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 60;
const WINDOW_SECONDS = 900;

/**
 * Limits sign-in attempts in the database, so that every node counts together: per address, and per account and
 * address, so that a stranger guessing cannot lock the owner out.
 */
function signInGuard(services: Services, pool: Pool): (c: HonoContext, account: string) => Promise<void> {
  const options = {
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    duration: WINDOW_SECONDS,
  } as const;
  const perAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'sign-in-address', points: TRIES_PER_ADDRESS });
  const perAccount = new RateLimiterPostgres({ ...options, keyPrefix: 'sign-in-account', points: TRIES_PER_ACCOUNT });
  return async (c, account) => {
    const address = callerNetwork(c, services.config.trustedProxies);
    try {
      await perAddress.consume(address);
      await perAccount.consume(`${address} ${account.slice(0, 150)}`);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
}

function deskOf(services: Services, staff: Staff, brand: Brand, path: string): Desk {
  return {
    staff,
    reader: readerFor(staff.locale),
    brand,
    brands: services.directory.all().filter((other) => canReadBrandDesk(staff, other.id)),
    places: [...KNOWLEDGE_PLACES, ...BRAND_PLACES],
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
      guardSignIn: signInGuard(services, pool),
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
