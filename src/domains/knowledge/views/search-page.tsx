import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { LOCALE_NAMES } from '#lib/locales.ts';
import type { HitGroup } from '#search/index.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Highlight } from '#ui/components/highlight.tsx';
import { Page } from '#ui/components/page.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { ResultGroups } from '#ui/components/results.tsx';
import type { HelpCentre } from '../help-centre.ts';
import { type FoundPage, RESULTS_PER_PAGE, type SearchFound } from '../search-help.ts';
import { TopicTiles } from './lists.tsx';
import { NextStep } from './next-step.tsx';
import { SiteSearch } from './site-search.tsx';

/** Groups stand in the order of their best hit: a code that was asked for comes first, one that is merely mentioned does not. */
const groupsOf = (found: SearchFound): HitGroup[] => [...new Set(found.pages.map((hit) => hit.group))];

interface SearchPageProps {
  readonly site: Site;
  readonly centre: HelpCentre;
  readonly q: string;
  readonly page: number;
  /** Null when nothing was asked yet. */
  readonly found: SearchFound | null;
}

const Correction = ({ site, q, found }: { readonly site: Site; readonly q: string; readonly found: SearchFound }) => {
  const { t } = site.reader;
  const { correction } = found;
  if (!correction) return null;
  return correction.isApplied ? (
    <p>
      {t('search.shownFor')}{' '}
      <strong>
        <Highlight text={correction.text} ranges={correction.marks} />
      </strong>
      . <a href={`${site.urls.search(q)}&verbatim=yes`}>{t('search.insteadFor', { q })}</a>
    </p>
  ) : (
    <p>
      {t('search.didYouMean')}{' '}
      <a href={site.urls.search(correction.text)}>
        <Highlight text={correction.text} ranges={correction.marks} />
      </a>
      ?
    </p>
  );
};

const row = (site: Site, hit: FoundPage) => ({
  href: hit.url,
  title: <Highlight text={hit.title.text} ranges={hit.title.marks} />,
  snippet: hit.snippet.text === '' ? undefined : <Highlight text={hit.snippet.text} ranges={hit.snippet.marks} />,
  badge: hit.code,
  meta: hit.isFallback
    ? site.reader.t('search.inLanguage', { language: LOCALE_NAMES[hit.locale] })
    : hit.group === 'article'
      ? site.reader.t(`type.${hit.kind}`)
      : undefined,
  ...(hit.isFallback ? { lang: hit.locale } : {}),
});

const Results = ({
  site,
  q,
  page,
  found,
}: Omit<SearchPageProps, 'centre' | 'found'> & { readonly found: SearchFound }) => {
  const { t } = site.reader;
  const link = (to: number, label: string) => ({ href: `${site.urls.search(q)}&page=${to}`, label });
  const last = Math.ceil(found.total / RESULTS_PER_PAGE);
  return (
    <>
      <p class="soft" role="status">
        {t('search.count', { count: found.total })}
      </p>
      <ResultGroups
        groups={groupsOf(found).map((kind) => ({
          kind,
          title: `${t(`search.group.${kind}`)} (${found.groups[kind]})`,
          results: found.pages.filter((hit) => hit.group === kind).map((hit) => row(site, hit)),
        }))}
      />
      {last > 1 ? (
        <Pagination
          label={t('page.pagination')}
          previous={page > 1 ? link(page - 1, t('page.previous')) : undefined}
          next={page < last ? link(page + 1, t('page.next')) : undefined}
        />
      ) : null}
    </>
  );
};

/** The results page: an address that can be shared, and a way on when nothing was found. */
export const SearchPage = ({ site, centre, q, page, found }: SearchPageProps) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={q === '' ? t('search.title') : t('search.titleFor', { q })} noindex>
      <Page>
        <PageHead title={q === '' ? t('search.title') : t('search.titleFor', { q })} />
        <SiteSearch site={site} value={q} />
        {found ? <Correction site={site} q={q} found={found} /> : null}
        {found && found.total > 0 ? <Results site={site} q={q} page={page} found={found} /> : null}
        {found && found.total === 0 ? (
          <EmptyState
            icon="search"
            title={t('search.noneTitle', { q })}
            text={t('search.noneText', { brand: inReader(site, site.brand.helpName) })}
          >
            <LinkButton href={`${site.urls.contact}?${new URLSearchParams({ q }).toString()}`} icon="chat">
              {t('next.contact')}
            </LinkButton>
          </EmptyState>
        ) : null}
        {found === null || found.total === 0 ? <TopicTiles site={site} centre={centre} level={2} /> : null}
        <NextStep site={site} q={q} />
      </Page>
    </SitePage>
  );
};
