import { type Desk, DeskPage } from '#domains/people/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { StatusSign } from '#ui/components/status.tsx';
import { Table } from '#ui/components/table.tsx';
import type { GoldenCase } from '../golden-cases/golden-case.ts';
import type { GoldenResult } from '../golden-cases/run-golden-cases.ts';
import { policyWords } from './words.ts';

interface GoldenPageProps {
  readonly desk: Desk;
  /** Each case under the documents that hold today. */
  readonly results: readonly GoldenResult[];
  readonly removed: readonly GoldenCase[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly done: 'kept' | 'removed' | undefined;
}

/** Cases whose answer is settled, and who settled them. */
export const GoldenPage = ({ desk, results, removed, names, mayEdit, done }: GoldenPageProps) => {
  const { t, moment } = desk.reader;
  const words = policyWords(desk);
  const who = (key: string | null): string => (key && names.get(key)) ?? t('history.system');
  return (
    <DeskPage desk={desk} title={t('workbench.golden')}>
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[{ href: `${desk.base}/policies`, label: t('desk.policies') }]}
        current={t('workbench.golden')}
      />
      <PageHead title={t('workbench.golden')} lead={t('workbench.goldenLead')} />
      {done ? <Flash>{t(`workbench.done.${done}`)}</Flash> : null}
      {results.length === 0 ? (
        <EmptyState icon="star" title={t('workbench.noGolden')} text={t('workbench.noGoldenText')} />
      ) : (
        <Table
          caption={t('workbench.golden')}
          hideCaption
          columns={[
            { label: t('workbench.goldenName') },
            { label: t('workbench.expected') },
            { label: t('workbench.today') },
            { label: t('workbench.why') },
            { label: t('history.who') },
            { label: t('history.actions'), hideLabel: true },
          ]}
          rows={results.map(({ golden, holds }) => [
            golden.name,
            words.outcome(golden.expected),
            <StatusSign state={holds ? 'yes' : 'no'} word={t(holds ? 'workbench.holdsToday' : 'workbench.differs')} />,
            golden.note,
            <>
              {who(golden.addedBy)}
              <br />
              <span class="small soft">{moment(golden.addedAt)}</span>
            </>,
            mayEdit ? (
              <Form action={`${desk.base}/policies/golden-cases/${golden.id}/removal`} inline>
                <Button size="small" variant="plain">
                  {t('workbench.remove')}
                </Button>
              </Form>
            ) : null,
          ])}
        />
      )}
      {removed.length === 0 ? null : (
        <Section title={t('workbench.removedCases')} id="removed">
          <Table
            id="removed"
            caption={t('workbench.removedCases')}
            hideCaption
            columns={[
              { label: t('workbench.goldenName') },
              { label: t('workbench.expected') },
              { label: t('workbench.removedBy') },
              { label: t('history.when') },
            ]}
            rows={removed.map((golden) => [
              golden.name,
              words.outcome(golden.expected),
              who(golden.removedBy),
              golden.removedAt ? moment(golden.removedAt) : '–',
            ])}
          />
        </Section>
      )}
    </DeskPage>
  );
};
