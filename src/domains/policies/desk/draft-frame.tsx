import { type Desk, DeskPage } from '#domains/people/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import type { Content } from '#ui/components/markup.ts';
import { Notice } from '#ui/components/notice.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import type { DraftState } from '../drafts/draft.ts';

const VIEWS = ['', '/trial', '/replays', '/publication'] as const;
export type DraftView = (typeof VIEWS)[number];

const LABELS = {
  '': 'workbench.text',
  '/trial': 'workbench.trial',
  '/replays': 'workbench.replay',
  '/publication': 'workbench.publication',
} as const;

interface DraftFrameProps extends DraftState {
  readonly desk: Desk;
  readonly here: string;
  readonly view: DraftView;
  readonly children: Content;
}

/** What every page of a draft has: where it stands, what it is called, and its four views. */
export const DraftFrame = ({ desk, here, view, draft, text, children }: DraftFrameProps) => {
  const { t } = desk.reader;
  return (
    <DeskPage desk={desk} title={`${draft.documentId} · ${t(LABELS[view])}`} full>
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[{ href: `${desk.base}/policies`, label: t('desk.policies') }]}
        current={draft.documentId}
      />
      <PageHead title={draft.documentId} kicker={t('workbench.draftText', { number: text.number })} />
      {draft.closedAt ? (
        <Notice tone="info">{t(draft.publishedAs ? 'workbench.wasPublished' : 'workbench.wasClosed')}</Notice>
      ) : null}
      <Tabs
        label={t('workbench.views')}
        items={VIEWS.map((each) => ({ href: here + each, label: t(LABELS[each]), current: each === view }))}
      />
      {children}
    </DeskPage>
  );
};
