import { Heading } from './heading.tsx';
import { Icon, type IconName } from './icons.tsx';
import type { Content, HeadingLevel } from './markup.ts';

interface EmptyStateProps {
  /** What this is. */
  readonly title: string;
  /** Why it is empty. */
  readonly text: Content;
  readonly icon?: IconName | undefined;
  readonly level?: HeadingLevel | undefined;
  /** What to do: link buttons. */
  readonly children?: Content;
}

/** Nothing here: what this is, why it is empty, what to do. */
export const EmptyState = ({ title, text, icon = 'search', level, children }: EmptyStateProps) => (
  <div class="empty">
    <Icon name={icon} />
    <Heading level={level}>{title}</Heading>
    <p>{text}</p>
    {children ? <div class="cluster">{children}</div> : null}
  </div>
);
