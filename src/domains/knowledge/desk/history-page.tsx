import { type Desk, DeskPage } from '#domains/people/index.ts';
import { LOCALE_NAMES, type Locale } from '#lib/locales.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button } from '#ui/components/button.tsx';
import { Tag } from '#ui/components/chip.tsx';
import { DiffView } from '#ui/components/diff-view.tsx';
import { Form } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import type { Article, Revision } from '../article.ts';
import { diffTexts } from '../diff-texts.ts';

interface HistoryPageProps {
  readonly desk: Desk;
  readonly article: Article;
  readonly locale: Locale;
  readonly revisions: readonly Revision[];
  readonly published: ReadonlySet<number>;
  readonly current: number | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly before: Revision | undefined;
  readonly after: Revision | undefined;
}

/** Who wrote what, when, what was public, and what changed between any two. */
export const HistoryPage = ({
  desk,
  article,
  locale,
  revisions,
  published,
  current,
  names,
  before,
  after,
}: HistoryPageProps) => {
  const { t, moment } = desk.reader;
  const home = `${desk.base}/${article.shelf}/${article.slug}`;
  const here = `${home}/${locale}`;
  const who = (key: string): string =>
    names.get(key) ?? (key.startsWith('pack:') ? t('history.pack') : t('history.system'));
  return (
    <DeskPage desk={desk} title={t('history.title')}>
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[
          { href: `${desk.base}/articles`, label: t('desk.articles') },
          { href: home, label: article.slug },
          { href: here, label: LOCALE_NAMES[locale] },
        ]}
        current={t('history.title')}
      />
      <PageHead title={t('history.title')} lead={after?.title} />
      <Table
        caption={t('history.title')}
        hideCaption
        columns={[
          { label: t('history.number'), numeric: true },
          { label: t('history.when') },
          { label: t('history.who') },
          { label: t('history.note') },
          { label: t('history.state') },
          { label: t('history.actions'), hideLabel: true },
        ]}
        rows={revisions.map((revision, i) => [
          <a href={`${here}/history?to=${revision.id}&from=${revisions[i + 1]?.id ?? revision.id}`}>
            {revision.number}
          </a>,
          moment(revision.createdAt),
          who(revision.createdBy),
          revision.note,
          revision.id === current ? (
            <Tag tone="yes">{t('history.public')}</Tag>
          ) : published.has(revision.id) ? (
            <Tag>{t('history.wasPublic')}</Tag>
          ) : (
            <Tag tone="ask">{t('history.draft')}</Tag>
          ),
          i === 0 ? (
            ''
          ) : (
            <Form action={`${here}/restorations`} hidden={{ revision: String(revision.id) }} inline>
              <Button variant="quiet" size="small">
                {t('history.restore')}
              </Button>
            </Form>
          ),
        ])}
      />
      {before && after && before.id !== after.id ? (
        <Section title={t('history.diff', { from: before.number, to: after.number })}>
          <DiffView
            lines={diffTexts(before, after)}
            labels={{
              title: t('history.diff', { from: before.number, to: after.number }),
              added: t('history.added'),
              removed: t('history.removed'),
            }}
          />
        </Section>
      ) : null}
    </DeskPage>
  );
};
