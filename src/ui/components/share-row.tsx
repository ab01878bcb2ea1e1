import { LinkButton } from './button.tsx';
import type { IconName } from './icons.tsx';
import type { Content, Link } from './markup.ts';

interface ShareRowProps {
  readonly title: string;
  readonly links: readonly (Link & { readonly icon?: IconName | undefined })[];
  /** Room for an island that copies the address. */
  readonly children?: Content;
}

/** Ways to pass the page on: plain links, nothing from third parties. */
export const ShareRow = ({ title, links, children }: ShareRowProps) => (
  <section class="share" aria-label={title}>
    <h2>{title}</h2>
    <ul>
      {links.map((link) => (
        <li>
          <LinkButton href={link.href} variant="plain" size="small" icon={link.icon} rel="nofollow">
            {link.label}
          </LinkButton>
        </li>
      ))}
    </ul>
    {children}
  </section>
);
