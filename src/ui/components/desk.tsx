import { Tag, type Tone } from './chip.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames, type Link } from './markup.ts';

interface DeskColumnsProps {
  readonly list: Content;
  readonly listLabel: string;
  readonly main: Content;
  readonly aside?: Content;
  readonly asideLabel?: string | undefined;
}

/** Queue, matter, person and trail; below each other on a phone. */
export const DeskColumns = ({ list, listLabel, main, aside, asideLabel }: DeskColumnsProps) => (
  <div class="columns">
    <nav aria-label={listLabel}>{list}</nav>
    <section>{main}</section>
    {aside ? <aside aria-label={asideLabel}>{aside}</aside> : null}
  </div>
);

export interface DeskNavItem extends Link {
  readonly icon: IconName;
  readonly current?: boolean | undefined;
  readonly count?: string | undefined;
}

export interface DeskNavGroup {
  readonly title?: string | undefined;
  readonly items: readonly DeskNavItem[];
}

/** Places of the console, in groups, with what waits in each. */
export const DeskNav = ({ label, groups }: { readonly label: string; readonly groups: readonly DeskNavGroup[] }) => (
  <nav class="desk-nav" aria-label={label}>
    {groups.map((group) => (
      <>
        {group.title ? <h2>{group.title}</h2> : null}
        <ul>
          {group.items.map((item) => (
            <li>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                <Icon name={item.icon} size="small" />
                {item.label}
                {item.count ? <Tag>{item.count}</Tag> : null}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
);

interface QueueItem {
  readonly href: string;
  readonly title: string;
  readonly meta: Content;
  readonly tag?: { readonly word: string; readonly tone?: Tone | undefined } | undefined;
  readonly current?: boolean | undefined;
}

interface QueueProps {
  readonly title: string;
  readonly count?: string | undefined;
  readonly items: readonly QueueItem[];
}

/** What waits, the most urgent first. */
export const Queue = ({ title, count, items }: QueueProps) => (
  <>
    <div class="queue-head">
      <h2>{title}</h2>
      {count ? <Tag>{count}</Tag> : null}
    </div>
    <ul class="queue">
      {items.map((item) => (
        <li>
          <a class="queue-item" href={item.href} aria-current={item.current ? 'true' : undefined}>
            <span>
              <strong>{item.title}</strong>
              {item.tag ? <Tag tone={item.tag.tone}>{item.tag.word}</Tag> : null}
            </span>
            <span class="small soft">{item.meta}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
);

interface ToolbarProps {
  /** Stays in sight while the page scrolls. */
  readonly sticky?: boolean | undefined;
  readonly end?: Content;
  readonly children?: Content;
}

/** Filters and actions above a list or an editor; `end` holds the actions. */
export const Toolbar = ({ sticky, end, children }: ToolbarProps) => (
  <div class={classNames('toolbar', sticky && 'toolbar-sticky')}>
    {children}
    {end ? <div class="toolbar-end">{end}</div> : null}
  </div>
);

/** Keys that do the same: "g" "q". */
export const Keys = ({ keys, label }: { readonly keys: readonly string[]; readonly label?: string | undefined }) => (
  <span class="keys">
    {keys.map((key) => (
      <kbd>{key}</kbd>
    ))}
    {label ? <span>{label}</span> : null}
  </span>
);

/** A sheet of its own at the desk. */
export const Panel = ({ title, children }: { readonly title: string; readonly children?: Content }) => (
  <section class="panel">
    <h2>{title}</h2>
    {children}
  </section>
);
