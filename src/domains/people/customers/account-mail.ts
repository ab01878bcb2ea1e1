import type { Context } from '#platform/context.ts';
import { queueMessage } from '#platform/outbox/outbox.ts';
import type { MailLetter, MailSender, RenderedMail } from '#ui/mail/letter.ts';
import { renderMail } from '#ui/mail/render-mail.tsx';
import type { MessageKey } from '#ui/reader.ts';
import type { ColourPair } from '#ui/theme.ts';
import type { AccountSite } from './account-site.ts';

/** What an account's mails are about, with what each of them needs to say. */
export type AccountMail =
  | {
      readonly kind: 'confirmSignUp' | 'signInLink' | 'recoverLink' | 'confirmEmail';
      readonly href: string;
      readonly minutes: number;
    }
  | { readonly kind: 'alreadyHere' | 'noAccount' | 'deletionAsked'; readonly href: string }
  | { readonly kind: 'emailChanging' | 'emailChanged'; readonly href: string; readonly email: string }
  | {
      readonly kind:
        | 'passwordChanged'
        | 'authenticatorAdded'
        | 'authenticatorRemoved'
        | 'passkeyAdded'
        | 'passkeyRemoved';
      readonly href: string;
      readonly device: string;
    };

export const ACCOUNT_MAILS = [
  'confirmSignUp',
  'signInLink',
  'recoverLink',
  'confirmEmail',
  'alreadyHere',
  'noAccount',
  'emailChanging',
  'emailChanged',
  'passwordChanged',
  'authenticatorAdded',
  'authenticatorRemoved',
  'passkeyAdded',
  'passkeyRemoved',
  'deletionAsked',
] as const satisfies readonly AccountMail['kind'][];

const HOUR_MINUTES = 60;

/** Until when a link holds, in words. */
function holdsFor({ reader: { t } }: AccountSite, minutes: number): string {
  const hours = minutes / HOUR_MINUTES;
  return hours >= 1 ? t('mail.holdsHours', { count: hours }) : t('mail.holdsMinutes', { count: minutes });
}

function letterOf(site: AccountSite, mail: AccountMail, name: string): MailLetter {
  const { t } = site.reader;
  const values = {
    brand: site.brand.name,
    ...('email' in mail ? { email: mail.email } : {}),
    ...('device' in mail ? { device: mail.device } : {}),
  };
  const say = (part: 'subject' | 'text' | 'action' | 'after'): string =>
    t(`mail.${mail.kind}.${part}` as MessageKey, values);
  return {
    subject: say('subject'),
    greeting: name === '' ? t('mail.hello') : t('mail.helloName', { name }),
    paragraphs: [say('text')],
    action: { label: say('action'), href: mail.href },
    after: [...('minutes' in mail ? [holdsFor(site, mail.minutes)] : []), say('after')],
  };
}

const pair = ([light, dark]: readonly [string, string]): ColourPair => ({ light, dark });

const senderOf = ({ brand, reader, origin, accountPath }: AccountSite): MailSender => ({
  locale: reader.locale,
  name: brand.name,
  home: origin + accountPath,
  accent: pair(brand.theme.accent),
  accentInk: pair(brand.theme.accentInk),
  footer: [reader.t('mail.why', { brand: brand.name }), brand.company],
});

/** The mail as it goes out, for the outbox and for the preview at the desk. */
export const accountMail = (site: AccountSite, mail: AccountMail, name: string): RenderedMail =>
  renderMail(letterOf(site, mail, name), senderOf(site));

/** Puts one of an account's mails into the outbox, in the caller's transaction. */
export async function queueAccountMail(
  ctx: Context,
  site: AccountSite,
  to: { readonly customerId: string | null; readonly email: string; readonly name: string },
  mail: AccountMail,
): Promise<void> {
  await queueMessage(ctx, {
    medium: 'mail',
    brandId: site.brand.id,
    about: to.customerId === null ? '' : `customer:${to.customerId}`,
    kind: mail.kind,
    locale: site.reader.locale,
    recipient: to.email,
    ...accountMail(site, mail, to.name),
  });
}
