import type { Content, HeadingLevel } from './markup.ts';

interface HeadingProps {
  readonly level?: HeadingLevel | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: Content;
}

/** A heading whose level the page decides (2 unless told). */
export const Heading = ({ level = 2, children, ...rest }: HeadingProps) => {
  if (level === 3) return <h3 {...rest}>{children}</h3>;
  if (level === 4) return <h4 {...rest}>{children}</h4>;
  return <h2 {...rest}>{children}</h2>;
};

interface PageHeadProps {
  readonly title: Content;
  readonly kicker?: Content;
  readonly lead?: Content;
  readonly children?: Content;
}

/** The top of a page: its only h1, a quiet line above, a sentence below, then meta or actions. */
export const PageHead = ({ title, kicker, lead, children }: PageHeadProps) => (
  <header class="page-head read">
    {kicker ? <p class="kicker">{kicker}</p> : null}
    <h1>{title}</h1>
    {lead ? <p class="lead">{lead}</p> : null}
    {children}
  </header>
);
