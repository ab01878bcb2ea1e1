import { Icon } from './icons.tsx';

/** The same page in another language; `label` is the language's own name. */
export interface LanguageItem {
  readonly lang: string;
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

/** A menu of languages that needs no script. */
export const LanguageSwitch = ({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly LanguageItem[];
}) => {
  const current = items.find((item) => item.current);
  return (
    <details class="menu" name="top-menu">
      <summary>
        <Icon name="globe" size="small" />
        <span class="visually-hidden">{label}: </span>
        <span class="lang-name">{current?.label}</span>
        <span class="lang-code" aria-hidden="true">
          {current?.lang}
        </span>
        <Icon name="chevron" size="small" />
      </summary>
      <ul class="menu-sheet">
        {items.map((item) => (
          <li>
            <a
              href={item.href}
              lang={item.lang}
              hreflang={item.lang}
              dir={item.dir}
              aria-current={item.current ? 'page' : undefined}
            >
              {item.label}
              {item.current ? <Icon name="check" size="small" /> : null}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};
