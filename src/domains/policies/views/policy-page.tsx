import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { LinkButton } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, WithAside } from '#ui/components/page.tsx';
import { Contents } from '#ui/components/related-list.tsx';
import { Table } from '#ui/components/table.tsx';
import type { PageDocument, PolicyPageModel, VersionEntry } from '../policy-page.ts';
import { PolicyDocumentView, placesOf, StandingTag } from './policy-document.tsx';

interface PolicyPageProps {
  readonly site: Site;
  readonly page: PolicyPageModel;
}

export const changesHref = (site: Site, documentId: string, from: number, to: number): string =>
  `${site.urls.policy}/changes?${new URLSearchParams({ document: documentId, from: String(from), to: String(to) }).toString()}`;

const Versions = ({ site, documents }: { readonly site: Site; readonly documents: readonly PageDocument[] }) => {
  const { t, date } = site.reader;
  const entries = [...new Map(documents.flatMap(({ versions }) => versions.map((each) => [each.key, each]))).values()];
  const titles = new Map(documents.map(({ plain }) => [plain.id, plain.title]));
  const compare = ({ documentId, number, before }: VersionEntry) =>
    before === null ? (
      '–'
    ) : (
      <a href={changesHref(site, documentId, before, number)}>{t('policy.compareWith', { number: before })}</a>
    );
  return (
    <section class="section" id="versions">
      <h2>{t('policy.versions')}</h2>
      <Table
        id="versions"
        caption={t('policy.versions')}
        hideCaption
        columns={[
          { label: t('policy.document') },
          { label: t('policy.since') },
          { label: t('policy.until') },
          { label: t('policy.changes') },
        ]}
        rows={entries.map((entry) => [
          <>
            <a href={`${site.urls.policy}?${new URLSearchParams({ version: entry.key }).toString()}`}>
              {titles.get(entry.documentId) ?? entry.documentId}, {t('policy.versionNumber', { number: entry.number })}
            </a>{' '}
            <StandingTag site={site} standing={entry.standing} />
          </>,
          date(entry.from),
          entry.until === null ? '–' : date(entry.until),
          compare(entry),
        ])}
      />
    </section>
  );
};

const Lead = ({ site }: { readonly site: Site }) => {
  const { t } = site.reader;
  const { brand } = site;
  return (
    <Notice title={brand.kind === 'listed' ? t('policy.ourReading') : undefined}>
      {brand.kind === 'listed' ? t('policy.ourReadingText', { brand: brand.name }) : t('policy.sameRules')}
    </Notice>
  );
};

/** The chapters of the brand's own documents, then the laws. */
function contentsOf({ site, page }: PolicyPageProps) {
  const { t } = site.reader;
  const chapters = page.documents.flatMap(({ plain }) =>
    plain.chapters.map(({ occasion, title }) => ({ href: `#${plain.id}.on-${occasion}`, label: title })),
  );
  const coming = page.coming.map((document) => ({
    href: `#${placesOf(document, false)(document.plain.id)}`,
    label: `${document.plain.title}, ${t('policy.versionNumber', { number: document.number })}`,
  }));
  const own = [...chapters, ...coming];
  const laws = page.laws.map((document) => ({
    href: `#${placesOf(document, false)(document.plain.id)}`,
    label: document.plain.title,
  }));
  return page.isOneVersion ? own : [...own, ...laws, { href: '#versions', label: t('policy.versions') }];
}

const Empty = ({ site }: { readonly site: Site }) => {
  const { t } = site.reader;
  return (
    <EmptyState icon="document" title={t('policy.emptyTitle')} text={t('policy.emptyText', { brand: site.brand.name })}>
      <LinkButton href={site.urls.contact}>{t('nav.contact')}</LinkButton>
    </EmptyState>
  );
};

const Laws = ({ site, page }: PolicyPageProps) =>
  page.laws.length === 0 ? null : (
    <div class="stack stack-wide policy-laws" id="law">
      <div class="section">
        <h2>{site.reader.t('policy.law')}</h2>
        <p class="read">{site.reader.t('policy.lawText')}</p>
      </div>
      {page.laws.map((document) => (
        <PolicyDocumentView site={site} document={document} />
      ))}
    </div>
  );

const OneVersion = ({ site, page }: PolicyPageProps) => {
  const { t } = site.reader;
  const [document] = page.documents;
  return document && document.standing !== 'inForce' ? (
    <Notice tone="ask" icon="clock">
      {t(`policy.shown.${document.standing}`)} <a href={site.urls.policy}>{t('policy.current')}</a>
    </Notice>
  ) : null;
};

/** What the rules say, from the very documents decisions are made with. */
export const PolicyPage = (props: PolicyPageProps) => {
  const { site, page } = props;
  const { t } = site.reader;
  const [only] = page.documents;
  const title = page.isOneVersion && only ? only.plain.title : t('policy.title', { brand: site.brand.name });
  const own = [...page.documents, ...page.coming];
  return (
    <SitePage site={site} title={title} description={t('policy.lead')} noindex={page.isOneVersion}>
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[
            { href: site.urls.home, label: inReader(site, site.brand.helpName) },
            ...(page.isOneVersion ? [{ href: site.urls.policy, label: t('nav.policy') }] : []),
          ]}
          current={page.isOneVersion && only ? t('policy.versionNumber', { number: only.number }) : t('nav.policy')}
        />
        <PageHead title={title} lead={page.isOneVersion ? undefined : t('policy.lead')} />
        <WithAside
          asideLabel={t('article.aside')}
          aside={<Contents title={t('article.contents')} items={contentsOf(props)} />}
          main={
            <>
              {page.isOneVersion ? <OneVersion {...props} /> : <Lead site={site} />}
              {own.length === 0 ? <Empty site={site} /> : null}
              {own.map((document) => (
                <PolicyDocumentView site={site} document={document} isAlone={page.isOneVersion} />
              ))}
              <Laws {...props} />
              {own.length > 0 ? <Versions site={site} documents={[...own, ...page.laws]} /> : null}
            </>
          }
        />
      </Page>
    </SitePage>
  );
};
