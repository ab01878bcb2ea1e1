import { BrandChannel, type Channel, inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { type FoundPage, type Listed, SiteSearch } from '#domains/knowledge/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Grid } from '#ui/components/card.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { RelatedList } from '#ui/components/related-list.tsx';

interface ContactPageProps {
  readonly site: Site;
  readonly channels: readonly Channel[];
  /** The page or search the reader comes from. */
  readonly about: Listed | null;
  readonly q: string;
  readonly suggestions: readonly FoundPage[];
}

/** The ways to reach people, the fastest first; what the reader was doing is kept in sight. */
export const ContactPage = ({ site, channels, about, q, suggestions }: ContactPageProps) => {
  const { t } = site.reader;
  const ranked = [...channels].sort(
    (a, b) =>
      Number(b.fastest ?? false) - Number(a.fastest ?? false) ||
      Number(a.partner ?? false) - Number(b.partner ?? false),
  );
  return (
    <SitePage
      site={site}
      title={t('contact.title')}
      description={t('contact.lead')}
      noindex={about !== null || q !== ''}
    >
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[{ href: site.urls.home, label: inReader(site, site.brand.helpName) }]}
          current={t('contact.title')}
        />
        <PageHead
          title={t('contact.title')}
          lead={
            site.brand.kind === 'listed' ? t('contact.leadListed', { company: site.brand.name }) : t('contact.lead')
          }
        />
        {about ? (
          <Notice title={t('contact.aboutTitle')}>{t('contact.aboutText', { title: about.title })}</Notice>
        ) : null}
        {q === '' ? null : <Notice title={t('contact.searchedTitle')}>{t('contact.searchedText', { q })}</Notice>}
        {channels.length === 0 ? (
          <EmptyState title={t('contact.noneTitle')} text={t('contact.noneText')} />
        ) : (
          <Grid>
            {ranked.map((channel) => (
              <BrandChannel site={site} channel={channel} />
            ))}
          </Grid>
        )}
        {suggestions.length > 0 ? (
          <RelatedList
            title={t('contact.meanwhile')}
            items={suggestions.map((hit) => ({ href: hit.url, label: hit.title.text }))}
          />
        ) : null}
        <Section title={t('contact.orSearch')}>
          <SiteSearch site={site} value={q === '' ? undefined : q} />
        </Section>
      </Page>
    </SitePage>
  );
};
