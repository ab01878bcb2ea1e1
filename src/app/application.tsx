import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { csrf } from 'hono/csrf';
import type { SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import { isLocale, LOCALES, type Locale, negotiateLocale } from '#lib/locales.ts';
import type { Pool } from '#platform/database/database.ts';
import { serveAssets } from '#platform/http/assets.ts';
import { chooseEncoding, encode } from '#platform/http/encoding.ts';
import { type Failure, failureJson, failureOf } from '#platform/http/failures.ts';
import { withSecureHeaders } from '#platform/http/security-headers.ts';
import { readerFor } from '#ui/reader.ts';
import { apiRoutes, openApiInfo } from './api.ts';
import { deskRoutes } from './desk-routes.tsx';
import { DirectoryPage } from './directory-page.tsx';
import { FailurePage } from './failure-page.tsx';
import { operationsRoutes } from './operations.ts';
import type { Services } from './services.ts';
import { brandRoutes } from './site-routes.tsx';
import { sitemapRoutes } from './sitemap.ts';

const MAX_PATH = 2000;
/** The sign in the browser's tab where no brand's mark stands: a way back. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><path d="M5 14a9 9 0 1 1 2.7 6.4M5 23v-5h5" fill="none" stroke="#14574f" stroke-width="3" stroke-linecap="round"/></svg>';
const COMPRESSED = /^(?:text\/|application\/json|image\/svg)/;

const preferredLocale = (c: HonoContext): Locale => {
  const wished = c.req.query('locale');
  if (isLocale(wished)) return wished;
  const fromPath = c.req.path.split('/').find((part) => isLocale(part));
  return isLocale(fromPath) ? fromPath : negotiateLocale(c.req.header('accept-language'), LOCALES, 'en');
};

/** Behind a proxy that speaks https we are asked over http, so schemes differ; the host has to be the same. */
const isSameHost = (origin: string, host: string | undefined): boolean => {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};

const wantsJson = (c: HonoContext): boolean =>
  c.req.path.startsWith('/api/') ||
  c.req.path === '/openapi.json' ||
  (c.req.header('accept') ?? '').startsWith('application/json');

/** The server hands us something that only looks like a request; where its body is read anew it has to be one. */
function standardRequest(url: URL, { method, headers, body }: Request): Request {
  const init: RequestInit & { readonly duplex: 'half' } = { method, headers, body, duplex: 'half' };
  return new Request(url, init);
}

/** On a brand's own domain the path starts at the locale; inside, every path starts at the brand. */
function innerRequest(services: Services, request: Request): Request {
  const url = new URL(request.url);
  const isMainHost = url.hostname === new URL(services.config.publicUrl).hostname;
  const brand = isMainHost ? undefined : services.directory.findByDomain(url.hostname);
  const shared =
    /^\/(?:assets|api|desk|setup|healthz|readyz|metrics|openapi\.json|favicon\.ico|robots\.txt|sitemap\.xml)(?:\/|$)/;
  // The desk is the same on every host and names the brand in each address.
  const isWhole = brand !== undefined && url.pathname.startsWith(`/${brand.id}/`);
  // Whoever limits a body of unknown length reads it anew, and needs a real request for that.
  const isMeasured = ['GET', 'HEAD'].includes(request.method) || request.headers.has('content-length');
  if (!brand || isWhole || shared.test(url.pathname)) return isMeasured ? request : standardRequest(url, request);
  url.pathname = `/${brand.id}${url.pathname}`;
  return standardRequest(url, request);
}

/** The address of a claim is its key, and so is that of a mailed link: the log has them without. */
const loggedPath = (path: string): string =>
  path.replace(/(\/(?:claim|account\/(?:sign-up|sign-in|recovery|email|email-undo))\/)[^/]+/, '$1…');

async function answerFailure(services: Services, c: HonoContext<SiteEnv>, error: unknown): Promise<Response> {
  const failure: Failure = failureOf(error);
  const reference = randomUUID().slice(0, 13);
  if (failure.status >= 500)
    services.log.error({ err: error, reference, path: loggedPath(c.req.path) }, 'a request failed');
  if (failure.retryAfterSeconds !== undefined) c.header('Retry-After', String(failure.retryAfterSeconds));
  c.header('Cache-Control', 'no-store');
  if (wantsJson(c)) return c.json(failureJson(failure, reference), failure.status);
  const reader = c.get('site')?.reader ?? readerFor(preferredLocale(c));
  const page = (
    <FailurePage
      failure={failure}
      reference={reference}
      reader={reader}
      stylesheet={services.assets.urls.siteCss}
      site={c.get('site')}
    />
  );
  return c.html(page, failure.status);
}

/** Puts every route together. The result answers requests; it starts nothing. */
export function createApplication(
  services: Services,
  pool: Pool,
): { fetch: (request: Request, env?: object) => Promise<Response> } {
  const app = new Hono<SiteEnv>();
  const https = services.config.publicUrl.startsWith('https:');
  app.use(withSecureHeaders(https));
  app.use(async (c, next) => {
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    if (!COMPRESSED.test(type) || c.res.headers.has('content-encoding') || c.res.body === null) return;
    const wanted = chooseEncoding(c.req.header('accept-encoding'));
    const { bytes, encoding } = await encode(new Uint8Array(await c.res.arrayBuffer()), wanted);
    const headers = new Headers(c.res.headers);
    headers.append('vary', 'Accept-Encoding');
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    headers.set('content-length', String(bytes.byteLength));
    c.res = new Response(Buffer.from(bytes), { status: c.res.status, headers });
  });
  app.use(csrf({ origin: (origin, c) => isSameHost(origin, c.req.header('host')) }));
  // PostgreSQL takes no NUL, and nothing here has one in its name.
  app.use(async (c, next) => (c.req.path.length > MAX_PATH || c.req.path.includes('\0') ? c.notFound() : next()));
  app.use('/assets/*', serveAssets(services.assets.files));
  app.get('/favicon.ico', (c) =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  app.route('/', operationsRoutes(services));
  app.route('/', sitemapRoutes(services));
  const api = apiRoutes(services);
  app.route('/api/v1', api);
  app.get('/openapi.json', (c) => c.json(api.getOpenAPI31Document({ ...openApiInfo, servers: [{ url: '/api/v1' }] })));
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language');
    return c.html(<DirectoryPage services={services} reader={readerFor(preferredLocale(c))} />);
  });
  app.route('/', deskRoutes(services, pool) as unknown as Hono<SiteEnv>);
  app.route('/', brandRoutes(services, pool));
  app.notFound((c) => answerFailure(services, c, notFound('the page')));
  app.onError((error, c) => answerFailure(services, c, error));
  return { fetch: async (request, env) => app.fetch(innerRequest(services, request), env) };
}
