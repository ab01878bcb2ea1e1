import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames, type Link } from './markup.ts';

/** info: good to know; yes: done; ask: needs attention; no: went wrong. */
export type NoticeTone = 'info' | 'yes' | 'ask' | 'no';

const noticeIcons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  yes: 'check',
  ask: 'warning',
  no: 'warning',
};

interface NoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  /** Announce it when it appears: status for news, alert for trouble. */
  readonly role?: 'status' | 'alert' | undefined;
  readonly lang?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: Content;
}

/** A message about the page or about what was just done. */
export const Notice = ({ tone = 'info', title, role, lang, icon, children }: NoticeProps) => (
  <div class={classNames('notice', `tone-${tone}`)} role={role} lang={lang}>
    <Icon name={icon ?? noticeIcons[tone]} />
    <div>
      {title ? <p class="notice-title">{title}</p> : null}
      {children ? <div>{children}</div> : null}
    </div>
  </div>
);

/** What was just done, shown once after a redirect. */
export const Flash = ({ tone = 'yes', children }: { readonly tone?: NoticeTone; readonly children?: Content }) => (
  <Notice tone={tone} role={tone === 'no' ? 'alert' : 'status'}>
    {children}
  </Notice>
);

/** An article nobody has reviewed for long: say since when. */
export const StaleNotice = ({ text, action }: { readonly text: string; readonly action?: Link | undefined }) => (
  <Notice tone="ask" icon="clock">
    {text} {action ? <a href={action.href}>{action.label}</a> : null}
  </Notice>
);

/** The page is not in the language asked for; `text` is in the reader's language, the page itself carries its own lang. */
export const FallbackLanguageNotice = ({
  text,
  action,
}: {
  readonly text: string;
  readonly action?: Link | undefined;
}) => (
  <Notice icon="globe">
    {text} {action ? <a href={action.href}>{action.label}</a> : null}
  </Notice>
);

interface BannerProps {
  readonly text: Content;
  readonly action?: Link | undefined;
  /** Name of the region for assistive technology ("Demo"). */
  readonly label: string;
}

/** A line across the very top: demo mode, incidents, a change ahead. */
export const Banner = ({ text, action, label }: BannerProps) => (
  <aside class="banner" aria-label={label}>
    <div class="wrap">
      <Icon name="info" size="small" />
      <p>
        {text} {action ? <a href={action.href}>{action.label}</a> : null}
      </p>
    </div>
  </aside>
);
