import { type Site, SitePage } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { RadioGroup } from '#ui/components/choice-field.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page } from '#ui/components/page.tsx';
import { TextArea, TextField } from '#ui/components/text-field.tsx';
import type { Listed } from '../help-centre.ts';
import { MAX_PROPOSAL, PROPOSAL_KINDS } from '../reader-reports.ts';

export interface SuggestValues {
  readonly about: string;
  readonly kind: string;
  readonly text: string;
  readonly source: string;
}

interface SuggestPageProps {
  readonly site: Site;
  readonly listed: Listed | null;
  readonly values: SuggestValues;
  readonly problems: readonly FieldProblem[];
  readonly back: string;
}

/** A reader corrects us: what is wrong, and where they know it from. */
export const SuggestPage = ({ site, listed, values, problems, back }: SuggestPageProps) => {
  const { t } = site.reader;
  const error = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <SitePage site={site} title={t('suggest.title')} noindex>
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
          />
        ) : null}
        <PageHead
          title={t('suggest.title')}
          lead={listed ? t('suggest.leadAbout', { title: listed.title }) : t('suggest.lead')}
        />
        <Notice>{t('suggest.review')}</Notice>
        <Form action={site.urls.suggest} hidden={{ about: values.about }}>
          <RadioGroup
            name="kind"
            label={t('suggest.kind')}
            value={values.kind}
            error={error('kind')}
            options={PROPOSAL_KINDS.map((kind) => ({ value: kind, label: t(`suggest.kind.${kind}`) }))}
          />
          <TextArea
            name="text"
            label={t('suggest.text')}
            help={t('suggest.textHelp')}
            value={values.text}
            rows={6}
            maxlength={MAX_PROPOSAL}
            error={error('text')}
            required
          />
          <TextField
            name="source"
            label={t('suggest.source')}
            help={t('suggest.sourceHelp')}
            value={values.source}
            optional={t('form.optional')}
            error={error('source')}
            maxlength={500}
          />
          <FormActions>
            <Button>{t('form.send')}</Button>
            <LinkButton href={back} variant="plain">
              {t('form.back')}
            </LinkButton>
          </FormActions>
        </Form>
      </Page>
    </SitePage>
  );
};

export const SuggestThanks = ({ site, back }: { readonly site: Site; readonly back: string }) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('suggest.thanksTitle')} noindex>
      <Page>
        <PageHead title={t('suggest.thanksTitle')} lead={t('suggest.thanksText')} />
        <p>
          <LinkButton href={back} icon="arrow">
            {t('suggest.back')}
          </LinkButton>
        </p>
      </Page>
    </SitePage>
  );
};
