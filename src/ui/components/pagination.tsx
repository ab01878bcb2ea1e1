import { Icon } from './icons.tsx';
import type { Link } from './markup.ts';

/** A page to go to, or the gap between pages far apart. */
export type PageLink = (Link & { readonly current?: boolean | undefined }) | 'gap';

interface PaginationProps {
  readonly label: string;
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
  readonly pages?: readonly PageLink[] | undefined;
}

/** Earlier and later pages, by link. */
export const Pagination = ({ label, previous, next, pages = [] }: PaginationProps) => (
  <nav class="pages" aria-label={label}>
    <ul>
      {previous ? (
        <li>
          <a href={previous.href} rel="prev">
            {previous.label}
          </a>
        </li>
      ) : null}
      {pages.map((page) => (
        <li>
          {page === 'gap' ? (
            <span>…</span>
          ) : (
            <a href={page.href} aria-current={page.current ? 'page' : undefined}>
              {page.label}
            </a>
          )}
        </li>
      ))}
      {next ? (
        <li>
          <a href={next.href} rel="next">
            {next.label}
            <Icon name="arrow" size="small" />
          </a>
        </li>
      ) : null}
    </ul>
  </nav>
);
