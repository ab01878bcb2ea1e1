import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames } from './markup.ts';

export type CalloutKind = 'note' | 'tip' | 'warning';

const looks: Readonly<Record<CalloutKind, { readonly icon: IconName; readonly tone?: string }>> = {
  note: { icon: 'info' },
  tip: { icon: 'tip', tone: 'tone-yes' },
  warning: { icon: 'warning', tone: 'tone-ask' },
};

interface CalloutProps {
  readonly kind: CalloutKind;
  /** The word that says what it is ("Note", "Tip", "Careful"). */
  readonly title: string;
  readonly children?: Content;
}

/** A remark beside the text of an article. */
export const Callout = ({ kind, title, children }: CalloutProps) => (
  <div class={classNames('callout', looks[kind].tone)} role="note">
    <Icon name={looks[kind].icon} />
    <div>
      <p class="notice-title">{title}</p>
      <div>{children}</div>
    </div>
  </div>
);

/** The answer first: a few sentences or points at the head of an article. */
export const InShort = ({ title, children }: { readonly title: string; readonly children?: Content }) => (
  <section class="in-short read" aria-labelledby="in-short-title">
    <h2 id="in-short-title">{title}</h2>
    {children}
  </section>
);
