import { type Desk, DeskPage } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { LOCALE_NAMES, type Locale } from '#lib/locales.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Checkbox } from '#ui/components/choice-field.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash, Notice } from '#ui/components/notice.tsx';
import { Pair } from '#ui/components/side-by-side.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-field.tsx';
import type { Article, Revision } from '../article.ts';
import type { ForeignText } from '../language-check.ts';
import type { EditorValues } from './editor-form.ts';

export interface EditorPageProps {
  readonly desk: Desk;
  readonly article: Article;
  readonly locale: Locale;
  readonly values: EditorValues;
  readonly problems: readonly FieldProblem[];
  readonly foreign: readonly ForeignText[];
  /** The public text in the brand's default language, when this is a translation. */
  readonly source: Revision | null;
  readonly outdated: boolean;
  readonly isPublic: boolean;
  /** Somebody else saved meanwhile. */
  readonly overtakenBy: Revision | null;
  readonly done: 'saved' | 'published' | 'review' | 'scheduled' | 'unpublished' | undefined;
}

const Warnings = ({ desk, foreign, outdated, overtakenBy, done, article, locale }: EditorPageProps) => {
  const { t } = desk.reader;
  const history = `${desk.base}/${article.shelf}/${article.slug}/${locale}/history`;
  return (
    <>
      {done === undefined ? null : <Flash>{t(`editor.done.${done}`)}</Flash>}
      {overtakenBy ? (
        <Notice tone="no" title={t('editor.overtakenTitle')} role="alert">
          {t('editor.overtakenText')} <a href={history}>{t('editor.history')}</a>
        </Notice>
      ) : null}
      {outdated ? (
        <Notice tone="ask" title={t('editor.outdatedTitle')}>
          {t('editor.outdatedText')}
        </Notice>
      ) : null}
      {foreign.length > 0 ? (
        <Notice tone="ask" title={t('editor.foreignTitle')}>
          <ul>
            {foreign.map((found) => (
              <li>
                {LOCALE_NAMES[found.locale]}: “<span lang={found.locale}>{found.text}</span>”
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
};

const Fields = ({ desk, values, problems, source, locale, outdated }: EditorPageProps) => {
  const { t } = desk.reader;
  const error = (path: string) =>
    problems
      .filter((problem) => problem.path === path)
      .map((problem) => problem.message)
      .join(' ') || undefined;
  return (
    <>
      <TextField
        name="title"
        label={t('editor.title')}
        value={values.title}
        maxlength={140}
        lang={locale}
        error={error('title')}
        required
      />
      <TextArea
        name="summary"
        label={t('editor.summary')}
        help={t('editor.summaryHelp')}
        value={values.summary}
        rows={3}
        maxlength={600}
        lang={locale}
        error={error('summary')}
        required
      />
      <TextField
        name="aliases"
        label={t('editor.aliases')}
        help={t('editor.aliasesHelp')}
        value={values.aliases.join(', ')}
        lang={locale}
        optional={t('form.optional')}
        error={error('aliases')}
      />
      <TextArea
        name="body"
        label={t('editor.body')}
        help={t('editor.bodyHelp')}
        value={values.body}
        rows={26}
        look="code"
        lang={locale}
        error={error('body')}
        required
      />
      {source ? (
        <Checkbox name="upToDate" label={t('editor.upToDate', { number: source.number })} checked={!outdated} />
      ) : null}
      <TextField
        name="note"
        label={t('editor.note')}
        help={t('editor.noteHelp')}
        value={values.note}
        optional={t('form.optional')}
        maxlength={300}
      />
    </>
  );
};

const Source = ({ desk, source }: { readonly desk: Desk; readonly source: Revision }) => (
  <section class="source-text" lang={source.locale} aria-label={desk.reader.t('editor.source')}>
    <h2>{desk.reader.t('editor.sourceIn', { language: LOCALE_NAMES[source.locale as Locale] })}</h2>
    <p>
      <strong>{source.title}</strong>
    </p>
    <p>{source.summary}</p>
    <pre class="source-body">{source.body}</pre>
  </section>
);

/** One language of an article: its text, beside the page it becomes and, for a translation, beside its source. */
export const EditorPage = (props: EditorPageProps) => {
  const { desk, article, locale, values, problems, source, isPublic } = props;
  const { t } = desk.reader;
  const home = `${desk.base}/${article.shelf}/${article.slug}`;
  const here = `${home}/${locale}`;
  const hidden = {
    basedOn: values.basedOn === null ? '' : String(values.basedOn),
    sourceRevision: source ? String(source.id) : '',
    keptSource: values.sourceRevisionId === null ? '' : String(values.sourceRevisionId),
  };
  return (
    <DeskPage desk={desk} title={values.title || t('editor.new')} full>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
        />
      ) : null}
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[
          { href: `${desk.base}/articles`, label: t('desk.articles') },
          { href: home, label: article.slug },
        ]}
        current={LOCALE_NAMES[locale]}
      />
      <PageHead title={values.title || t('editor.new')} kicker={LOCALE_NAMES[locale]}>
        <LinkButton href={`${here}/history`} variant="plain" size="small" icon="clock">
          {t('editor.history')}
        </LinkButton>
      </PageHead>
      <Warnings {...props} />
      <Pair
        start={
          <Form
            action={here}
            hidden={hidden}
            id="editor"
            data={{ 'data-island': 'preview', 'data-source': `${here}/preview`, 'data-target': 'preview' }}
          >
            <Fields {...props} />
            <FormActions>
              <Button name="do" value="save" variant="plain">
                {t('editor.save')}
              </Button>
              <Button name="do" value="publish">
                {t('editor.publish')}
              </Button>
              <Button name="do" value="review" variant="quiet">
                {t('editor.askReview')}
              </Button>
            </FormActions>
            <DateField
              name="dueOn"
              label={t('editor.schedule')}
              help={t('editor.scheduleHelp')}
              error={problems.find((p) => p.path === 'dueOn')?.message}
            />
            <FormActions>
              <Button name="do" value="schedule" variant="plain" icon="clock">
                {t('editor.scheduleButton')}
              </Button>
              {isPublic ? (
                <Button name="do" value="unpublish" variant="danger">
                  {t('editor.unpublish')}
                </Button>
              ) : null}
            </FormActions>
          </Form>
        }
        end={
          <>
            {source ? <Source desk={desk} source={source} /> : null}
            <section aria-label={t('editor.preview')}>
              <h2>{t('editor.preview')}</h2>
              <div id="preview" class="article" lang={locale}>
                <p class="soft">{t('editor.previewEmpty')}</p>
              </div>
            </section>
          </>
        }
      />
    </DeskPage>
  );
};
