import { Hono } from 'hono';
import { siteUrls } from '#domains/brands/index.ts';
import type { Services } from './services.ts';
import { hostOf, originOf } from './site-context.ts';

const MAX_URLS = 45_000;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface SitemapEntry {
  readonly loc: string;
  readonly lastmod: string | undefined;
}

/** The addresses of every public page, in every language it exists in. */
function entries(services: Services, host: string): SitemapEntry[] {
  const own = services.directory.findByDomain(host);
  const brands = own ? [own] : services.directory.all();
  return brands.flatMap((brand) => {
    const centre = services.centres.of(brand.id);
    const origin = originOf(services, brand);
    return brand.locales.flatMap((locale) => {
      const urls = siteUrls(brand.id, locale, brand.domain === host);
      const listed = (centre?.all(locale) ?? []).filter((item) => !item.isFallback);
      return [
        { loc: origin + urls.home, lastmod: undefined },
        ...(brand.kind === 'listed' ? [{ loc: origin + urls.claim, lastmod: undefined }] : []),
        { loc: origin + urls.policy, lastmod: undefined },
        ...listed.map((item) => ({
          loc: origin + (centre?.url(item, urls) ?? ''),
          lastmod: item.article.meta.updated,
        })),
      ];
    });
  });
}

export function sitemapRoutes(services: Services): Hono {
  const app = new Hono();
  app.get('/sitemap.xml', (c) => {
    const rows = entries(services, hostOf(c)).slice(0, MAX_URLS);
    const body = rows
      .map(
        ({ loc, lastmod }) =>
          `<url><loc>${escapeXml(loc)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
      )
      .join('\n');
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    );
  });
  app.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nDisallow: /desk\nDisallow: /api/\nSitemap: ${services.config.publicUrl}/sitemap.xml\n`),
  );
  return app;
}
