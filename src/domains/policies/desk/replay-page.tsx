import type { Desk } from '#domains/people/index.ts';
import type { Flip } from '#policy/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Progress } from '#ui/components/chart.tsx';
import { Toolbar } from '#ui/components/desk.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Table } from '#ui/components/table.tsx';
import type { DraftState } from '../drafts/draft.ts';
import type { ReplayRun } from '../replays/replay-run.ts';
import { DraftFrame } from './draft-frame.tsx';
import { Moneys, ReplayFigures } from './replay-figures.tsx';
import { policyWords } from './words.ts';

export interface ReplayPageProps extends DraftState {
  readonly desk: Desk;
  readonly here: string;
  /** The replay that is shown; null when none was asked for yet. */
  readonly run: ReplayRun | null;
  readonly askedBy: string;
  readonly flips: readonly Flip[];
  /** After which request the list goes on; null on the last page. */
  readonly nextAfter: number | null;
  readonly firstPage: boolean;
  readonly requests: number;
  readonly mayEdit: boolean;
}

const Flips = ({ page, run }: { readonly page: ReplayPageProps; readonly run: ReplayRun }) => {
  const { desk, here, flips, nextAfter, firstPage } = page;
  const { t, number } = desk.reader;
  const words = policyWords(desk);
  const home = `${here}/replays/${run.id}`;
  return (
    <Section title={t('workbench.whoFlips')} id="flips">
      <Table
        id="flips"
        caption={t('workbench.whoFlips')}
        hideCaption
        columns={[
          { label: t('workbench.request') },
          { label: t('workbench.before') },
          { label: t('workbench.after') },
          { label: t('workbench.money'), numeric: true },
          { label: t('workbench.reason') },
          { label: t('workbench.country') },
          { label: t('workbench.channel') },
        ]}
        rows={flips.map((flip) => [
          <a href={`${here}/trial?request=${flip.id}`}>{number(Number(flip.id))}</a>,
          words.kind(flip.from),
          words.kind(flip.to),
          <Moneys change={flip.change} words={words} />,
          words.labels.word('request.reason', flip.reason),
          words.labels.word('contract.region', flip.region),
          words.labels.word('channel', flip.channel),
        ])}
      />
      <Pagination
        label={t('page.pagination')}
        previous={firstPage ? undefined : { href: `${home}#flips`, label: t('workbench.firstPage') }}
        next={nextAfter === null ? undefined : { href: `${home}?after=${nextAfter}#flips`, label: t('page.next') }}
      />
    </Section>
  );
};

const Actions = ({ page, run }: { readonly page: ReplayPageProps; readonly run: ReplayRun | null }) => {
  const { desk, here, mayEdit, draft } = page;
  const { t } = desk.reader;
  const open = mayEdit && draft.closedAt === null;
  const running = run !== null && run.finishedAt === null;
  return (
    <Toolbar
      end={
        <>
          {run && run.summary.flips > 0 ? (
            <LinkButton href={`${here}/replays/${run.id}/flips.csv`} variant="plain" size="small" icon="document">
              {t('workbench.csv')}
            </LinkButton>
          ) : null}
          {open && running ? (
            <Form action={`${here}/replays/${run.id}/cancellation`} inline>
              <Button variant="plain" size="small">
                {t('workbench.stop')}
              </Button>
            </Form>
          ) : null}
          {open && !running ? (
            <Form action={`${here}/replays`} inline>
              <Button size="small">{t(run ? 'workbench.replayAgain' : 'workbench.replayStart')}</Button>
            </Form>
          ) : null}
        </>
      }
    >
      {run ? (
        <p class="soft">
          {t('workbench.replayOf', { number: run.draftText, when: desk.reader.moment(run.askedAt), who: page.askedBy })}
        </p>
      ) : null}
    </Toolbar>
  );
};

const Standing = ({ page, run }: { readonly page: ReplayPageProps; readonly run: ReplayRun }) => {
  const { t, number } = page.desk.reader;
  const done = { done: number(run.casesDone), total: number(run.casesTotal) };
  return (
    <>
      {run.finishedAt === null ? (
        <Progress
          label={t('workbench.replay')}
          done={run.casesDone}
          total={run.casesTotal}
          text={t('workbench.progress', done)}
        />
      ) : null}
      {run.failure === 'stopped' ? <Notice tone="ask">{t('workbench.stopped', done)}</Notice> : null}
      {run.failure === 'broken' ? <Notice tone="no">{t('workbench.broken')}</Notice> : null}
      {run.draftText === page.text.number ? null : <Notice tone="ask">{t('workbench.stale')}</Notice>}
      {run.finishedAt !== null && run.failure === null && run.summary.flips === 0 ? (
        <Notice>{t('workbench.nothingFlips')}</Notice>
      ) : null}
    </>
  );
};

/** The stored requests under what holds and under the draft: who comes out differently, and what that costs. */
export const ReplayPage = (page: ReplayPageProps) => {
  const { desk, here, draft, text, run, requests } = page;
  const { t } = desk.reader;
  return (
    <DraftFrame desk={desk} here={here} view="/replays" draft={draft} text={text}>
      <Actions page={page} run={run} />
      {run === null ? (
        <EmptyState
          icon="clock"
          title={t('workbench.noReplay')}
          text={t('workbench.noReplayText', { count: requests })}
        />
      ) : (
        <>
          <Standing page={page} run={run} />
          <ReplayFigures desk={desk} run={run} />
          {run.summary.flips > 0 ? <Flips page={page} run={run} /> : null}
        </>
      )}
    </DraftFrame>
  );
};
