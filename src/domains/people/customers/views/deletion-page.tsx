import type { Site } from '#domains/brands/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { AccountPage } from './account-page.tsx';

/** What goes, when, and how it is taken back; then the button. */
export const DeletionPage = ({ site, days }: { readonly site: Site; readonly days: number }) => {
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <AccountPage
      site={site}
      title={t('account.deletion.title')}
      lead={t('account.deletion.lead', { count: days })}
      within
    >
      <ul>
        <li>{t('account.deletion.goes')}</li>
        <li>{t('account.deletion.undo')}</li>
        <li>{t('account.deletion.stays')}</li>
      </ul>
      <Form action={`${account}/deletion`}>
        <FormActions>
          <Button variant="danger">{t('account.deletion.button')}</Button>
          <LinkButton variant="plain" href={account}>
            {t('account.household.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountPage>
  );
};
