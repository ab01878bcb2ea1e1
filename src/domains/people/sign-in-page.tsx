import type { AssetUrls } from '#domains/brands/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import type { Reader } from '#ui/reader.ts';
import { DEMO_STAFF } from './demo-staff.ts';

interface SignInPageProps {
  readonly reader: Reader;
  readonly assets: AssetUrls;
  readonly isDemo: boolean;
  readonly email: string;
  readonly next: string;
  readonly problem: string | undefined;
}

/** Staff sign-in. In a demo the known sign-ins stand on the page itself. */
export const SignInPage = ({ reader, assets, isDemo, email, next, problem }: SignInPageProps) => {
  const { t, locale } = reader;
  return (
    <PlainLayout
      locale={locale}
      title={t('signIn.title')}
      noindex
      stylesheets={[assets.siteCss, assets.deskCss]}
      skip={t('page.skip')}
      name={t('desk.name')}
      home="/"
    >
      <Page>
        <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
        {problem === undefined ? null : (
          <Notice tone="no" role="alert">
            {problem}
          </Notice>
        )}
        <Form action="/desk/sign-in" hidden={{ next }}>
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            value={email}
            autocomplete="username"
            required
          />
          <TextField
            name="password"
            type="password"
            label={t('signIn.password')}
            autocomplete="current-password"
            required
          />
          <FormActions>
            <Button>{t('signIn.button')}</Button>
          </FormActions>
        </Form>
        {isDemo ? (
          <Notice title={t('signIn.demoTitle')}>
            <Table
              caption={t('signIn.demoTitle')}
              hideCaption
              columns={[{ label: t('signIn.email') }, { label: t('signIn.password') }]}
              rows={DEMO_STAFF.map((person) => [<code>{person.email}</code>, <code>{person.password}</code>])}
            />
          </Notice>
        ) : null}
      </Page>
    </PlainLayout>
  );
};
