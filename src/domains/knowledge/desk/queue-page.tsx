import { type Desk, DeskPage } from '#domains/people/index.ts';
import { LOCALE_NAMES, type Locale } from '#lib/locales.ts';
import { Button } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import type { Content } from '#ui/components/markup.ts';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import { type Article, freshness } from '../article.ts';
import { isOutdated, type PolicyFlag, type Review, type Schedule, type TextState } from '../editorial.ts';
import type { ForeignText } from '../language-check.ts';

export interface MixedText {
  readonly article: Article;
  readonly locale: string;
  readonly found: ForeignText;
}

interface QueuePageProps {
  readonly desk: Desk;
  readonly articles: readonly Article[];
  readonly states: readonly TextState[];
  readonly reviews: readonly Review[];
  readonly schedules: readonly Schedule[];
  readonly mixed: readonly MixedText[];
  readonly flags: readonly PolicyFlag[];
  readonly names: ReadonlyMap<string, string>;
}

const MAX_ROWS = 50;

const editLink = (desk: Desk, article: Pick<Article, 'shelf' | 'slug'>, locale: string): string =>
  `${desk.base}/${article.shelf}/${article.slug}/${locale}`;

const Reviews = ({ desk, reviews, names }: Pick<QueuePageProps, 'desk' | 'reviews' | 'names'>) => {
  const { t, moment } = desk.reader;
  return (
    <Section title={t('queue.reviews')}>
      <Table
        caption={t('queue.reviews')}
        hideCaption
        columns={[{ label: t('editor.title') }, { label: t('history.who') }, { label: t('queue.decide') }]}
        rows={reviews.map((review) => [
          <a
            href={`${desk.base}/${review.shelf}/${review.slug}/${review.locale}/history`}
          >{`${review.title} (${LOCALE_NAMES[review.locale as Locale]})`}</a>,
          `${names.get(review.requestedBy) ?? t('history.system')}, ${moment(review.requestedAt)}`,
          <Form action={`${desk.base}/reviews/${review.id}/decision`} id={`review-${review.id}`} inline>
            <TextField name="note" id={`note-${review.id}`} label={t('history.note')} maxlength={300} />
            <FormActions>
              <Button name="decision" value="approved" size="small">
                {t('queue.approve')}
              </Button>
              <Button name="decision" value="returned" size="small" variant="plain">
                {t('queue.return')}
              </Button>
            </FormActions>
          </Form>,
        ])}
      />
    </Section>
  );
};

/** Texts that quote a value a policy changed: what stood there, what stands there now. */
const Flags = ({ desk, flags }: Pick<QueuePageProps, 'desk' | 'flags'>) => {
  const { t, date } = desk.reader;
  return (
    <Section title={t('queue.quotes', { count: flags.length })}>
      <Table
        id="flags"
        caption={t('queue.quotes', { count: flags.length })}
        hideCaption
        columns={[{ label: t('editor.title') }, { label: t('queue.quoted') }, { label: t('queue.decide') }]}
        rows={flags.slice(0, MAX_ROWS).map((flag) => [
          <a href={editLink(desk, flag, flag.locale)}>{`${flag.title} (${LOCALE_NAMES[flag.locale as Locale]})`}</a>,
          <>
            {flag.changes.map(({ before, after }) => (
              <div>{after === null ? t('queue.quotesGone', { before }) : t('queue.quotesNow', { before, after })}</div>
            ))}
            <div class="small soft">
              {t('queue.quotesSince', {
                document: flag.documentId,
                version: flag.version,
                date: date(flag.raisedAt.toString()),
              })}
            </div>
          </>,
          <Form action={`${desk.base}/flags/${flag.id}/settlement`} id={`flag-${flag.id}`} inline>
            <FormActions>
              <Button size="small" variant="plain">
                {t('queue.quotesSettle')}
              </Button>
            </FormActions>
          </Form>,
        ])}
      />
    </Section>
  );
};

const QueueSection = ({
  title,
  columns,
  rows,
}: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Content[])[];
}) =>
  rows.length === 0 ? null : (
    <Section title={title}>
      <Table caption={title} hideCaption columns={columns.map((label) => ({ label }))} rows={rows.slice(0, MAX_ROWS)} />
    </Section>
  );

/** What waits for an editor: reviews, stale pages, translations that fell behind, plans, texts in the wrong language. */
export const QueuePage = (props: QueuePageProps) => {
  const { desk, articles, states, reviews, schedules, mixed, flags } = props;
  const { t, date, moment } = desk.reader;
  const today = desk.now.toZonedDateTimeISO('UTC').toPlainDate();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const titleOf = (id: string): string =>
    states.find((s) => s.articleId === id && s.locale === desk.brand.defaultLocale)?.title ?? byId.get(id)?.slug ?? id;
  const link = (id: string, locale: string): Content => {
    const article = byId.get(id);
    return article ? (
      <a href={editLink(desk, article, locale)}>{`${titleOf(id)} (${LOCALE_NAMES[locale as Locale]})`}</a>
    ) : (
      ''
    );
  };
  const due = articles.filter(
    ({ meta }) => freshness(meta.verified, meta.updated, meta.reviewMonths, today) !== 'fresh',
  );
  const outdated = states.filter(isOutdated);
  const empty = [due, outdated, reviews, schedules, mixed, flags].every(({ length }) => length === 0);
  return (
    <DeskPage desk={desk} title={t('queue.title')}>
      <PageHead title={t('queue.title')} lead={t('queue.lead')} />
      {empty ? <EmptyState icon="check" title={t('queue.emptyTitle')} text={t('queue.emptyText')} /> : null}
      {flags.length > 0 ? <Flags {...props} /> : null}
      {reviews.length > 0 ? <Reviews {...props} /> : null}
      <QueueSection
        title={t('queue.outdated', { count: outdated.length })}
        columns={[t('editor.title')]}
        rows={outdated.map((state) => [link(state.articleId, state.locale)])}
      />
      <QueueSection
        title={t('queue.due', { count: due.length })}
        columns={[t('editor.title'), t('article.verified')]}
        rows={due.map(({ id, shelf, slug, meta }) => [
          <a href={`${desk.base}/${shelf}/${slug}`}>{titleOf(id)}</a>,
          meta.verified ? date(meta.verified) : '–',
        ])}
      />
      <QueueSection
        title={t('queue.mixed', { count: mixed.length })}
        columns={[t('editor.title'), t('queue.sentence')]}
        rows={mixed.map(({ article, locale, found }) => [
          link(article.id, locale),
          <>
            {LOCALE_NAMES[found.locale]}: “<span lang={found.locale}>{found.text}</span>”
          </>,
        ])}
      />
      <QueueSection
        title={t('queue.scheduled', { count: schedules.length })}
        columns={[t('editor.title'), t('queue.when')]}
        rows={schedules.map((plan) => [link(plan.articleId, plan.locale), moment(plan.dueAt)])}
      />
    </DeskPage>
  );
};
