import { raw } from 'hono/html';
import type { Content } from '#ui/components/markup.ts';
import { preloadedFonts } from '#ui/styles/fonts.ts';
import { surfaces } from '#ui/theme.ts';

/** The same page in another language, for search engines; `x-default` names the page that lets the reader choose. */
export interface Alternate {
  readonly lang: string;
  readonly href: string;
}

export interface DocumentProps {
  readonly locale: string;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Whole title as the browser shows it. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute addresses. */
  readonly canonical?: string | undefined;
  readonly alternates?: readonly Alternate[] | undefined;
  /** For pages that search engines should leave alone. */
  readonly noindex?: boolean | undefined;
  /** Hrefs in order: site.css, desk.css where needed, the brand's theme.css. */
  readonly stylesheets: readonly string[];
  /** Hrefs of module scripts. */
  readonly scripts?: readonly string[] | undefined;
  readonly icon?: string | undefined;
  readonly head?: Content;
  readonly bodyClass?: string | undefined;
  readonly children?: Content;
}

const Head = (props: DocumentProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{props.title}</title>
    {props.description ? <meta name="description" content={props.description} /> : null}
    {props.noindex ? <meta name="robots" content="noindex" /> : null}
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content={surfaces.sheet.light} />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content={surfaces.sheet.dark} />
    {preloadedFonts.map((href) => (
      <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
    {props.stylesheets.map((href) => (
      <link rel="stylesheet" href={href} />
    ))}
    {props.icon ? <link rel="icon" href={props.icon} type="image/svg+xml" /> : null}
    {props.canonical ? <link rel="canonical" href={props.canonical} /> : null}
    {props.alternates?.map((alternate) => (
      <link rel="alternate" hreflang={alternate.lang} href={alternate.href} />
    ))}
    {props.scripts?.map((src) => (
      <script type="module" src={src} />
    ))}
    {props.head}
  </head>
);

/** The frame of every page: doctype, head, body. No inline script, style or handler anywhere. */
export const Document = (props: DocumentProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={props.locale} dir={props.dir ?? 'ltr'}>
      <Head {...props} />
      <body class={props.bodyClass}>{props.children}</body>
    </html>
  </>
);
