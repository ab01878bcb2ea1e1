import type { Child } from 'hono/jsx';
import { type AssetUrls, type Brand, themeHref } from '#domains/brands/index.ts';
import { LOCALE_NAMES, LOCALES, type Localized, localized } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { DeskNavGroup } from '#ui/components/desk.tsx';
import type { IconName } from '#ui/components/icons.tsx';
import { Page } from '#ui/components/page.tsx';
import { DeskLayout } from '#ui/layouts/desk-layout.tsx';
import type { MessageKey, Reader } from '#ui/reader.ts';
import type { Staff } from './staff.ts';

/** One entry of the desk's navigation; `path` is what follows `/desk/{brand}`. */
export interface DeskPlace {
  readonly path: string;
  readonly label: MessageKey;
  readonly icon: IconName;
  readonly count?: number | undefined;
}

/** Everything a desk page needs to know about where it stands and who is working. */
export interface Desk {
  readonly staff: Staff;
  readonly reader: Reader;
  readonly brand: Brand;
  readonly brands: readonly Brand[];
  readonly places: readonly DeskPlace[];
  readonly assets: AssetUrls;
  readonly isDemo: boolean;
  readonly now: Temporal.Instant;
  /** `/desk/{brand}` */
  readonly base: string;
  readonly path: string;
}

export interface DeskEnv {
  Variables: { desk: Desk; ctx: Context };
}

interface DeskPageProps {
  readonly desk: Desk;
  readonly title: string;
  readonly full?: boolean;
  readonly children: Child;
}

const navOf = ({ places, base, path, brands, brand, reader }: Desk): DeskNavGroup[] => [
  {
    title: brand.name,
    items: places.map((place) => ({
      href: base + place.path,
      label: reader.t(place.label),
      icon: place.icon,
      current: path === base + place.path || (place.path !== '' && path.startsWith(`${base}${place.path}/`)),
      count: place.count ? reader.number(place.count) : undefined,
    })),
  },
  ...(brands.length > 1
    ? [
        {
          title: reader.t('desk.brands'),
          items: brands.map((other) => ({
            href: `/desk/${other.id}`,
            label: other.name,
            icon: 'document' as const,
            current: false,
          })),
        },
      ]
    : []),
];

/** A page of the desk: the frame every domain's console pages stand in. */
export const DeskPage = ({ desk, title, full, children }: DeskPageProps) => {
  const { t, locale } = desk.reader;
  return (
    <DeskLayout
      locale={locale}
      title={`${title} · ${t('desk.name')}`}
      noindex
      stylesheets={[desk.assets.siteCss, desk.assets.deskCss, themeHref(`/${desk.brand.id}`, desk.brand)]}
      scripts={[desk.assets.deskIsland]}
      name={t('desk.name')}
      mark={desk.brand.mark}
      home={desk.base}
      nav={navOf(desk)}
      languages={LOCALES.map((lang) => ({
        lang,
        label: LOCALE_NAMES[lang],
        href: `/desk/language/${lang}?back=${encodeURIComponent(desk.path)}`,
        current: lang === locale,
      }))}
      user={{ name: desk.staff.name }}
      signOut={{ action: '/desk/sign-out' }}
      banner={desk.isDemo ? { label: t('demo.label'), text: t('demo.banner') } : undefined}
      full={full}
      labels={{
        skip: t('page.skip'),
        menu: t('page.menu'),
        deskNav: t('desk.nav'),
        language: t('page.language'),
        signedInAs: t('desk.signedInAs'),
        signOut: t('desk.signOut'),
      }}
    >
      <Page>{children}</Page>
    </DeskLayout>
  );
};

/** A text of the brand in the language of the person at the desk. */
export const inLocaleOf = (desk: Desk, text: Localized): string =>
  localized(text, desk.reader.locale, desk.brand.defaultLocale);
