import { iconShapes } from './icon-shapes.tsx';
import { classNames } from './markup.ts';

/** Name of a drawing in the icon set. */
export type IconName = keyof typeof iconShapes;

/** Every icon, for the gallery and for packs that name one. */
export const iconNames = Object.keys(iconShapes) as readonly IconName[];

/** Whether a word (from a pack, say) names an icon. */
export const isIconName = (name: string): name is IconName => Object.hasOwn(iconShapes, name);

const directional: ReadonlySet<IconName> = new Set(['arrow', 'door', 'external', 'chat']);

interface IconProps {
  readonly name: IconName;
  /** Small sits inside a line of text. */
  readonly size?: 'small' | undefined;
  readonly class?: string | undefined;
  /** Only when the icon alone carries the meaning; otherwise it is hidden from assistive technology. */
  readonly label?: string | undefined;
}

/** An inline icon in the colour of the text; those that point somewhere turn round in right-to-left pages. */
export const Icon = ({ name, size, label, class: extra }: IconProps) => (
  <svg
    class={classNames('icon', size === 'small' && 'icon-small', directional.has(name) && 'icon-flip', extra)}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
  >
    {iconShapes[name]}
  </svg>
);
