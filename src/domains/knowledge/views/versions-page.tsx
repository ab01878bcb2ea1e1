import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Tag } from '#ui/components/chip.tsx';
import { type DiffLine, DiffView } from '#ui/components/diff-view.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import type { Revision } from '../article.ts';
import { readBody } from '../body.ts';
import type { HelpCentre, Listed } from '../help-centre.ts';
import { ArticleBody } from './article-body.tsx';
import { siteTargets } from './links.ts';

export interface Version {
  readonly id: number;
  readonly revision: Revision;
  readonly from: Site['now'];
  readonly until: Site['now'] | null;
}

interface VersionsPageProps {
  readonly site: Site;
  readonly centre: HelpCentre;
  readonly listed: Listed;
  readonly history: readonly Version[];
  readonly shown: Version;
  /** Against the version before; empty for the first. */
  readonly changes: readonly DiffLine[];
}

/** Every version of a policy that ever applied: from when to when, what it said, what changed. */
export const VersionsPage = ({ site, centre, listed, history, shown, changes }: VersionsPageProps) => {
  const { t, moment } = site.reader;
  const address = centre.url(listed, site.urls);
  const title = t('versions.title', { title: listed.title });
  return (
    <SitePage site={site} title={title} noindex>
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[
            { href: site.urls.home, label: inReader(site, site.brand.helpName) },
            { href: address, label: listed.title },
          ]}
          current={t('versions.short')}
        />
        <PageHead title={title} lead={t('versions.lead')} />
        <Table
          caption={title}
          hideCaption
          columns={[{ label: t('versions.from') }, { label: t('versions.until') }]}
          rows={history.map((version) => [
            <a
              href={`${address}/versions?version=${version.id}`}
              aria-current={version.id === shown.id ? 'true' : undefined}
            >
              {moment(version.from)}
            </a>,
            version.until === null ? <Tag tone="yes">{t('versions.inForce')}</Tag> : moment(version.until),
          ])}
        />
        {changes.length > 0 ? (
          <Section title={t('versions.changes')}>
            <DiffView
              lines={changes}
              labels={{ title: t('versions.changes'), added: t('history.added'), removed: t('history.removed') }}
            />
          </Section>
        ) : null}
        <Section title={t('versions.text', { date: moment(shown.from) })}>
          <article class="article stack stack-wide" lang={listed.isFallback ? listed.locale : undefined}>
            <p class="lead">{shown.revision.summary}</p>
            <ArticleBody body={readBody(shown.revision.body).body} targets={siteTargets(site, centre)} t={t} />
          </article>
        </Section>
      </Page>
    </SitePage>
  );
};
