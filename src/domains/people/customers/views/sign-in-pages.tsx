import type { Site } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Stack } from '#ui/components/page.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import type { MessageKey } from '#ui/reader.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../staff.ts';
import type { Said } from '../request.ts';
import { AccountPage, errorAt } from './account-page.tsx';
import { PasskeySignIn } from './passkey-section.tsx';

interface Asked {
  readonly site: Site;
  readonly email: string;
  readonly problems: readonly FieldProblem[];
}

const EmailField = ({ site, email, problems }: Asked) => (
  <TextField
    name="email"
    type="email"
    label={site.reader.t('account.email')}
    value={email}
    autocomplete="username"
    error={errorAt(problems)('email')}
    required
  />
);

interface NewPasswordProps {
  readonly site: Site;
  readonly problems: readonly FieldProblem[];
  readonly optional?: boolean;
}

/** The field for a new password, with what makes a good one. */
export const NewPasswordField = ({ site, problems, optional }: NewPasswordProps) => {
  const { t } = site.reader;
  return (
    <TextField
      name="password"
      type="password"
      label={t('account.newPassword')}
      help={t('account.passwordHelp', { count: MIN_PASSWORD })}
      autocomplete="new-password"
      maxlength={MAX_PASSWORD}
      error={errorAt(problems)('password')}
      optional={optional ? t('form.optional') : undefined}
      required={!optional}
    />
  );
};

export const SignUpPage = (asked: Asked & { readonly name: string }) => {
  const { site } = asked;
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <AccountPage
      site={site}
      title={t('account.signUp.title')}
      lead={t('account.signUp.lead')}
      problems={asked.problems}
    >
      <Form action={`${account}/sign-up`}>
        <EmailField {...asked} />
        <TextField
          name="name"
          label={t('account.name')}
          value={asked.name}
          autocomplete="name"
          optional={t('form.optional')}
          error={errorAt(asked.problems)('name')}
        />
        <FormActions>
          <Button>{t('account.signUp.button')}</Button>
        </FormActions>
      </Form>
      <p>
        {t('account.signUp.have')} <a href={`${account}/sign-in`}>{t('account.signIn.title')}</a>
      </p>
    </AccountPage>
  );
};

export const SignInPage = (
  asked: Asked & { readonly refused: boolean; readonly said: Said | undefined; readonly canPasskey: boolean },
) => {
  const { site, refused, said, canPasskey } = asked;
  const { t } = site.reader;
  const account = `${site.urls.home}account`;
  return (
    <AccountPage
      site={site}
      title={t('account.signIn.title')}
      lead={t('account.signIn.lead')}
      problems={asked.problems}
      said={said}
      scripts={canPasskey ? [site.assets.accountIsland] : []}
    >
      {refused ? (
        <Notice tone="no" role="alert">
          {t('account.signIn.refused')}
        </Notice>
      ) : null}
      <Form action={`${account}/sign-in`}>
        <EmailField {...asked} />
        <TextField name="password" type="password" label={t('account.password')} autocomplete="current-password" />
        <FormActions>
          <Button>{t('account.signIn.button')}</Button>
          <Button variant="plain" formaction={`${account}/sign-in-link`}>
            {t('account.signIn.link')}
          </Button>
        </FormActions>
      </Form>
      {canPasskey ? <PasskeySignIn site={site} /> : null}
      <Stack space="tight">
        <p>
          <a href={`${account}/recovery`}>{t('account.signIn.forgot')}</a>
        </p>
        <p>
          {t('account.signIn.none')} <a href={`${account}/sign-up`}>{t('account.signUp.title')}</a>
        </p>
      </Stack>
    </AccountPage>
  );
};

export const RecoveryPage = (asked: Asked & { readonly said?: Said | undefined }) => {
  const { t } = asked.site.reader;
  return (
    <AccountPage
      site={asked.site}
      title={t('account.recovery.title')}
      lead={t('account.recovery.lead')}
      problems={asked.problems}
      said={asked.said}
    >
      <Form action={`${asked.site.urls.home}account/recovery`}>
        <EmailField {...asked} />
        <FormActions>
          <Button>{t('account.signUp.button')}</Button>
        </FormActions>
      </Form>
    </AccountPage>
  );
};

interface SentPageProps {
  readonly site: Site;
  readonly email: string;
  /** Where the address was entered. */
  readonly back: string;
}

/** The same for every address, whether it has an account or not. */
export const SentPage = ({ site, email, back }: SentPageProps) => {
  const { t } = site.reader;
  return (
    <AccountPage site={site} title={t('account.sent.title')} lead={t('account.sent.text', { email })}>
      {site.isDemo ? (
        <Notice>
          {t('account.sent.demo')} <a href="/desk/mailbox">{t('mailbox.title')}</a>
        </Notice>
      ) : null}
      <p>
        <a href={back}>{t('account.sent.wrong')}</a>
      </p>
    </AccountPage>
  );
};

export type LinkPageKind = 'signUp' | 'signIn' | 'recovery' | 'address' | 'undo';

const LINK_WORDS = {
  signUp: ['account.signUp.confirmTitle', 'account.signUp.confirmLead', 'account.signUp.confirmButton'],
  signIn: ['account.signIn.linkTitle', 'account.signIn.linkLead', 'account.signIn.button'],
  recovery: ['account.recovery.title', 'account.recovery.setLead', 'account.recovery.setButton'],
  address: ['account.address.confirmTitle', 'account.address.confirmLead', 'account.address.confirmTitle'],
  undo: ['account.address.undoTitle', 'account.address.undoLead', 'account.address.undoTitle'],
} as const satisfies Record<LinkPageKind, readonly [MessageKey, MessageKey, MessageKey]>;

interface LinkPageProps {
  readonly site: Site;
  readonly kind: LinkPageKind;
  readonly action: string;
  readonly problems: readonly FieldProblem[];
}

/** What a link in a mail opens: a button, since opening alone must not use it up. */
export const LinkPage = ({ site, kind, action, problems }: LinkPageProps) => {
  const { t } = site.reader;
  const [title, lead, button] = LINK_WORDS[kind];
  return (
    <AccountPage site={site} title={t(title)} lead={t(lead)} problems={problems}>
      <Form action={action}>
        {kind === 'signUp' || kind === 'recovery' ? (
          <NewPasswordField site={site} problems={problems} optional={kind === 'signUp'} />
        ) : null}
        <FormActions>
          <Button>{t(button)}</Button>
        </FormActions>
      </Form>
    </AccountPage>
  );
};

/** A link that was used, or whose time is over. */
export const LinkOverPage = ({ site, again }: { readonly site: Site; readonly again: string }) => {
  const { t } = site.reader;
  return (
    <AccountPage site={site} title={t('account.linkOver.title')} lead={t('account.linkOver.text')}>
      <p>
        <LinkButton href={again}>{t('account.signIn.title')}</LinkButton>
      </p>
    </AccountPage>
  );
};

export const SecondFactorPage = ({ site, refused }: { readonly site: Site; readonly refused: boolean }) => {
  const { t } = site.reader;
  return (
    <AccountPage site={site} title={t('account.factor.title')} lead={t('account.factor.lead')}>
      <Form action={`${site.urls.home}account/second-factor`}>
        <TextField
          name="code"
          label={t('account.factor.code')}
          look="code"
          autocomplete="one-time-code"
          error={refused ? t('account.factor.refused') : undefined}
          required
        />
        <FormActions>
          <Button>{t('account.factor.button')}</Button>
        </FormActions>
      </Form>
    </AccountPage>
  );
};
