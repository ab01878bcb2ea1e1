import { type Desk, DeskPage } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash } from '#ui/components/notice.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { TextArea } from '#ui/components/text-field.tsx';

const NAMES = ['topics', 'people', 'actions', 'channels', 'synonyms'] as const;

interface WordsPageProps {
  readonly desk: Desk;
  readonly name: (typeof NAMES)[number];
  readonly text: string;
  readonly problems: readonly FieldProblem[];
  readonly done: boolean;
}

/** One of the brand's lists as text, with every problem named by its line. */
export const WordsPage = ({ desk, name, text, problems, done }: WordsPageProps) => {
  const { t } = desk.reader;
  return (
    <DeskPage desk={desk} title={t(`words.${name}`)}>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((p) => ({ href: '#field-text', message: p.message }))}
        />
      ) : null}
      <PageHead title={t(`words.${name}`)} lead={t(`words.${name}Lead`)} />
      <Tabs
        label={t('desk.words')}
        items={NAMES.map((other) => ({
          href: `${desk.base}/words/${other}`,
          label: t(`words.${other}`),
          current: other === name,
        }))}
      />
      {done ? <Flash>{t('desk.saved')}</Flash> : null}
      <Form action={`${desk.base}/words/${name}`}>
        <TextArea
          name="text"
          label={t(`words.${name}`)}
          help={t('words.help')}
          value={text}
          rows={28}
          look="code"
          error={problems.map((p) => p.message).join(' ') || undefined}
        />
        <FormActions>
          <Button>{t('desk.save')}</Button>
        </FormActions>
      </Form>
    </DeskPage>
  );
};
