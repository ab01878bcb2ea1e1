import type { AssetUrls } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Page } from '#ui/components/page.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import type { Reader } from '#ui/reader.ts';
import { MIN_PASSWORD } from './staff.ts';

interface SetUpPageProps {
  readonly reader: Reader;
  readonly assets: AssetUrls;
  readonly action: string;
  readonly values: { readonly name: string; readonly email: string; readonly mailTo: string };
  readonly problems: readonly FieldProblem[];
}

/** The first minutes of a real deployment: who administers it, and whether mail goes out. */
export const SetUpPage = ({ reader, assets, action, values, problems }: SetUpPageProps) => {
  const { t, locale } = reader;
  const error = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <PlainLayout
      locale={locale}
      title={t('setUp.title')}
      noindex
      stylesheets={[assets.siteCss, assets.deskCss]}
      skip={t('page.skip')}
      name="Recourse"
      home="/"
    >
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
          />
        ) : null}
        <PageHead title={t('setUp.title')} lead={t('setUp.lead')} />
        <Form action={action}>
          <TextField
            name="name"
            label={t('setUp.name')}
            value={values.name}
            autocomplete="name"
            error={error('name')}
            required
          />
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            value={values.email}
            autocomplete="username"
            error={error('email')}
            required
          />
          <TextField
            name="password"
            type="password"
            label={t('signIn.password')}
            help={t('setUp.passwordHelp', { count: MIN_PASSWORD })}
            autocomplete="new-password"
            error={error('password')}
            required
          />
          <TextField
            name="mailTo"
            type="email"
            label={t('setUp.mailTo')}
            help={t('setUp.mailHelp')}
            value={values.mailTo}
            optional={t('form.optional')}
            error={error('mailTo')}
          />
          <FormActions>
            <Button>{t('setUp.button')}</Button>
          </FormActions>
        </Form>
      </Page>
    </PlainLayout>
  );
};
