import type { ButtonVariant } from './button.tsx';
import { Icon } from './icons.tsx';
import { type Content, classNames } from './markup.ts';

interface DialogProps {
  readonly id: string;
  readonly title: string;
  /** Words of the button that opens it. */
  readonly open: string;
  /** Words of the button that closes it ("Not now"). */
  readonly close: string;
  readonly variant?: ButtonVariant | undefined;
  readonly children?: Content;
}

/**
 * A dialog that opens without script (a popover: Escape and a click beside it close it). Where popovers are unknown, its
 * content simply stands in the page. Anything that cannot be undone has a page of its own to confirm instead.
 */
export const Dialog = ({ id, title, open, close, variant = 'plain', children }: DialogProps) => (
  <>
    <button type="button" class={classNames('btn', `btn-${variant}`, 'dialog-open')} popovertarget={id}>
      {open}
    </button>
    <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-title`}>
      <div class="stack">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button type="button" class="btn btn-plain dialog-close" popovertarget={id} popovertargetaction="hide">
          {close}
        </button>
      </div>
    </dialog>
  </>
);

interface DisclosureProps {
  readonly summary: Content;
  readonly open?: boolean | undefined;
  /** Disclosures that share a name close each other. */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Content;
}

/** More, when asked for: frequent questions, details. */
export const Disclosure = ({ summary, open, name, id, children }: DisclosureProps) => (
  <details class="disclosure" open={open} id={id} {...(name ? { name } : {})}>
    <summary>
      {summary}
      <Icon name="chevron" />
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
