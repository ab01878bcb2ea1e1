import { type Site, SitePage } from '#domains/brands/index.ts';
import { type AnswerProblem, PROBLEM_MESSAGES, QuestionField } from '#domains/policies/index.ts';
import { CURRENCIES, namedRegions } from '#lib/countries.ts';
import type { QuestionText } from '#policy/index.ts';
import { AnswerList } from '#ui/components/answer-list.tsx';
import { Button } from '#ui/components/button.tsx';
import { SelectField } from '#ui/components/choice-field.tsx';
import { ErrorSummary, Form, FormActions, FormRow } from '#ui/components/form.tsx';
import { Page, WithAside } from '#ui/components/page.tsx';
import { DateField, TextField } from '#ui/components/text-field.tsx';
import type { AnswerRow } from '../answer-words.ts';
import { CHARGED_AT, REGION } from '../claim.ts';

/** What stands in the fields: typed and sent back with a problem, or answered before. */
export type Typed = Readonly<Record<string, string>>;

export interface QuestionPageProps {
  readonly site: Site;
  /** The address of the claim. */
  readonly href: string;
  readonly path: string;
  readonly question: QuestionText;
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, AnswerProblem>>;
  readonly rows: readonly AnswerRow[];
  /** The screen before this one; null on the first. */
  readonly back: string | null;
  readonly today: string;
  /** Parts of countries the laws know: `US-CA`. */
  readonly parts: readonly { readonly code: string; readonly name: string }[];
}

const RegionField = ({ site, question, typed, parts, problems }: QuestionPageProps) => {
  const { t, locale } = site.reader;
  const { likely, others } = namedRegions(locale, parts);
  const options = [
    ...likely.map(({ code, name }) => ({ value: code, label: name, group: t('question.region.likely') })),
    ...others.map(({ code, name }) => ({ value: code, label: name, group: t('question.region.others') })),
  ];
  return (
    <SelectField
      name="value"
      label={question.text}
      help={t('question.region.help')}
      error={problems.value && t(PROBLEM_MESSAGES[problems.value])}
      asTitle
      options={options}
      value={typed.value}
      emptyLabel={t('question.region.choose')}
      autocomplete="country"
    />
  );
};

const ChargeFields = ({ site, typed, problems, today }: QuestionPageProps) => {
  const { t } = site.reader;
  const error = (name: string): string | undefined => {
    const problem = problems[name];
    return problem && t(PROBLEM_MESSAGES[problem]);
  };
  return (
    <>
      <h1 class="question-title">{t('question.charge.title')}</h1>
      <FormRow>
        <DateField
          name="value"
          label={t('question.charge.date')}
          help={t('question.charge.dateHelp')}
          error={error('value')}
          value={typed.value}
          max={today}
        />
        <TextField
          name="ago"
          label={t('question.charge.ago')}
          help={t('question.charge.agoHelp')}
          error={error('ago')}
          value={typed.ago}
          inputmode="numeric"
          look="short"
          maxlength={5}
        />
      </FormRow>
      <FormRow>
        <TextField
          name="amount"
          label={t('question.charge.amount')}
          help={t('question.charge.amountHelp')}
          error={error('amount')}
          value={typed.amount}
          optional={t('form.optional')}
          inputmode="decimal"
          look="short"
          maxlength={20}
        />
        <SelectField
          name="currency"
          label={t('question.charge.currency')}
          help={t('question.charge.currencyHelp')}
          value={typed.currency}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
      </FormRow>
    </>
  );
};

const Fields = (props: QuestionPageProps) => {
  const { site, path, question, typed, problems, today } = props;
  if (path === REGION) return <RegionField {...props} />;
  if (path === CHARGED_AT) return <ChargeFields {...props} />;
  return (
    <QuestionField
      name="value"
      question={question}
      value={typed.value}
      problem={problems.value}
      today={today}
      t={site.reader.t}
    />
  );
};

const Faults = ({ site, problems }: QuestionPageProps) => {
  const { t } = site.reader;
  const faults = Object.entries(problems).map(([name, problem]) => ({
    href: `#field-${name}`,
    message: t(PROBLEM_MESSAGES[problem]),
  }));
  return faults.length > 0 ? <ErrorSummary title={t('form.errors')} faults={faults} /> : null;
};

const QuestionForm = (props: QuestionPageProps) => {
  const { site, href, path, back } = props;
  const { t } = site.reader;
  return (
    <Form action={`${href}/answers`} hidden={{ path }}>
      {back === null ? null : (
        <p class="question-back">
          <a href={back}>{t('question.back')}</a>
        </p>
      )}
      <Fields {...props} />
      <FormActions>
        <Button>{t('question.continue')}</Button>
        <Button variant="plain" name="unknown" value="yes" formnovalidate>
          {t('question.unknown')}
        </Button>
      </FormActions>
    </Form>
  );
};

/** One question, the answers so far beside it. */
export const QuestionPage = (props: QuestionPageProps) => {
  const { site, href, question, rows, path } = props;
  const { t } = site.reader;
  const title = path === CHARGED_AT ? t('question.charge.title') : question.text;
  return (
    <SitePage site={site} title={title} noindex>
      <Page>
        <Faults {...props} />
        <WithAside
          asideLabel={t('question.soFar')}
          main={<QuestionForm {...props} />}
          aside={
            <>
              {rows.length > 0 ? (
                <AnswerList
                  title={t('question.soFar')}
                  change={t('question.change')}
                  items={rows.map((row) => ({ ...row, current: row.path === path }))}
                />
              ) : null}
              <p class="small soft">{t('claim.secretNote')}</p>
              <p class="small">
                <a href={`${href}/deletion`}>{t('claim.delete')}</a>
              </p>
            </>
          }
        />
      </Page>
    </SitePage>
  );
};
