import { Button } from '#ui/components/button.tsx';
import { DeskNav, type DeskNavGroup } from '#ui/components/desk.tsx';
import { HiddenFields } from '#ui/components/form.tsx';
import { Icon } from '#ui/components/icons.tsx';
import { type LanguageItem, LanguageSwitch } from '#ui/components/language-switch.tsx';
import { Mark } from '#ui/components/mark.tsx';
import type { Content, Link } from '#ui/components/markup.ts';
import { Banner } from '#ui/components/notice.tsx';
import { SkipLink } from '#ui/components/page.tsx';
import { Document, type DocumentProps } from './document.tsx';

export interface DeskLabels {
  /** "Skip to the content" */
  readonly skip: string;
  /** "Menu" */
  readonly menu: string;
  /** "Desk" (name of the navigation) */
  readonly deskNav: string;
  /** "Language" */
  readonly language: string;
  /** "Signed in as" */
  readonly signedInAs: string;
  readonly signOut: string;
}

export interface DeskLayoutProps extends Omit<DocumentProps, 'bodyClass'> {
  /** Beside the mark: "Recourse desk". */
  readonly name: string;
  readonly mark: string;
  readonly home: string;
  readonly nav: readonly DeskNavGroup[];
  readonly languages?: readonly LanguageItem[] | undefined;
  readonly user?: { readonly name: string } | undefined;
  readonly signOut?: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> } | undefined;
  readonly banner?: { readonly text: Content; readonly label: string; readonly action?: Link | undefined } | undefined;
  /** In the header: brand switch, search. */
  readonly tools?: Content;
  /** Three columns fill the page to its edges. */
  readonly full?: boolean | undefined;
  readonly labels: DeskLabels;
}

const UserMenu = ({ user, signOut, labels }: DeskLayoutProps) =>
  user && signOut ? (
    <details class="menu" name="top-menu">
      <summary>
        <Icon name="person" size="small" />
        <span class="visually-hidden">{labels.signedInAs} </span>
        <span class="user-name">{user.name}</span>
        <Icon name="chevron" size="small" />
      </summary>
      <div class="menu-sheet">
        <form method="post" action={signOut.action}>
          <HiddenFields values={signOut.hidden} />
          <Button variant="quiet">{labels.signOut}</Button>
        </form>
      </div>
    </details>
  ) : null;

const PhoneNav = ({ nav, labels }: DeskLayoutProps) => (
  <details class="menu menu-desk" name="top-menu">
    <summary>
      <Icon name="menu" />
      <span class="menu-word">{labels.menu}</span>
    </summary>
    <nav aria-label={labels.deskNav}>
      <ul class="menu-sheet">
        {nav
          .flatMap((group) => group.items)
          .map((item) => (
            <li>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
                {item.count ? <span class="tag">{item.count}</span> : null}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  </details>
);

/** A page of the staff console. */
export const DeskLayout = (props: DeskLayoutProps) => (
  <Document {...props} bodyClass="desk">
    <SkipLink label={props.labels.skip} />
    {props.banner ? <Banner {...props.banner} /> : null}
    <header class="top">
      <div class="wrap top-row">
        <a class="mark" href={props.home}>
          <Mark svg={props.mark} />
          {props.name}
        </a>
        {props.tools}
        {props.languages && props.languages.length > 1 ? (
          <LanguageSwitch label={props.labels.language} items={props.languages} />
        ) : null}
        <UserMenu {...props} />
        {props.nav.length > 0 ? <PhoneNav {...props} /> : null}
      </div>
    </header>
    <div class="desk-body">
      {props.nav.length > 0 ? <DeskNav label={props.labels.deskNav} groups={props.nav} /> : null}
      <main class={props.full ? 'desk-full' : 'desk-main'} id="main" tabindex={-1}>
        {props.children}
      </main>
    </div>
  </Document>
);
