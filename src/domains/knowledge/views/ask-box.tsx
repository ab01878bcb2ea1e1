import type { Site } from '#domains/brands/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TextField } from '#ui/components/text-field.tsx';

interface AskBoxProps {
  readonly site: Site;
  /** `shelf/slug` of the page the question is asked on. */
  readonly about?: string | undefined;
  readonly question?: string | undefined;
  /** The question before, so that “and on my phone?” is understood. */
  readonly previous?: string | undefined;
}

/** A question in one's own words; a GET form, so that the answer has an address. */
export const AskBox = ({ site, about, question, previous }: AskBoxProps) => {
  const { t } = site.reader;
  const hidden = { ...(about ? { about } : {}), ...(previous ? { previous } : {}) };
  return (
    <Form action={site.urls.ask} method="get" hidden={hidden} label={t('ask.title')} inline>
      <TextField name="question" label={t('ask.label')} value={question} maxlength={400} />
      <FormActions>
        <Button variant="plain">{t('ask.button')}</Button>
      </FormActions>
    </Form>
  );
};
