import { CHANNELS, capitalised, REQUEST_KINDS } from '#policy/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { type Choice, RadioGroup, SelectField } from '#ui/components/choice-field.tsx';
import { Toolbar } from '#ui/components/desk.tsx';
import { Form, FormActions, FormRow } from '#ui/components/form.tsx';
import { Section } from '#ui/components/page.tsx';
import { TextArea, TextField } from '#ui/components/text-field.tsx';
import { MAX_NAME, MAX_NOTE, outcomeOf, sameOutcome } from '../golden-cases/golden-case.ts';
import type { Side, TrialPageProps } from './trial-props.ts';
import { policyWords } from './words.ts';

/** Which case is shown: a test of the document, a golden case, or a stored request. */
export const Chooser = ({ desk, here, tests, golden, request, beside }: TrialPageProps) => {
  const { t } = desk.reader;
  return (
    <Toolbar
      end={
        <>
          {beside.before === null ? null : (
            <LinkButton href={`${here}/trial?request=${beside.before}`} variant="plain" size="small">
              {t('page.previous')}
            </LinkButton>
          )}
          {beside.after === null ? null : (
            <LinkButton href={`${here}/trial?request=${beside.after}`} variant="plain" size="small">
              {t('page.next')}
            </LinkButton>
          )}
        </>
      }
    >
      <Form action={`${here}/trial`} method="get" inline>
        <SelectField
          name="test"
          label={t('workbench.ownTests')}
          options={tests.map((label, i) => ({ value: String(i), label }))}
        />
        <Button size="small" variant="plain">
          {t('workbench.show')}
        </Button>
      </Form>
      {golden.length === 0 ? null : (
        <Form action={`${here}/trial`} method="get" inline>
          <SelectField
            name="golden"
            label={t('workbench.golden')}
            options={golden.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button size="small" variant="plain">
            {t('workbench.show')}
          </Button>
        </Form>
      )}
      <Form action={`${here}/trial`} method="get" inline>
        <TextField
          name="request"
          label={t('workbench.request')}
          value={request === null ? '' : String(request)}
          inputmode="numeric"
          look="short"
        />
        <Button size="small" variant="plain">
          {t('workbench.show')}
        </Button>
      </Form>
    </Toolbar>
  );
};

/** The facts of a case: the common ones to change quickly, all of them as text. */
export const FactsForm = ({ desk, here, facts, asOf, quick, problems }: TrialPageProps) => {
  const { t } = desk.reader;
  const { labels } = policyWords(desk);
  const fact = (path: string): string => capitalised(labels.fact(path), desk.reader.locale);
  const choices = (group: string, words: readonly string[]): Choice[] =>
    words.map((value) => ({ value, label: labels.word(group, value) }));
  const same = t('workbench.asItIs');
  return (
    <Form action={`${here}/trial`} id="case">
      <FormRow>
        <SelectField
          name="kind"
          label={fact('request.kind')}
          options={choices('request.kind', REQUEST_KINDS)}
          value={quick.kind}
          emptyLabel={same}
        />
        <SelectField
          name="channel"
          label={fact('channel')}
          options={choices('channel', CHANNELS)}
          value={quick.channel}
          emptyLabel={same}
        />
      </FormRow>
      <FormRow>
        <TextField name="reason" label={fact('request.reason')} value={quick.reason} placeholder={same} />
        <TextField name="region" label={fact('contract.region')} value={quick.region} placeholder={same} look="short" />
        <TextField
          name="days"
          label={t('workbench.daysAfter')}
          value={quick.days}
          placeholder={same}
          inputmode="numeric"
          look="short"
        />
      </FormRow>
      <TextField name="asOf" label={t('workbench.decidedAt')} value={asOf.toString()} look="code" />
      <TextArea
        name="facts"
        label={t('workbench.facts')}
        help={t('workbench.factsHelp')}
        value={facts}
        rows={24}
        look="code"
        spellcheck={false}
        error={problems.length > 0 ? problems.join(' ') : undefined}
      />
      <FormActions>
        <Button>{t('workbench.decide')}</Button>
      </FormActions>
    </Form>
  );
};

/** Settles what the case has to come to from now on. */
export const KeepForm = ({ page, before, after }: { page: TrialPageProps; before: Side; after: Side }) => {
  const { desk, here, facts, asOf, keeping } = page;
  const { t } = desk.reader;
  const words = policyWords(desk, after.policies);
  const [old, next] = [outcomeOf(before.explained.decision), outcomeOf(after.explained.decision)];
  const options: Choice[] = sameOutcome(old, next)
    ? [{ value: 'before', label: words.outcome(old), help: t('workbench.bothAgree') }]
    : [
        { value: 'before', label: words.outcome(old), help: t('workbench.asInForce') },
        { value: 'after', label: words.outcome(next), help: t('workbench.asDraft') },
      ];
  return (
    <Section title={t('workbench.keepAsGolden')} id="golden">
      <Form action={`${here}/golden-cases`} hidden={{ facts, asOf: asOf.toString() }}>
        <TextField
          name="name"
          label={t('workbench.goldenName')}
          value={keeping?.name}
          maxlength={MAX_NAME}
          error={keeping?.problem}
          required
        />
        <RadioGroup
          name="expected"
          label={t('workbench.expected')}
          options={options}
          value={keeping?.expected ?? 'before'}
        />
        <TextArea
          name="note"
          label={t('workbench.why')}
          value={keeping?.note}
          rows={2}
          maxlength={MAX_NOTE}
          optional={t('form.optional')}
        />
        <FormActions>
          <Button variant="plain" icon="star">
            {t('workbench.keep')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
};
