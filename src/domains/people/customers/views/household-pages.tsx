import type { Site } from '#domains/brands/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { CheckboxGroup } from '#ui/components/choice-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Section } from '#ui/components/page.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import type { HouseholdProfile } from '../customer.ts';
import { NOTIFICATION_KINDS } from '../notifications.ts';
import type { Said } from '../request.ts';
import { AccountPage } from './account-page.tsx';

/** A name that was refused: for one profile, or for a new one. */
export interface TypedProfile {
  readonly id: string | null;
  readonly name: string;
  readonly problem: string;
}

interface HouseholdProps {
  readonly site: Site;
  readonly profiles: readonly HouseholdProfile[];
  readonly most: number;
  readonly typed: TypedProfile | undefined;
  readonly said: Said | undefined;
}

interface RowProps {
  readonly site: Site;
  readonly profile: HouseholdProfile;
  readonly typed: TypedProfile | undefined;
}

const fieldOf = (id: string | null): string => (id === null ? 'name' : `name-${id}`);

const ProfileRow = ({ site, profile, typed }: RowProps) => {
  const { t } = site.reader;
  const here = `${site.urls.home}account/household/${profile.id}`;
  const refused = typed?.id === profile.id ? typed : undefined;
  return (
    <li class="household-row">
      <Form action={here} label={t('account.household.renameOf', { name: profile.name })}>
        <TextField
          id={fieldOf(profile.id)}
          name="name"
          label={t('account.household.name')}
          value={refused?.name ?? profile.name}
          error={refused?.problem}
          autocomplete="off"
        />
        <FormActions>
          <Button variant="plain">{t('account.household.rename')}</Button>
          <LinkButton variant="quiet" href={`${here}/deletion`}>
            {t('account.household.deleteOf', { name: profile.name })}
          </LinkButton>
        </FormActions>
      </Form>
    </li>
  );
};

export const HouseholdPage = ({ site, profiles, most, typed, said }: HouseholdProps) => {
  const { t } = site.reader;
  return (
    <AccountPage
      site={site}
      title={t('account.household')}
      lead={t('account.household.lead')}
      problems={typed ? [{ path: fieldOf(typed.id), message: typed.problem }] : []}
      said={said}
      within
    >
      {profiles.length === 0 ? (
        <EmptyState icon="person" title={t('account.household.none')} text={t('account.household.noneText')} />
      ) : (
        <ul class="household">
          {profiles.map((profile) => (
            <ProfileRow site={site} profile={profile} typed={typed} />
          ))}
        </ul>
      )}
      {profiles.length >= most ? (
        <p>{t('account.household.full', { most })}</p>
      ) : (
        <Section title={t('account.household.add')} id="add">
          <Form action={`${site.urls.home}account/household`}>
            <TextField
              name="name"
              label={t('account.household.name')}
              value={typed?.id === null ? typed.name : ''}
              error={typed?.id === null ? typed.problem : undefined}
              autocomplete="off"
            />
            <FormActions>
              <Button>{t('account.household.addButton')}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </AccountPage>
  );
};

/** Asks once more, since what goes does not come back. */
export const DeleteProfilePage = ({ site, profile }: { readonly site: Site; readonly profile: HouseholdProfile }) => {
  const { t } = site.reader;
  const household = `${site.urls.home}account/household`;
  return (
    <AccountPage
      site={site}
      title={t('account.household.deleteOf', { name: profile.name })}
      lead={t('account.household.deleteLead')}
      within
    >
      <Form action={`${household}/${profile.id}/deletion`}>
        <FormActions>
          <Button variant="danger">{t('account.household.delete')}</Button>
          <LinkButton variant="plain" href={household}>
            {t('account.household.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountPage>
  );
};

interface NotificationsProps {
  readonly site: Site;
  readonly email: string;
  readonly off: readonly string[];
  readonly said: Said | undefined;
}

export const NotificationsPage = ({ site, email, off, said }: NotificationsProps) => {
  const { t } = site.reader;
  return (
    <AccountPage
      site={site}
      title={t('account.notifications')}
      lead={t('account.notifications.lead', { email })}
      said={said}
      within
    >
      <Form action={`${site.urls.home}account/notifications`}>
        <CheckboxGroup
          name="kind"
          label={t('account.notifications.which')}
          help={t('account.notifications.always')}
          options={NOTIFICATION_KINDS.map((kind) => ({ value: kind, label: t(`account.notifications.${kind}`) }))}
          values={NOTIFICATION_KINDS.filter((kind) => !off.includes(kind))}
        />
        <FormActions>
          <Button>{t('account.details.save')}</Button>
        </FormActions>
      </Form>
    </AccountPage>
  );
};
