import { Heading } from './heading.tsx';
import type { HeadingLevel, Link } from './markup.ts';

interface RelatedListProps {
  readonly title: string;
  readonly items: readonly (Link & { readonly kind?: string | undefined; readonly lang?: string | undefined })[];
  readonly level?: HeadingLevel | undefined;
}

/** Where to read on. */
export const RelatedList = ({ title, items, level }: RelatedListProps) => (
  <section class="related">
    <Heading level={level}>{title}</Heading>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} lang={item.lang} hreflang={item.lang}>
            {item.label}
            {item.kind ? <small>{item.kind}</small> : null}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

/** The parts of a long page. */
export const Contents = ({ title, items }: { readonly title: string; readonly items: readonly Link[] }) => (
  <nav class="contents" aria-label={title}>
    <h2>{title}</h2>
    <ol>
      {items.map((item) => (
        <li>
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
