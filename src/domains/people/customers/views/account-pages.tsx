import type { Site } from '#domains/brands/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Card, Grid } from '#ui/components/card.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Table } from '#ui/components/table.tsx';
import type { MessageKey } from '#ui/reader.ts';
import type { Customer, CustomerActivity } from '../customer.ts';
import type { Said } from '../request.ts';
import { AccountPage } from './account-page.tsx';

interface HomeProps {
  readonly site: Site;
  readonly customer: Customer;
  readonly said: Said | undefined;
}

/** Where an account starts: what there is to look at and to change. */
export const AccountHomePage = ({ site, customer, said }: HomeProps) => {
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  const { name, email } = customer;
  return (
    <AccountPage
      site={site}
      said={said}
      title={name === '' ? t('account.home.titlePlain') : t('account.home.title', { name })}
      lead={t('account.home.lead', { brand: site.brand.name, email })}
    >
      <Grid>
        <Card
          level={2}
          icon="person"
          title={t('account.details')}
          href={`${account}/details`}
          text={t('account.home.detailsText')}
        />
        <Card
          level={2}
          icon="key"
          title={t('account.security')}
          href={`${account}/security`}
          text={t('account.home.securityText')}
        />
        <Card
          level={2}
          icon="people"
          title={t('account.household')}
          href={`${account}/household`}
          text={t('account.home.householdText')}
        />
        <Card
          level={2}
          icon="mail"
          title={t('account.notifications')}
          href={`${account}/notifications`}
          text={t('account.home.notificationsText')}
        />
        <Card
          level={2}
          icon="clock"
          title={t('account.activity')}
          href={`${account}/activity`}
          text={t('account.home.activityText')}
        />
      </Grid>
      <Form action={`${account}/sign-out`}>
        <FormActions>
          <Button variant="plain">{t('account.signOut')}</Button>
        </FormActions>
      </Form>
      <Form action={`${account}/data`}>
        <p>{t('account.data.text')}</p>
        <FormActions>
          <Button variant="plain">{t('account.data.button')}</Button>
        </FormActions>
      </Form>
      <p>
        <a href={`${account}/deletion`}>{t('account.deletion.title')}</a>
      </p>
    </AccountPage>
  );
};

interface ActivityProps {
  readonly site: Site;
  readonly zone: string;
  readonly activity: readonly CustomerActivity[];
}

export const ActivityPage = ({ site, zone, activity }: ActivityProps) => {
  const { t, moment } = site.reader;
  return (
    <AccountPage
      site={site}
      title={t('account.activity')}
      lead={t('account.activity.lead', { count: activity.length })}
      within
    >
      <Table
        caption={t('account.activity')}
        hideCaption
        columns={[
          { label: t('account.activity.when') },
          { label: t('account.activity.what') },
          { label: t('account.activity.where') },
        ]}
        rows={activity.map(({ at, kind, device, network }) => [
          moment(at, zone),
          t(`account.did.${kind}` as MessageKey),
          [device, network].filter((part) => part !== '').join(' · '),
        ])}
      />
      <p>
        <a href={`${site.urls.home}account/security`}>{t('account.security')}</a>
      </p>
    </AccountPage>
  );
};
