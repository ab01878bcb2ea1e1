import { type Desk, DeskPage, inLocaleOf } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Tag } from '#ui/components/chip.tsx';
import { RadioGroup, SelectField } from '#ui/components/choice-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Table } from '#ui/components/table.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import { type Article, typeOf } from '../article.ts';
import type { Topic } from '../brand-words.ts';
import { isOutdated, type TextState } from '../editorial.ts';

const PER_PAGE = 50;
const STATES = ['all', 'draft', 'outdated', 'missing'] as const;

interface ArticleListPageProps {
  readonly desk: Desk;
  readonly articles: readonly Article[];
  readonly states: readonly TextState[];
  readonly filter: { readonly q: string; readonly state: string; readonly page: number };
}

interface Row {
  readonly article: Article;
  readonly title: string;
  readonly states: readonly TextState[];
}

function rowsOf({ desk, articles, states }: ArticleListPageProps): Row[] {
  const byArticle = Map.groupBy(states, (state) => state.articleId);
  return articles.map((article) => {
    const own = byArticle.get(article.id) ?? [];
    const title =
      own.find((s) => s.locale === desk.reader.locale) ?? own.find((s) => s.locale === desk.brand.defaultLocale);
    return { article, title: title?.title ?? article.slug, states: own };
  });
}

const matches = (row: Row, state: string, locales: number): boolean => {
  if (state === 'draft') return row.states.some((s) => s.publishedId !== s.latestId);
  if (state === 'outdated') return row.states.some(isOutdated);
  return state === 'missing' ? row.states.filter((s) => s.publishedId !== null).length < locales : true;
};

/** Every article of a brand, with the state of each language. */
export const ArticleListPage = (props: ArticleListPageProps) => {
  const { desk, filter } = props;
  const { t } = desk.reader;
  const words = filter.q.toLowerCase().split(' ').filter(Boolean);
  const all = rowsOf(props);
  const found = all.filter(
    (row) =>
      matches(row, filter.state, desk.brand.locales.length) &&
      words.every((word) => `${row.title} ${row.article.slug}`.toLowerCase().includes(word)),
  );
  const shown = found.slice((filter.page - 1) * PER_PAGE, filter.page * PER_PAGE);
  const link = (change: object): string =>
    `${desk.base}/articles?${new URLSearchParams({ q: filter.q, state: filter.state, ...change }).toString()}`;
  return (
    <DeskPage desk={desk} title={t('desk.articles')}>
      <PageHead title={t('desk.articles')}>
        <LinkButton href={`${desk.base}/new`} icon="plus" size="small">
          {t('new.title')}
        </LinkButton>
      </PageHead>
      <Tabs
        label={t('desk.articles')}
        items={STATES.map((state) => ({
          href: link({ state: state === 'all' ? '' : state }),
          label: t(`desk.state.${state}`),
          current: (filter.state || 'all') === state,
          count: desk.reader.number(all.filter((row) => matches(row, state, desk.brand.locales.length)).length),
        }))}
      />
      <Form action={`${desk.base}/articles`} method="get" hidden={{ state: filter.state }} inline>
        <TextField name="q" label={t('desk.find')} value={filter.q} maxlength={100} />
        <FormActions>
          <Button variant="plain">{t('search.button')}</Button>
        </FormActions>
      </Form>
      {shown.length === 0 ? (
        <EmptyState title={t('desk.noneFound')} text={t('desk.noneFoundText')} />
      ) : (
        <Table
          caption={t('desk.articles')}
          hideCaption
          columns={[
            { label: t('editor.title') },
            { label: t('desk.type') },
            { label: t('desk.languages') },
            { label: t('article.verified') },
          ]}
          rows={shown.map(({ article, title, states }) => [
            <a href={`${desk.base}/${article.shelf}/${article.slug}`}>{title}</a>,
            t(`type.${typeOf(article.meta)}`),
            <div class="cluster">
              {desk.brand.locales.map((locale) => {
                const state = states.find((s) => s.locale === locale);
                const tone =
                  !state || state.publishedId === null
                    ? 'no'
                    : isOutdated(state) || state.latestId !== state.publishedId
                      ? 'ask'
                      : 'yes';
                const word =
                  tone === 'no' ? t('article.missing') : tone === 'ask' ? t('desk.needsWork') : t('history.public');
                return (
                  <>
                    <a href={`${desk.base}/${article.shelf}/${article.slug}/${locale}`}>
                      <Tag tone={tone}>{`${locale}: ${word}`}</Tag>
                    </a>{' '}
                  </>
                );
              })}
            </div>,
            article.meta.verified ? desk.reader.date(article.meta.verified) : '–',
          ])}
        />
      )}
      <Pagination
        label={t('page.pagination')}
        previous={
          filter.page > 1 ? { href: link({ page: String(filter.page - 1) }), label: t('page.previous') } : undefined
        }
        next={
          filter.page * PER_PAGE < found.length
            ? { href: link({ page: String(filter.page + 1) }), label: t('page.next') }
            : undefined
        }
      />
    </DeskPage>
  );
};

interface NewArticlePageProps {
  readonly desk: Desk;
  readonly topics: readonly Topic[];
  readonly values: { readonly shelf: string; readonly slug: string; readonly topic: string };
  readonly problems: readonly FieldProblem[];
}

export const NewArticlePage = ({ desk, topics, values, problems }: NewArticlePageProps) => {
  const { t } = desk.reader;
  const error = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <DeskPage desk={desk} title={t('new.title')}>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
        />
      ) : null}
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      <Form action={`${desk.base}/new`}>
        <RadioGroup
          name="shelf"
          label={t('new.shelf')}
          value={values.shelf}
          options={[
            { value: 'articles', label: t('new.article') },
            { value: 'codes', label: t('type.code') },
            { value: 'devices', label: t('type.device') },
          ]}
        />
        <TextField
          name="slug"
          label={t('new.slug')}
          help={t('new.slugHelp')}
          value={values.slug}
          maxlength={80}
          error={error('slug')}
          required
        />
        <SelectField
          name="topic"
          label={t('new.topic')}
          value={values.topic}
          emptyLabel={t('new.choose')}
          error={error('topic')}
          options={topics.map((topic) => ({ value: topic.id, label: inLocaleOf(desk, topic.name) }))}
          required
        />
        <FormActions>
          <Button>{t('new.button')}</Button>
        </FormActions>
      </Form>
    </DeskPage>
  );
};
