import { type Content, classNames, type Link } from './markup.ts';

interface ChipsProps {
  readonly items: readonly (Link & { readonly current?: boolean | undefined })[];
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
}

/** Short links in a row: examples, filters (with `current`), topics. */
export const Chips = ({ items, label, labelledBy }: ChipsProps) => (
  <ul class="chips" aria-label={label} aria-labelledby={labelledBy}>
    {items.map((item) => (
      <li>
        <a class="chip" href={item.href} aria-current={item.current ? 'true' : undefined}>
          {item.label}
        </a>
      </li>
    ))}
  </ul>
);

/** What a colour says; always together with words. */
export type Tone = 'yes' | 'no' | 'ask' | 'accent';

interface TagProps {
  readonly tone?: Tone | undefined;
  readonly children?: Content;
}

/** A small word about something: status, count. Topics that lead somewhere are Chips. */
export const Tag = ({ tone, children }: TagProps) => (
  <span class={classNames('tag', tone && `tag-${tone}`)}>{children}</span>
);
