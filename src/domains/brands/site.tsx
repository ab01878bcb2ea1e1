import type { Child } from 'hono/jsx';
import { sha256 } from '#lib/bytes.ts';
import { LOCALE_NAMES, type Locale, type Localized, localized } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import type { Actor } from '#platform/context.ts';
import { PublicLayout } from '#ui/layouts/public-layout.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Brand } from './brand.ts';
import type { SiteUrls } from './urls.ts';

export interface SiteNavItem {
  readonly href: string;
  readonly label: string;
}

/** Addresses of the built stylesheets and islands. */
export interface AssetUrls {
  readonly siteCss: string;
  readonly deskCss: string;
  readonly searchIsland: string;
  readonly accountIsland: string;
  readonly claimIsland: string;
  readonly deskIsland: string;
}

/** Everything a public page of one brand needs to know about where it stands and who reads it. */
export interface Site {
  readonly brand: Brand;
  readonly reader: Reader;
  readonly urls: SiteUrls;
  /** What follows `/{locale}/` in this page's address. */
  readonly path: string;
  /** The scheme and host people use for this brand, without a trailing slash. */
  readonly origin: string;
  readonly nav: readonly SiteNavItem[];
  readonly footer: readonly { readonly title: string; readonly links: readonly SiteNavItem[] }[];
  readonly assets: AssetUrls;
  /** A demo says so on every page. */
  readonly isDemo: boolean;
  readonly now: Temporal.Instant;
}

/** What routes below a brand find in their request context. */
export interface SiteEnv {
  Variables: { site: Site; by: Actor; cacheTag: string | undefined; cacheable: boolean };
}

export interface SitePageProps {
  readonly site: Site;
  readonly title: string;
  readonly description?: string | undefined;
  /** Languages this very page exists in; left out, all of the brand's. */
  readonly locales?: readonly Locale[] | undefined;
  readonly noindex?: boolean | undefined;
  /** Islands of this page beside the search. */
  readonly scripts?: readonly string[] | undefined;
  readonly children: Child;
}

/** The text in the reader's language, or in the brand's own. */
export const inReader = (site: Site, text: Localized): string =>
  localized(text, site.reader.locale, site.brand.defaultLocale);

/** Where a brand's colours are. The address changes with them, so that nobody goes on seeing the old ones. */
export const themeHref = (base: string, brand: Brand): string =>
  `${base}/theme.css?v=${sha256(JSON.stringify(brand.theme)).slice(0, 10)}`;

/** A whole public page: the brand's frame around what a route has to say. */
export const SitePage = ({ site, title, description, locales, noindex, scripts = [], children }: SitePageProps) => {
  const { brand, reader, urls, path, origin } = site;
  const { t, locale } = reader;
  const helpName = inReader(site, brand.helpName);
  const offered = locales ?? brand.locales;
  const alternates = offered.map((lang) => ({ lang: lang as string, href: origin + urls.inLocale(lang, path) }));
  const original = offered.includes(brand.defaultLocale)
    ? [{ lang: 'x-default', href: origin + urls.inLocale(brand.defaultLocale, path) }]
    : [];
  return (
    <PublicLayout
      locale={locale}
      dir={reader.dir}
      title={title === helpName ? helpName : `${title} · ${helpName}`}
      description={description}
      // The address of a page nobody is to list may be a key.
      canonical={
        noindex ? undefined : origin + urls.inLocale(offered.includes(locale) ? locale : brand.defaultLocale, path)
      }
      alternates={noindex ? [] : [...alternates, ...original]}
      noindex={noindex}
      icon={`${urls.base}/mark.svg`}
      stylesheets={[site.assets.siteCss, themeHref(urls.base, brand)]}
      scripts={[site.assets.searchIsland, ...scripts]}
      brand={{ name: brand.name, helpName, mark: brand.mark, home: urls.home }}
      nav={site.nav.map((item) => ({ ...item, current: item.href === urls.inLocale(locale, path) }))}
      languages={brand.locales.map((lang) => ({
        lang,
        label: LOCALE_NAMES[lang],
        href: urls.inLocale(lang, path),
        current: lang === locale,
      }))}
      footer={site.footer}
      footerNote={brand.disclaimer ? inReader(site, brand.disclaimer) : `${brand.company}`}
      banner={
        site.isDemo
          ? { label: t('demo.label'), text: t('demo.banner'), action: { href: '/desk', label: t('demo.desk') } }
          : undefined
      }
      labels={{
        skip: t('page.skip'),
        menu: t('page.menu'),
        mainNav: t('page.mainNav'),
        language: t('page.language'),
        footerNav: t('page.footerNav'),
      }}
    >
      {children}
    </PublicLayout>
  );
};
