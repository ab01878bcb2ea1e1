import type { Brand } from '#domains/brands/index.ts';
import { LOCALE_NAMES, LOCALES, type Locale, localized } from '#lib/locales.ts';
import { Card, Grid } from '#ui/components/card.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { LanguageSwitch } from '#ui/components/language-switch.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Services } from './services.ts';

const localeFor = (brand: Brand, locale: Locale): Locale =>
  brand.locales.includes(locale) ? locale : brand.defaultLocale;

const BrandCards = ({ brands, reader }: { readonly brands: readonly Brand[]; readonly reader: Reader }) => (
  <Grid>
    {brands.map((brand) => {
      const locale = localeFor(brand, reader.locale);
      return (
        <Card
          title={localized(brand.helpName, locale, brand.defaultLocale)}
          href={`/${brand.id}/${locale}/`}
          text={localized(brand.about, locale, brand.defaultLocale)}
          meta={brand.verified ? reader.t('legal.verified', { date: reader.date(brand.verified) }) : undefined}
        />
      );
    })}
  </Grid>
);

/** The front door of a deployment: its own services, and the companies it helps people with. */
export const DirectoryPage = ({ services, reader }: { readonly services: Services; readonly reader: Reader }) => {
  const { t } = reader;
  const brands = services.directory.all();
  const kinds = (['operated', 'listed'] as const).map((kind) => ({
    kind,
    brands: brands.filter((brand) => brand.kind === kind),
  }));
  return (
    <PlainLayout
      locale={reader.locale}
      title={t('directory.title')}
      description={t('directory.lead')}
      stylesheets={[services.assets.urls.siteCss]}
      skip={t('page.skip')}
      name="Recourse"
      home="/"
      banner={
        services.isDemo
          ? { label: t('demo.label'), text: t('demo.banner'), action: { href: '/desk', label: t('demo.desk') } }
          : undefined
      }
      actions={
        <LanguageSwitch
          label={t('page.language')}
          items={LOCALES.map((lang) => ({
            lang,
            label: LOCALE_NAMES[lang],
            href: `/?locale=${lang}`,
            current: lang === reader.locale,
          }))}
        />
      }
    >
      <Page>
        <PageHead title={t('directory.title')} lead={t('directory.lead')} />
        {kinds
          .filter((group) => group.brands.length > 0)
          .map((group) => (
            <Section title={t(`directory.${group.kind}`)}>
              {group.kind === 'listed' ? <p class="soft">{t('directory.listedNote')}</p> : null}
              <BrandCards brands={group.brands} reader={reader} />
            </Section>
          ))}
      </Page>
    </PlainLayout>
  );
};
