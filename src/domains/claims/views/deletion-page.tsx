import { type Site, SitePage } from '#domains/brands/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Page } from '#ui/components/page.tsx';

/** Asks once before everything goes. */
export const DeletionPage = ({ site, href }: { readonly site: Site; readonly href: string }) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('claim.deletion.title')} noindex>
      <Page>
        <PageHead title={t('claim.deletion.title')} lead={t('claim.deletion.text')} />
        <Form action={`${href}/deletion`}>
          <FormActions>
            <Button variant="danger">{t('claim.deletion.button')}</Button>
            <LinkButton href={href} variant="plain">
              {t('claim.backToClaim')}
            </LinkButton>
          </FormActions>
        </Form>
      </Page>
    </SitePage>
  );
};

/** Nothing is left, and the page says so. */
export const DeletedPage = ({ site }: { readonly site: Site }) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('claim.deleted.title')} noindex>
      <Page>
        <PageHead title={t('claim.deleted.title')} lead={t('claim.deleted.text')} />
        <p>
          <LinkButton href={site.urls.home}>{t('claim.deleted.home')}</LinkButton>
        </p>
      </Page>
    </SitePage>
  );
};
