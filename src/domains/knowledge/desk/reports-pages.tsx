import { type Desk, DeskPage } from '#domains/people/index.ts';
import { LOCALE_NAMES, type Locale } from '#lib/locales.ts';
import { Button } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Table } from '#ui/components/table.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import type { SearchCount } from '../editorial.ts';
import type { Feedback, Proposal } from '../reader-reports.ts';

/** What readers said needs work. */
export const FeedbackPage = ({ desk, items }: { readonly desk: Desk; readonly items: readonly Feedback[] }) => {
  const { t, moment } = desk.reader;
  return (
    <DeskPage desk={desk} title={t('desk.feedback')}>
      <PageHead title={t('desk.feedback')} lead={t('desk.feedbackLead')} />
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('queue.emptyTitle')} text={t('desk.feedbackEmpty')} />
      ) : (
        <Table
          caption={t('desk.feedback')}
          hideCaption
          columns={[
            { label: t('desk.page') },
            { label: t('helpful.reason') },
            { label: t('desk.words') },
            { label: t('history.when') },
            { label: t('history.actions'), hideLabel: true },
          ]}
          rows={items.map((item) => [
            <a href={`${desk.base}/${item.shelf}/${item.slug}/${item.locale}`}>{`${item.slug} (${item.locale})`}</a>,
            item.reason ? t(`helpful.reason.${item.reason}`) : '–',
            item.comment,
            moment(item.at),
            <Form action={`${desk.base}/feedback/${item.id}/settlement`} inline>
              <Button size="small" variant="plain">
                {t('desk.settle')}
              </Button>
            </Form>,
          ])}
        />
      )}
    </DeskPage>
  );
};

/** Corrections readers propose. */
export const ProposalsPage = ({ desk, items }: { readonly desk: Desk; readonly items: readonly Proposal[] }) => {
  const { t, moment } = desk.reader;
  return (
    <DeskPage desk={desk} title={t('desk.proposals')}>
      <PageHead title={t('desk.proposals')} lead={t('desk.proposalsLead')} />
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('queue.emptyTitle')} text={t('desk.proposalsEmpty')} />
      ) : (
        <Table
          caption={t('desk.proposals')}
          hideCaption
          columns={[
            { label: t('desk.page') },
            { label: t('desk.words') },
            { label: t('suggest.source') },
            { label: t('history.when') },
            { label: t('queue.decide') },
          ]}
          rows={items.map((item) => [
            item.slug === null ? (
              t('desk.wholeBrand')
            ) : (
              <a
                href={`${desk.base}/${item.shelf}/${item.slug}/${item.locale}`}
              >{`${item.slug} (${LOCALE_NAMES[item.locale as Locale]})`}</a>
            ),
            <>
              <strong>{t(`suggest.kind.${item.kind}`)}</strong>
              <p>{item.text}</p>
            </>,
            item.source,
            moment(item.at),
            <Form action={`${desk.base}/suggestions/${item.id}/decision`} inline>
              <FormActions>
                <Button size="small" name="decision" value="accepted">
                  {t('desk.accept')}
                </Button>
                <Button size="small" name="decision" value="declined" variant="plain">
                  {t('desk.decline')}
                </Button>
              </FormActions>
            </Form>,
          ])}
        />
      )}
    </DeskPage>
  );
};

/** What people searched, and what found nothing. */
export const SearchesPage = ({
  desk,
  items,
  withoutResult,
}: {
  readonly desk: Desk;
  readonly items: readonly SearchCount[];
  readonly withoutResult: boolean;
}) => {
  const { t, number, date } = desk.reader;
  return (
    <DeskPage desk={desk} title={t('desk.searches')}>
      <PageHead title={t('desk.searches')} lead={t('desk.searchesLead')} />
      <Tabs
        label={t('desk.searches')}
        items={[
          { href: `${desk.base}/searches`, label: t('desk.withoutResult'), current: withoutResult },
          { href: `${desk.base}/searches?all=yes`, label: t('desk.allSearches'), current: !withoutResult },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState icon="search" title={t('queue.emptyTitle')} text={t('desk.searchesEmpty')} />
      ) : (
        <Table
          caption={t('desk.searches')}
          hideCaption
          columns={[
            { label: t('desk.words') },
            { label: t('page.language') },
            { label: t('desk.count'), numeric: true },
            { label: t('desk.results'), numeric: true },
            { label: t('desk.lastDay') },
          ]}
          rows={items.map((item) => [
            item.query,
            LOCALE_NAMES[item.locale as Locale] ?? item.locale,
            number(item.searches),
            number(item.results),
            date(item.lastDay),
          ])}
        />
      )}
    </DeskPage>
  );
};
