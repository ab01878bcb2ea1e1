import { Tag } from './chip.tsx';
import type { Link } from './markup.ts';

interface Tab extends Link {
  readonly current?: boolean | undefined;
  readonly count?: string | undefined;
}

/** Views of one thing, each with its own address. */
export const Tabs = ({ label, items }: { readonly label: string; readonly items: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count ? <Tag>{item.count}</Tag> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
