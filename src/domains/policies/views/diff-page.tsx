import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { type PolicyDocument, titleOf } from '#policy/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Stack } from '#ui/components/page.tsx';
import { ClauseChange } from '#ui/components/policy-clause.tsx';
import type { PolicyChanges } from '../policy-changes.ts';
import { versionKey } from '../policy-page.ts';

interface PolicyChangesPageProps {
  readonly site: Site;
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  readonly changes: PolicyChanges;
}

const TONES = { added: 'yes', removed: 'no', changed: 'ask' } as const;

/** Two versions of one document side by side, in the words of the policy page. */
export const PolicyChangesPage = ({ site, before, after, changes }: PolicyChangesPageProps) => {
  const { t, date, locale } = site.reader;
  const versionHref = (document: PolicyDocument): string =>
    `${site.urls.policy}?${new URLSearchParams({ version: versionKey(document) }).toString()}`;
  const labels = {
    before: t('policy.versionSince', { number: before.version, date: date(before.effective.from) }),
    after: t('policy.versionSince', { number: after.version, date: date(after.effective.from) }),
  };
  const title = t('policy.changesTitle', { title: titleOf(after, locale) });
  return (
    <SitePage site={site} title={title} noindex>
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[
            { href: site.urls.home, label: inReader(site, site.brand.helpName) },
            { href: site.urls.policy, label: t('nav.policy') },
          ]}
          current={t('policy.changes')}
        />
        <PageHead title={title}>
          <p>
            <a href={versionHref(before)}>{labels.before}</a> → <a href={versionHref(after)}>{labels.after}</a>
          </p>
        </PageHead>
        {changes.clauses.length + changes.appeal.length === 0 ? <Notice>{t('policy.noChanges')}</Notice> : null}
        <Stack space="wide">
          {changes.clauses.map(({ anchor, kind, number, title, context, lines }) => (
            <ClauseChange
              title={title}
              kicker={[t('policy.clause', { number }), ...context].join(' · ')}
              word={t(`policy.change.${kind}`)}
              tone={TONES[kind]}
              labels={labels}
              lines={lines}
              link={
                kind === 'removed'
                  ? undefined
                  : { href: `${versionHref(after)}#${anchor}`, label: t('policy.readClause') }
              }
            />
          ))}
          {changes.appeal.length > 0 ? (
            <ClauseChange
              title={t('policy.appeal')}
              word={t('policy.change.changed')}
              tone="ask"
              labels={labels}
              lines={changes.appeal}
            />
          ) : null}
        </Stack>
        <p class="soft">{t('policy.unchanged', { count: changes.same })}</p>
      </Page>
    </SitePage>
  );
};
