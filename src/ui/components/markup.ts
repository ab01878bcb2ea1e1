import type { Child } from 'hono/jsx';

/** What a component may contain. */
export type Content = Child;

/** Hooks for islands and live pages: only data attributes, so no component can smuggle in handlers or styles. */
export type DataAttributes = Readonly<Record<`data-${string}`, string | undefined>>;

/** A link as most components take it. */
export interface Link {
  readonly href: string;
  readonly label: string;
}

/** Level of a heading, chosen by the page so that no level is skipped. */
export type HeadingLevel = 2 | 3 | 4;

/** Joins the class names that apply; undefined when none does, so that no empty attribute is written. */
export const classNames = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;

const safeSchemes = /^(?:https?:|mailto:|tel:|sms:)/i;
const beginsWithScheme = /^[a-z][a-z0-9+.-]*:/i;
const ignoredByBrowsers = /[\p{Cc}\s]/gu;

/**
 * An address that is safe to link to (relative, http, https, mail, telephone), or undefined for anything else such as
 * `javascript:`. For addresses that come from packs or people.
 */
export const safeHref = (href: string | undefined): string | undefined => {
  if (href === undefined) return undefined;
  const compact = href.replace(ignoredByBrowsers, '');
  return beginsWithScheme.test(compact) && !safeSchemes.test(compact) ? undefined : href.trim();
};
