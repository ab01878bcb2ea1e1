import { type Desk, DeskPage } from '#domains/people/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { CodeEditor } from '#ui/components/code-editor.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { MetaLine } from '#ui/components/meta-line.tsx';
import type { PolicyVersion } from '../policy-version.ts';

interface VersionPageProps {
  readonly desk: Desk;
  readonly version: PolicyVersion;
  readonly publishedBy: string;
}

/** One published version, as it was written. It never changes. */
export const VersionPage = ({ desk, version, publishedBy }: VersionPageProps) => {
  const { t, moment } = desk.reader;
  const { document } = version;
  return (
    <DeskPage desk={desk} title={document.id} full>
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[{ href: `${desk.base}/policies`, label: t('desk.policies') }]}
        current={document.id}
      />
      <PageHead title={document.id} kicker={t('workbench.versionNumber', { number: document.version })}>
        <MetaLine
          items={[
            {
              label: t('workbench.published'),
              value: moment(version.publishedAt),
              datetime: version.publishedAt.toString(),
            },
            { label: t('history.who'), value: publishedBy },
            { label: t('workbench.hash'), value: <code>{version.hash.slice(0, 12)}</code> },
          ]}
        />
      </PageHead>
      <CodeEditor name="source" label={t('workbench.text')} value={version.source} readonly />
    </DeskPage>
  );
};
