import type { Link } from './markup.ts';

interface BreadcrumbsProps {
  readonly label: string;
  readonly items: readonly Link[];
  /** Name of this page, when it helps to repeat it. */
  readonly current?: string | undefined;
}

/** Where this page is. */
export const Breadcrumbs = ({ label, items, current }: BreadcrumbsProps) => (
  <nav class="crumbs" aria-label={label}>
    <ol>
      {items.map((item) => (
        <li>
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
      {current ? <li aria-current="page">{current}</li> : null}
    </ol>
  </nav>
);
