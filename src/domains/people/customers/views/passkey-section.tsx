import type { Site } from '#domains/brands/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import type { Passkey } from '../customer.ts';

interface PasskeyButtonProps {
  /** Where the options come from, and where the browser's answer goes. */
  readonly options: string;
  readonly answer: string;
  readonly action: 'create' | 'get';
  readonly label: string;
  /** Said when the browser or the server took it badly. */
  readonly failed: string;
}

/** Only a script can ask for a passkey: the whole block stays hidden without one, and in browsers that know none. */
const PasskeyButton = ({ options, answer, action, label, failed }: PasskeyButtonProps) => (
  <div class="passkey" data-passkey={action} data-options={options} data-answer={answer} hidden>
    <Button type="button" variant="plain" icon="key">
      {label}
    </Button>
    <div class="passkey-failed" role="alert" data-passkey-failed hidden>
      <Notice tone="no">{failed}</Notice>
    </div>
  </div>
);

export const PasskeySignIn = ({ site }: { readonly site: Site }) => {
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <PasskeyButton
      action="get"
      options={`${account}/passkey-sign-in/options`}
      answer={`${account}/passkey-sign-in`}
      label={t('account.passkey.signIn')}
      failed={t('account.passkey.signInFailed')}
    />
  );
};

interface PasskeySectionProps {
  readonly site: Site;
  readonly zone: string;
  readonly passkeys: readonly Passkey[];
}

const PasskeyTable = ({ site, zone, passkeys }: PasskeySectionProps) => {
  const { t, moment } = site.reader;
  return (
    <Table
      id="passkeys-table"
      caption={t('account.passkey.title')}
      hideCaption
      columns={[
        { label: t('account.passkey.addedWith') },
        { label: t('account.passkey.addedAt') },
        { label: t('account.security.lastSeen') },
        { label: t('account.passkey.remove'), hideLabel: true },
      ]}
      rows={passkeys.map(({ id, device, addedAt, usedAt }) => [
        device,
        moment(addedAt, zone),
        usedAt ? moment(usedAt, zone) : t('account.passkey.never'),
        <Form
          action={`${site.urls.home}account/passkeys/removal`}
          label={t('account.passkey.removeOf', { device })}
          hidden={{ passkey: id }}
          inline
        >
          <Button variant="quiet" size="small">
            {t('account.passkey.remove')}
          </Button>
        </Form>,
      ])}
    />
  );
};

export const PasskeySection = (props: PasskeySectionProps) => {
  const { site, passkeys } = props;
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <Section title={t('account.passkey.title')} id="passkeys">
      <p>{t('account.passkey.lead')}</p>
      {passkeys.length === 0 ? null : <PasskeyTable {...props} />}
      <PasskeyButton
        action="create"
        options={`${account}/passkeys/options`}
        answer={`${account}/passkeys`}
        label={t('account.passkey.add')}
        failed={t('account.passkey.addFailed')}
      />
      <noscript>
        <p>{t('account.passkey.noScript')}</p>
      </noscript>
    </Section>
  );
};
