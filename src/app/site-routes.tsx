import { Hono, type Context as HonoContext } from 'hono';
import { type Brand, listChannels, type Site, type SiteEnv, siteUrls } from '#domains/brands/index.ts';
import { claimRoutes } from '#domains/claims/index.ts';
import {
  aboutOf,
  cleanQuery,
  type FoundPage,
  type HelpCentre,
  knowledgeRoutes,
  searchHelp,
} from '#domains/knowledge/index.ts';
import { policyRoutes } from '#domains/policies/index.ts';
import { notFound } from '#lib/faults.ts';
import { isLocale, negotiateLocale } from '#lib/locales.ts';
import type { Pool } from '#platform/database/database.ts';
import { securePictureHeaders } from '#platform/http/security-headers.ts';
import { Unavailable } from '#platform/unavailable.ts';
import { accountsOf } from './accounts.ts';
import { ContactPage } from './contact-page.tsx';
import { CLAIM_FORMS_PER_WINDOW, formGuard, searchCounting } from './form-guard.ts';
import { HomePage } from './home-page.tsx';
import { LegalPage } from './legal-page.tsx';
import type { Services } from './services.ts';
import { hostOf, keepPages, requireBrand, siteContext } from './site-context.ts';
import { themeStylesheet } from './theme-stylesheet.ts';

const MAX_SUGGESTIONS = 4;
const PICTURE_SECONDS = 31_536_000;

function showHome(c: HonoContext<SiteEnv>, services: Services): Response | Promise<Response> {
  c.set('cacheable', new URL(c.req.url).search === '');
  const centre = services.centres.of(c.var.site.brand.id);
  if (!centre) throw notFound('the help centre');
  return c.html(<HomePage site={c.var.site} centre={centre} />);
}

/** Pages that may help before somebody writes; none when the search cannot answer now, which keeps nobody from writing. */
async function suggestionsFor(centre: HelpCentre, site: Site, text: string): Promise<readonly FoundPage[]> {
  if (text === '') return [];
  try {
    const asked = { text, locale: site.reader.locale, limit: MAX_SUGGESTIONS + 1 };
    return (await searchHelp(centre, site.urls, asked)).pages;
  } catch (error) {
    if (error instanceof Unavailable) return [];
    throw error;
  }
}

/** Pages below `/{brand}/{locale}/`; the site is in the context already. */
function localeRoutes(services: Services, pool: Pool): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(keepPages(services));
  app.get('/legal', (c) => {
    c.set('cacheable', true);
    return c.html(<LegalPage site={c.var.site} />);
  });
  app.get('/contact', async (c) => {
    const { site } = c.var;
    const centre = services.centres.of(site.brand.id);
    if (!centre) throw notFound('the help centre');
    const q = cleanQuery(c.req.query('q'));
    const about = aboutOf(centre, c.req.query('about'), site.reader.locale);
    const text = q === '' ? (about?.title ?? '') : q;
    const suggestions = (await suggestionsFor(centre, site, text))
      .filter((hit) => hit.id !== about?.article.id)
      .slice(0, MAX_SUGGESTIONS);
    c.set('cacheable', new URL(c.req.url).search === '');
    return c.html(
      <ContactPage
        site={site}
        channels={await listChannels(services, site.brand.id)}
        about={about}
        q={q}
        suggestions={suggestions}
      />,
    );
  });
  app.route('/account', accountsOf(services, pool));
  app.route('/', policyRoutes(services));
  app.route(
    '/claim',
    claimRoutes({
      ...services,
      guardStart: formGuard(services),
      guardForm: formGuard(services, CLAIM_FORMS_PER_WINDOW),
    }),
  );
  app.route(
    '/',
    knowledgeRoutes({ ...services, guardForm: formGuard(services), countsSearch: searchCounting(services) }),
  );
  return app;
}

/** Everything of one brand: `/{brand}` with the brand in the path, or the whole host on the brand's own domain. */
export function brandRoutes(services: Services, pool: Pool): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const pages = localeRoutes(services, pool);
  const brandOf = (c: { req: { param(name: string): string | undefined } }): Brand =>
    requireBrand(services, c.req.param('brand'));

  app.get('/:brand', (c) => c.redirect(`/${brandOf(c).id}/`, 301));
  app.get('/:brand/', (c) => {
    const brand = brandOf(c);
    const locale = negotiateLocale(c.req.header('accept-language'), brand.locales, brand.defaultLocale);
    c.header('Vary', 'Accept-Language');
    return c.redirect(siteUrls(brand.id, locale, brand.domain === hostOf(c)).home, 302);
  });
  app.get('/:brand/theme.css', (c) =>
    c.body(themeStylesheet(brandOf(c)), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
    }),
  );
  app.get('/:brand/mark.svg', (c) =>
    c.body(brandOf(c).mark, 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=300',
      ...securePictureHeaders,
    }),
  );
  app.get('/:brand/pictures/:name', async (c) => {
    const picture = services.centres.of(brandOf(c).id)?.picture(c.req.param('name'));
    const bytes = picture ? await services.files.find(picture.contentHash) : null;
    if (!picture || !bytes) throw notFound('the picture');
    const fresh = c.req.query('v') === undefined ? 300 : PICTURE_SECONDS;
    return c.body(Buffer.from(bytes), 200, {
      'content-type': picture.mediaType === 'image/svg+xml' ? 'image/svg+xml; charset=utf-8' : picture.mediaType,
      'cache-control': `public, max-age=${fresh}`,
      ...securePictureHeaders,
    });
  });
  app.get('/:brand/:locale', (c) => {
    const brand = brandOf(c);
    if (!isLocale(c.req.param('locale'))) throw notFound('the page');
    return c.redirect(
      `${siteUrls(brand.id, brand.defaultLocale, brand.domain === hostOf(c)).base}/${c.req.param('locale')}/`,
      301,
    );
  });
  app.use('/:brand/:locale/*', async (c, next) => {
    const brand = requireBrand(services, c.req.param('brand'));
    const locale = c.req.param('locale');
    if (!isLocale(locale) || !brand.locales.includes(locale)) throw notFound('the page in this language');
    const prefix = `/${brand.id}/${locale}/`;
    c.set('site', siteContext(services, brand, locale, brand.domain === hostOf(c), c.req.path.slice(prefix.length)));
    c.set('by', { kind: 'visitor' });
    await next();
  });
  app.get('/:brand/:locale/', keepPages(services), (c) => showHome(c, services));
  app.route('/:brand/:locale', pages);
  return app;
}
