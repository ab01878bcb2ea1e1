import type { Site } from '#domains/brands/index.ts';
import { namedRegions } from '#lib/countries.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { LOCALE_NAMES, LOCALES } from '#lib/locales.ts';
import { Button } from '#ui/components/button.tsx';
import { SelectField } from '#ui/components/choice-field.tsx';
import { Form, FormActions, FormRow } from '#ui/components/form.tsx';
import { Section } from '#ui/components/page.tsx';
import { TextArea, TextField } from '#ui/components/text-field.tsx';
import type { TypedAddress } from '../billing-address.ts';
import type { Said } from '../request.ts';
import { AccountPage, errorAt } from './account-page.tsx';

/** The details as they are typed. */
export interface DetailsValues {
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
  readonly phone: string;
}

interface DetailsProps {
  readonly site: Site;
  readonly email: string;
  readonly values: DetailsValues;
  readonly address: TypedAddress;
  readonly newEmail: string;
  readonly problems: readonly FieldProblem[];
  readonly said: Said | undefined;
}

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

interface AddressProps {
  readonly site: Site;
  readonly address: TypedAddress;
  readonly problems: readonly FieldProblem[];
}

const AddressFields = ({ site, address, problems }: AddressProps) => {
  const { t, locale } = site.reader;
  const error = errorAt(problems);
  const { likely, others } = namedRegions(locale);
  return (
    <fieldset class="address">
      <legend class="field-label">
        {t('account.details.billing')} <span class="field-optional">({t('form.optional')})</span>
      </legend>
      <TextArea
        name="lines"
        label={t('account.details.lines')}
        value={address.lines}
        rows={2}
        autocomplete="billing street-address"
        error={error('lines')}
      />
      <FormRow>
        <TextField
          name="postcode"
          label={t('account.details.postcode')}
          value={address.postcode}
          look="short"
          autocomplete="billing postal-code"
          error={error('postcode')}
        />
        <TextField
          name="city"
          label={t('account.details.city')}
          value={address.city}
          autocomplete="billing address-level2"
          error={error('city')}
        />
      </FormRow>
      <SelectField
        name="country"
        label={t('account.details.country')}
        emptyLabel={t('account.details.countryNone')}
        value={address.country}
        options={[...likely, ...others].map(({ code, name }) => ({ value: code, label: name }))}
        autocomplete="billing country"
        error={error('country')}
      />
    </fieldset>
  );
};

export const DetailsPage = ({ site, email, values, address, newEmail, problems, said }: DetailsProps) => {
  const { t } = site.reader;
  const error = errorAt(problems);
  const account = `${site.urls.home}account`;
  return (
    <AccountPage site={site} title={t('account.details')} problems={problems} said={said} within>
      <Form action={`${account}/details`}>
        <TextField
          name="name"
          label={t('account.name')}
          value={values.name}
          autocomplete="name"
          optional={t('form.optional')}
          error={error('name')}
        />
        <TextField
          name="phone"
          type="tel"
          label={t('account.details.phone')}
          help={t('account.details.phoneHelp')}
          value={values.phone}
          autocomplete="tel"
          optional={t('form.optional')}
          error={error('phone')}
        />
        <SelectField
          name="locale"
          label={t('account.details.language')}
          value={values.locale}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
          error={error('locale')}
        />
        <SelectField
          name="zone"
          label={t('account.details.zone')}
          value={values.zone}
          options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          error={error('zone')}
        />
        <AddressFields site={site} address={address} problems={problems} />
        <FormActions>
          <Button>{t('account.details.save')}</Button>
        </FormActions>
      </Form>
      <Section title={t('account.address.title')}>
        <p>{t('account.address.lead', { email })}</p>
        <Form action={`${account}/email`}>
          <TextField
            name="email"
            type="email"
            label={t('account.address.new')}
            value={newEmail}
            autocomplete="email"
            error={error('email')}
          />
          <FormActions>
            <Button variant="plain">{t('account.address.button')}</Button>
          </FormActions>
        </Form>
      </Section>
    </AccountPage>
  );
};
