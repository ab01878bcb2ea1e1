import { type Desk, DeskPage } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { LOCALE_NAMES } from '#lib/locales.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Tag } from '#ui/components/chip.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { FactList } from '#ui/components/meta-line.tsx';
import { Flash } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextArea } from '#ui/components/text-field.tsx';
import { type Article, freshness } from '../article.ts';
import { isOutdated, type TextState } from '../editorial.ts';

interface DeskArticlePageProps {
  readonly desk: Desk;
  readonly article: Article;
  readonly states: readonly TextState[];
  readonly numbers: { readonly views: number; readonly helpful: number; readonly unhelpful: number };
  readonly facts: string;
  readonly problems: readonly FieldProblem[];
  readonly done: boolean;
  readonly publicUrl: string | null;
}

const StateTags = ({ desk, state }: { readonly desk: Desk; readonly state: TextState | undefined }) => {
  const { t } = desk.reader;
  if (!state) return <Tag tone="no">{t('article.missing')}</Tag>;
  return (
    <>
      {state.publishedId === null ? <Tag>{t('history.draft')}</Tag> : <Tag tone="yes">{t('history.public')}</Tag>}{' '}
      {state.publishedId !== null && state.latestId !== state.publishedId ? (
        <Tag tone="ask">{t('article.newerDraft')}</Tag>
      ) : null}{' '}
      {isOutdated(state) ? <Tag tone="ask">{t('article.outdated')}</Tag> : null}
    </>
  );
};

/** One article with all its languages, its facts, and how it does. */
export const DeskArticlePage = ({
  desk,
  article,
  states,
  numbers,
  facts,
  problems,
  done,
  publicUrl,
}: DeskArticlePageProps) => {
  const { t, date, number } = desk.reader;
  const { meta } = article;
  const here = `${desk.base}/${article.shelf}/${article.slug}`;
  const fresh = freshness(
    meta.verified,
    meta.updated,
    meta.reviewMonths,
    desk.now.toZonedDateTimeISO('UTC').toPlainDate(),
  );
  return (
    <DeskPage desk={desk} title={article.slug}>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((p) => ({ href: '#field-facts', message: p.message }))}
        />
      ) : null}
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[{ href: `${desk.base}/articles`, label: t('desk.articles') }]}
        current={article.slug}
      />
      <PageHead
        title={states.find((s) => s.locale === desk.brand.defaultLocale)?.title ?? article.slug}
        kicker={`${article.shelf}/${article.slug}`}
      >
        {publicUrl === null ? null : (
          <LinkButton href={publicUrl} variant="plain" size="small" icon="external">
            {t('desk.publicPage')}
          </LinkButton>
        )}
      </PageHead>
      {done ? <Flash>{t('desk.saved')}</Flash> : null}
      <Table
        caption={t('desk.languages')}
        columns={[{ label: t('page.language') }, { label: t('editor.title') }, { label: t('history.state') }]}
        rows={desk.brand.locales.map((locale) => {
          const state = states.find((s) => s.locale === locale);
          return [
            <a href={`${here}/${locale}`}>{LOCALE_NAMES[locale]}</a>,
            <span lang={locale}>{state?.title ?? '–'}</span>,
            <StateTags desk={desk} state={state} />,
          ];
        })}
      />
      <FactList
        items={[
          { label: t('article.updated'), value: date(meta.updated), datetime: meta.updated },
          { label: t('article.verified'), value: meta.verified ? date(meta.verified) : '–', datetime: meta.verified },
          { label: t('desk.freshness'), value: t(`desk.freshness.${fresh}`) },
          { label: t('article.views'), value: number(numbers.views) },
          { label: t('desk.helpful'), value: t('desk.helpfulCount', { yes: numbers.helpful, no: numbers.unhelpful }) },
        ]}
      />
      <Form action={`${here}/verifications`} inline>
        <Button variant="plain" icon="check">
          {t('desk.verifyToday')}
        </Button>
      </Form>
      <Section title={t('desk.facts')}>
        <Form action={here}>
          <TextArea
            name="facts"
            label={t('desk.factsLabel')}
            help={t('desk.factsHelp')}
            value={facts}
            rows={18}
            look="code"
            error={problems.map((p) => p.message).join(' ') || undefined}
          />
          <FormActions>
            <Button>{t('desk.save')}</Button>
          </FormActions>
        </Form>
      </Section>
    </DeskPage>
  );
};
