import { type Site, SitePage } from '#domains/brands/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Section, Stack } from '#ui/components/page.tsx';
import { IDLE_DAYS, KEEP_MONTHS } from '../claim.ts';

interface StartPageProps {
  readonly site: Site;
  /** What is known from where the customer comes from, by the name of the form field; sent along. */
  readonly known: Readonly<Record<string, string>>;
  /** The same in words. */
  readonly knownWords: readonly string[];
}

/** What the assistant does, what is kept, and one button. */
export const StartPage = ({ site, known, knownWords }: StartPageProps) => {
  const { t, list } = site.reader;
  const company = site.brand.name;
  return (
    <SitePage site={site} title={t('claim.title', { company })} description={t('claim.lead')}>
      <Page>
        <PageHead kicker={t('claim.kicker')} title={t('claim.title', { company })} lead={t('claim.lead')} />
        {knownWords.length > 0 ? (
          <Notice title={t('claim.known')}>
            <p>{list(knownWords)}</p>
          </Notice>
        ) : null}
        <Form action={site.urls.claim} hidden={known}>
          <FormActions>
            <Button>{t('claim.start')}</Button>
          </FormActions>
        </Form>
        <Stack read>
          <Section title={t('claim.howTitle')}>
            <ol>
              <li>{t('claim.how1')}</li>
              <li>{t('claim.how2', { company })}</li>
              <li>{t('claim.how3')}</li>
            </ol>
          </Section>
          <Section title={t('claim.keepTitle')}>
            <p>{t('claim.keep1')}</p>
            <p>{t('claim.keep2', { days: IDLE_DAYS, months: KEEP_MONTHS })}</p>
            <p class="soft">{t('claim.foot', { company })}</p>
          </Section>
        </Stack>
      </Page>
    </SitePage>
  );
};

/** A brand whose policy nobody has written down yet. */
export const NoPolicyPage = ({ site }: { readonly site: Site }) => {
  const { t } = site.reader;
  const company = site.brand.name;
  return (
    <SitePage site={site} title={t('claim.title', { company })} noindex>
      <Page>
        <PageHead title={t('claim.title', { company })} />
        <EmptyState title={t('claim.noPolicyTitle')} text={t('claim.noPolicyText', { company })} icon="document">
          <LinkButton href={site.urls.contact}>{t('contact.title')}</LinkButton>
        </EmptyState>
      </Page>
    </SitePage>
  );
};
