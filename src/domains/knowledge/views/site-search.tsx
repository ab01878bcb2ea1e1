import type { Site } from '#domains/brands/index.ts';
import { SearchField } from '#ui/components/search-field.tsx';

/** The brand's search field, with suggestions while typing where scripts run. */
export const SiteSearch = ({
  site,
  size,
  value,
  examples,
}: {
  readonly site: Site;
  readonly size?: 'hero' | 'bar';
  readonly value?: string | undefined;
  readonly examples?: readonly string[] | undefined;
}) => {
  const { t, locale } = site.reader;
  return (
    <SearchField
      action={site.urls.search()}
      label={t('search.label')}
      button={t('search.button')}
      placeholder={t('search.placeholder')}
      value={value}
      size={size}
      examples={
        examples
          ? { label: t('search.examples'), items: examples.map((q) => ({ href: site.urls.search(q), label: q })) }
          : undefined
      }
      data={{
        'data-island': 'search',
        'data-source': `${site.urls.api}/search?locale=${locale}&typing=yes&limit=7`,
        'data-none': t('search.noneYet'),
        'data-count': t('search.suggestions'),
        'data-base': site.urls.base,
      }}
    />
  );
};
