import { Mark } from '#ui/components/mark.tsx';
import type { Content, Link } from '#ui/components/markup.ts';
import { Banner } from '#ui/components/notice.tsx';
import { SkipLink } from '#ui/components/page.tsx';
import { Document, type DocumentProps } from './document.tsx';

export interface PlainLayoutProps extends Omit<DocumentProps, 'bodyClass'> {
  /** Name beside the mark; both may be left out. */
  readonly name?: string | undefined;
  readonly mark?: string | undefined;
  readonly home?: string | undefined;
  /** "Skip to the content" */
  readonly skip: string;
  /** At the end of the header: the language switch. */
  readonly actions?: Content;
  readonly banner?: { readonly text: Content; readonly label: string; readonly action?: Link | undefined } | undefined;
  readonly footer?: Content;
}

/** A page that belongs to no brand: choosing one, setting up, errors. */
export const PlainLayout = (props: PlainLayoutProps) => (
  <Document {...props}>
    <SkipLink label={props.skip} />
    {props.banner ? <Banner {...props.banner} /> : null}
    {props.name ? (
      <header class="top">
        <div class="wrap top-row">
          <a class="mark" href={props.home ?? '/'}>
            {props.mark ? <Mark svg={props.mark} /> : null}
            {props.name}
          </a>
          {props.actions}
        </div>
      </header>
    ) : null}
    <main id="main" tabindex={-1}>
      {props.children}
    </main>
    {props.footer ? (
      <footer class="footer">
        <div class="wrap">{props.footer}</div>
      </footer>
    ) : null}
  </Document>
);
