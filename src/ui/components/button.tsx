import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames, type DataAttributes } from './markup.ts';

/** primary: the one thing to do; plain: beside it and as prominent; quiet: a link that acts; danger: cannot be undone. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | undefined;
  readonly icon?: IconName | undefined;
  readonly data?: DataAttributes | undefined;
  readonly children?: Content;
}

interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Id of the form when the button stands outside it. */
  readonly form?: string | undefined;
  readonly formaction?: string | undefined;
  /** For buttons whose form has fields that this action does not need. */
  readonly formnovalidate?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

const lookOf = ({ variant = 'primary', size }: Look): string | undefined =>
  classNames('btn', variant !== 'primary' && `btn-${variant}`, size && `btn-${size}`);

/** A button; it submits its form unless told otherwise. There is no disabled state: say why, or leave it out. */
export const Button = ({ variant, size, icon, data, children, type = 'submit', describedBy, ...rest }: ButtonProps) => (
  <button type={type} class={lookOf({ variant, size })} aria-describedby={describedBy} {...rest} {...data}>
    {icon ? <Icon name={icon} size="small" /> : null}
    {children}
  </button>
);

interface LinkButtonProps extends Look {
  readonly href: string;
  readonly rel?: string | undefined;
  readonly hreflang?: string | undefined;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export const LinkButton = ({ variant, size, icon, data, children, ...rest }: LinkButtonProps) => (
  <a class={lookOf({ variant, size })} {...rest} {...data}>
    {icon ? <Icon name={icon} size="small" /> : null}
    {children}
  </a>
);
