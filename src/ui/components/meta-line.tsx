import type { Content } from './markup.ts';

/** One thing about the page: a label and its value, with the machine-readable day where it is a date. */
export interface MetaItem {
  readonly label: string;
  readonly value: Content;
  readonly datetime?: string | undefined;
}

/** Asked, updated, verified, views, author: one quiet line. */
export const MetaLine = ({ items }: { readonly items: readonly MetaItem[] }) => (
  <dl class="meta">
    {items.map((item) => (
      <div>
        <dt>{item.label}</dt>
        <dd>{item.datetime ? <time datetime={item.datetime}>{item.value}</time> : item.value}</dd>
      </div>
    ))}
  </dl>
);

/** Facts as label and value, in two columns where there is room. */
export const FactList = ({ items }: { readonly items: readonly MetaItem[] }) => (
  <div class="contained">
    <dl class="facts">
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>{item.datetime ? <time datetime={item.datetime}>{item.value}</time> : item.value}</dd>
        </div>
      ))}
    </dl>
  </div>
);
