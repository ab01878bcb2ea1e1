import { Heading } from './heading.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames, type HeadingLevel } from './markup.ts';

interface CardProps {
  readonly title: string;
  /** Makes the whole card one link, named by its title. */
  readonly href?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly text?: Content;
  readonly meta?: Content;
  readonly level?: HeadingLevel | undefined;
  readonly children?: Content;
}

/** A sheet of paper with a title. */
export const Card = ({ title, href, icon, text, meta, level = 3, children }: CardProps) => (
  <article class="card">
    {icon ? <Icon name={icon} /> : null}
    <Heading level={level}>
      {href ? (
        <a class="card-link" href={href}>
          {title}
        </a>
      ) : (
        title
      )}
    </Heading>
    {text ? <p>{text}</p> : null}
    {children}
    {meta ? <div class="card-meta">{meta}</div> : null}
  </article>
);

/** Cards, tiles or channels in as many columns as fit. */
export const Grid = ({ small, children }: { readonly small?: boolean | undefined; readonly children?: Content }) => (
  <div class={classNames('grid', small && 'grid-small')}>{children}</div>
);

interface TileProps {
  readonly title: string;
  readonly href: string;
  readonly icon: IconName;
  readonly text?: string | undefined;
  readonly level?: HeadingLevel | undefined;
}

/** A topic to browse: smaller and quieter than a card. */
export const TopicTile = ({ title, href, icon, text, level = 3 }: TileProps) => (
  <div class="tile">
    <Icon name={icon} />
    <div>
      <Heading level={level}>
        <a class="card-link" href={href}>
          {title}
        </a>
      </Heading>
      {text ? <p>{text}</p> : null}
    </div>
  </div>
);
