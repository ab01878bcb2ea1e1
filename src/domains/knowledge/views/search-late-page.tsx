import { type Site, SitePage } from '#domains/brands/index.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Cluster, Page } from '#ui/components/page.tsx';
import { NextStep } from './next-step.tsx';
import { SiteSearch } from './site-search.tsx';

interface SearchLatePageProps {
  readonly site: Site;
  /** What was searched or asked; it stays in the field. */
  readonly q: string;
  /** The address to ask again. */
  readonly here: string;
}

/** The search cannot answer right now: what was typed is kept, and the rest of the help centre is open. */
export const SearchLatePage = ({ site, q, here }: SearchLatePageProps) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('search.lateTitle')} noindex>
      <Page>
        <PageHead title={q} />
        <SiteSearch site={site} value={q} />
        <EmptyState icon="search" title={t('search.lateTitle')} text={t('search.lateText')}>
          <Cluster>
            <LinkButton href={here}>{t('search.retry')}</LinkButton>
            <LinkButton href={`${site.urls.home}topics`} variant="plain">
              {t('nav.topics')}
            </LinkButton>
          </Cluster>
        </EmptyState>
        <NextStep site={site} q={q} />
      </Page>
    </SitePage>
  );
};
