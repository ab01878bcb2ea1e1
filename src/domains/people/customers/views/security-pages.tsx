import { raw } from 'hono/html';
import type { Site } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import type { CustomerSession, Passkey } from '../customer.ts';
import type { Said } from '../request.ts';
import { AccountPage, errorAt } from './account-page.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { NewPasswordField } from './sign-in-pages.tsx';

interface SecurityProps {
  readonly site: Site;
  readonly zone: string;
  readonly hasPassword: boolean;
  /** Recovery codes left; null while there is no second factor. */
  readonly codesLeft: number | null;
  /** Null where a browser could make none. */
  readonly passkeys: readonly Passkey[] | null;
  readonly sessions: readonly CustomerSession[];
  /** The session of this very request. */
  readonly current: string;
  readonly problems: readonly FieldProblem[];
  readonly said: Said | undefined;
}

const PasswordSection = ({ site, hasPassword, problems }: SecurityProps) => {
  const { t } = site.reader;
  return (
    <Section title={t('account.security.passwordTitle')} id="password">
      {hasPassword ? null : <p>{t('account.security.passwordNone')}</p>}
      <Form action={`${site.urls.home}account/password`}>
        {hasPassword ? (
          <TextField
            name="current"
            type="password"
            label={t('account.currentPassword')}
            autocomplete="current-password"
            error={errorAt(problems)('current')}
            required
          />
        ) : null}
        <NewPasswordField site={site} problems={problems} />
        <FormActions>
          <Button>{t('account.security.passwordButton')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
};

const FactorSection = ({ site, codesLeft, problems }: SecurityProps) => {
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  if (codesLeft === null) {
    return (
      <Section title={t('account.security.factorTitle')} id="factor">
        <p>{t('account.security.factorOff')}</p>
        <Form action={`${account}/authenticator`}>
          <FormActions>
            <Button variant="plain">{t('account.security.factorAdd')}</Button>
          </FormActions>
        </Form>
      </Section>
    );
  }
  return (
    <Section title={t('account.security.factorTitle')} id="factor">
      <p>{t('account.security.factorOn', { count: codesLeft })}</p>
      <Form action={`${account}/authenticator/removal`}>
        <TextField
          name="code"
          label={t('account.factor.code')}
          help={t('account.security.factorRemoveHelp')}
          look="code"
          autocomplete="one-time-code"
          error={errorAt(problems)('code')}
        />
        <FormActions>
          <Button variant="plain">{t('account.security.factorRemove')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
};

const SessionsSection = ({ site, zone, sessions, current }: SecurityProps) => {
  const { t, moment } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <Section title={t('account.security.sessionsTitle')} id="sessions">
      <Table
        caption={t('account.security.sessionsTitle')}
        hideCaption
        columns={[
          { label: t('account.security.device') },
          { label: t('account.activity.where') },
          { label: t('account.security.lastSeen') },
          { label: t('account.security.endOne'), hideLabel: true },
        ]}
        rows={sessions.map(({ id, device, network, seenAt }) => [
          id === current ? `${device} (${t('account.security.thisOne')})` : device,
          network,
          moment(seenAt, zone),
          <Form action={`${account}/sessions/${id}/end`} label={t('account.security.endOneOf', { device })} inline>
            <Button variant="quiet" size="small">
              {t('account.security.endOne')}
            </Button>
          </Form>,
        ])}
      />
      {sessions.length > 1 ? (
        <Form action={`${account}/sessions/others/end`}>
          <FormActions>
            <Button variant="plain">{t('account.security.endOthers')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  );
};

export const SecurityPage = (props: SecurityProps) => (
  <AccountPage
    site={props.site}
    title={props.site.reader.t('account.security')}
    problems={props.problems}
    said={props.said}
    scripts={props.passkeys === null ? [] : [props.site.assets.accountIsland]}
    within
  >
    <PasswordSection {...props} />
    {props.passkeys === null ? null : <PasskeySection site={props.site} zone={props.zone} passkeys={props.passkeys} />}
    <FactorSection {...props} />
    <SessionsSection {...props} />
  </AccountPage>
);

interface AuthenticatorProps {
  readonly site: Site;
  readonly secret: string;
  /** The key as a picture, SVG of our own making. */
  readonly picture: string;
  readonly problems: readonly FieldProblem[];
}

export const AuthenticatorPage = ({ site, secret, picture, problems }: AuthenticatorProps) => {
  const { t } = site.reader;
  return (
    <AccountPage
      site={site}
      title={t('account.security.factorAdd')}
      lead={t('account.security.scan')}
      problems={problems}
      within
    >
      <div class="key-picture" role="img" aria-label={t('account.security.picture')}>
        {raw(picture)}
      </div>
      <p>
        {t('account.security.key')}: <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <Form action={`${site.urls.home}account/authenticator/confirmation`}>
        <TextField
          name="code"
          label={t('account.security.confirmCode')}
          look="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          error={errorAt(problems)('code')}
          required
        />
        <FormActions>
          <Button>{t('account.security.confirmButton')}</Button>
        </FormActions>
      </Form>
    </AccountPage>
  );
};

export const RecoveryCodesPage = ({ site, codes }: { readonly site: Site; readonly codes: readonly string[] }) => {
  const { t } = site.reader;
  return (
    <AccountPage site={site} title={t('account.security.codesTitle')} lead={t('account.security.codesLead')} within>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton href={`${site.urls.home}account/security`}>{t('account.security.codesDone')}</LinkButton>
      </p>
    </AccountPage>
  );
};
