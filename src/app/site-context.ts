import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { type Brand, inReader, type Shelf, type Site, type SiteEnv, siteUrls } from '#domains/brands/index.ts';
import { hrefOf } from '#domains/knowledge/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { isLoopback } from '#platform/config.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { secureHeaders } from '#platform/http/security-headers.ts';
import { readerFor } from '#ui/reader.ts';
import type { Services } from './services.ts';

/** The host a request names, lower case, without its port. */
export const hostOf = (c: HonoContext): string => (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');

/** The scheme and host links to this brand start with. */
export function originOf(services: Services, brand: Brand): string {
  const url = new URL(services.config.publicUrl);
  return brand.domain === undefined
    ? url.origin
    : `${url.protocol}//${brand.domain}${url.port === '' ? '' : `:${url.port}`}`;
}

function navOf(services: Services, site: Omit<Site, 'nav' | 'footer'>): Pick<Site, 'nav' | 'footer'> {
  const { urls, reader, brand } = site;
  const { t } = reader;
  const centre = services.centres.of(brand.id);
  const has = (shelf: Shelf): boolean => centre?.has(shelf, reader.locale) ?? false;
  const nav = [
    { href: `${urls.home}topics`, label: t('nav.topics') },
    ...(has('codes') ? [{ href: urls.errors, label: t('nav.errors') }] : []),
    ...(has('devices') ? [{ href: urls.devices, label: t('nav.devices') }] : []),
    ...(brand.kind === 'listed' ? [{ href: urls.claim, label: t('claim.nav') }] : []),
    { href: urls.policy, label: t('nav.policy') },
    ...(brand.kind === 'operated' ? [{ href: `${urls.home}account`, label: t('account.nav') }] : []),
    { href: urls.contact, label: brand.kind === 'listed' ? t('contact.title') : t('nav.contact') },
  ];
  const legal = [brand.legal.privacy, brand.legal.terms].flatMap((slug) => {
    const listed = slug === undefined ? null : centre?.find('articles', slug, reader.locale);
    return centre && listed ? [{ href: centre.url(listed, urls), label: listed.title }] : [];
  });
  const doors = brand.doors.map((door) => ({
    title: inReader(site as Site, door.title),
    links: door.links.flatMap((link) => {
      const href = centre ? hrefOf(site, centre, link.to) : null;
      return href === null ? [] : [{ href, label: inReader(site as Site, link.label) }];
    }),
  }));
  const help = [
    ...nav,
    ...(has('devices') ? [{ href: urls.supported, label: t('supported.title') }] : []),
    { href: urls.suggest, label: t('nav.suggest') },
    { href: urls.base === '' ? services.config.publicUrl : '/', label: t('nav.allBrands') },
  ];
  return {
    nav,
    footer: [
      ...doors,
      { title: t('nav.help'), links: help },
      { title: t('nav.legal'), links: [...legal, { href: urls.legal, label: t('legal.title') }] },
    ],
  };
}

/** Puts the brand, the reader and the addresses of `/{brand}/{locale}/…` before the routes below it. */
export function siteContext(
  services: Services,
  brand: Brand,
  locale: Locale,
  onOwnDomain: boolean,
  path: string,
): Site {
  const base = {
    brand,
    reader: readerFor(locale),
    urls: siteUrls(brand.id, locale, onOwnDomain),
    path,
    origin: originOf(services, brand),
    assets: services.assets.urls,
    isDemo: services.isDemo,
    now: services.clock.business(),
  };
  return { ...base, ...navOf(services, base) };
}

/** The path as it was asked for: on a brand's own domain without the brand, which is put in front inside. */
function outerPath(c: HonoContext<SiteEnv>): string {
  const { brand, urls } = c.var.site;
  const { pathname } = new URL(c.req.url);
  return urls.base === '' ? pathname.slice(brand.id.length + 1) : pathname;
}

/** Only addresses we give out are kept, so that invented hosts and spellings cannot push the real ones out. */
function isOurAddress(services: Services, c: HonoContext<SiteEnv>): boolean {
  const host = hostOf(c);
  const ours = host === new URL(services.config.publicUrl).hostname || host === c.var.site.brand.domain;
  return (ours || isLoopback(host)) && !c.req.url.includes('%');
}

/** Keeps whole pages that a route marked as the same for everybody. */
export function keepPages(services: Services): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const group = c.var.site.brand.id;
    const generation = services.pages.generation(group);
    await next();
    if (c.req.method !== 'GET' || c.res.status !== 200) return;
    const tag = c.get('cacheTag');
    if (tag !== undefined) services.views.count(tag);
    if (!c.get('cacheable') || !isOurAddress(services, c)) return;
    const html = await c.res.clone().text();
    const headers = Object.fromEntries([...c.res.headers].filter(([name]) => name === 'content-type'));
    services.pages.put(
      PageCache.key(c.req.header('host'), outerPath(c)),
      {
        group,
        ...(tag === undefined ? {} : { tag }),
        html,
        headers: { ...headers, ...secureHeaders(services.config.publicUrl.startsWith('https:')) },
      },
      generation,
    );
    c.res.headers.set('cache-control', 'public, max-age=0, must-revalidate');
  };
}

export function requireBrand(services: Services, id: string | undefined): Brand {
  const brand = id === undefined ? undefined : services.directory.find(id);
  if (!brand) throw notFound('the brand');
  return brand;
}
