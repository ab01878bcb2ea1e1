import { Icon } from '#ui/components/icons.tsx';
import { type LanguageItem, LanguageSwitch } from '#ui/components/language-switch.tsx';
import { Mark } from '#ui/components/mark.tsx';
import type { Content, Link } from '#ui/components/markup.ts';
import { Banner } from '#ui/components/notice.tsx';
import { SkipLink } from '#ui/components/page.tsx';
import { Document, type DocumentProps } from './document.tsx';

/** Who speaks on a page. */
export interface LayoutBrand {
  readonly name: string;
  /** Beside the mark: "Northstar Help". */
  readonly helpName: string;
  /** SVG text of the mark; shown only when it is plain shapes (see markFault). */
  readonly mark: string;
  readonly home: string;
}

export interface NavItem extends Link {
  readonly current?: boolean | undefined;
}

export interface FooterColumn {
  readonly title: string;
  readonly links: readonly (Link & { readonly lang?: string | undefined })[];
}

export interface PublicLabels {
  /** "Skip to the content" */
  readonly skip: string;
  /** "Menu" */
  readonly menu: string;
  /** "Main" (name of the navigation) */
  readonly mainNav: string;
  /** "Language" */
  readonly language: string;
  /** "More" (name of the footer's navigation) */
  readonly footerNav: string;
}

export interface PublicLayoutProps extends Omit<DocumentProps, 'bodyClass'> {
  readonly brand: LayoutBrand;
  readonly nav: readonly NavItem[];
  readonly languages: readonly LanguageItem[];
  readonly footer: readonly FooterColumn[];
  /** Last lines: who runs this, "not affiliated" notes. */
  readonly footerNote?: Content;
  readonly banner?: { readonly text: Content; readonly label: string; readonly action?: Link | undefined } | undefined;
  /** At the end of the header: sign in, account. */
  readonly actions?: Content;
  readonly labels: PublicLabels;
}

const NavLinks = ({ items }: { readonly items: readonly NavItem[] }) => (
  <>
    {items.map((item) => (
      <li>
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </a>
      </li>
    ))}
  </>
);

const TopBar = ({ brand, nav, languages, actions, labels }: PublicLayoutProps) => (
  <header class="top">
    <div class="wrap top-row">
      <a class="mark" href={brand.home}>
        <Mark svg={brand.mark} />
        {brand.helpName}
      </a>
      <nav class="top-nav" aria-label={labels.mainNav}>
        <ul>
          <NavLinks items={nav} />
        </ul>
      </nav>
      {languages.length > 1 ? <LanguageSwitch label={labels.language} items={languages} /> : null}
      {actions}
      <details class="menu menu-nav" name="top-menu">
        <summary>
          <Icon name="menu" />
          <span class="menu-word">{labels.menu}</span>
        </summary>
        <nav aria-label={labels.mainNav}>
          <ul class="menu-sheet">
            <NavLinks items={nav} />
          </ul>
        </nav>
      </details>
    </div>
  </header>
);

const Footer = ({ footer, footerNote, labels }: PublicLayoutProps) => (
  <footer class="footer">
    <div class="wrap">
      <nav aria-label={labels.footerNav}>
        {footer.map((column) => (
          <div>
            <h2>{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li>
                  <a href={link.href} lang={link.lang} hreflang={link.lang}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {footerNote ? <div class="read soft">{footerNote}</div> : null}
    </div>
  </footer>
);

/** A page of a brand's help centre. */
export const PublicLayout = (props: PublicLayoutProps) => (
  <Document {...props}>
    <SkipLink label={props.labels.skip} />
    {props.banner ? <Banner {...props.banner} /> : null}
    <TopBar {...props} />
    <main id="main" tabindex={-1}>
      {props.children}
    </main>
    <Footer {...props} />
  </Document>
);
