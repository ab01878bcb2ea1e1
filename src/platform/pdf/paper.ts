import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';

export type PaperSize = 'A4' | 'LETTER';

/** One piece of a printed page, without a word about how it looks: the same blocks become a PDF and a page of HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Line feeds are kept. */
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'strong' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Things to tick, each with lines of help below. */
  | { readonly kind: 'checks'; readonly items: readonly CheckItem[] }
  /** What is known, by name. */
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  /** Lines to fill in by hand; what is known already stands on them. */
  | { readonly kind: 'blanks'; readonly rows: readonly Row[] }
  | Table
  /** A framed place something is attached to. */
  | { readonly kind: 'place'; readonly title: string; readonly notes: readonly string[] }
  /** Lines to sign on, side by side. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };

export interface Table {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide each column is, as shares of the whole. */
  readonly shares: readonly number[];
}

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface CheckItem {
  readonly text: string;
  readonly notes: readonly string[];
  readonly done: boolean;
}

/** Blocks in one language that begin on a page of their own. */
export interface Sheet {
  readonly locale: Locale;
  readonly blocks: readonly Block[];
}

export interface Paper {
  readonly title: string;
  readonly locale: Locale;
  readonly size: PaperSize;
  readonly createdAt: Temporal.Instant;
  readonly sheets: readonly Sheet[];
  /** What stands at the foot of every page, as `Page 2 of 5`. */
  readonly pageLabel: (page: number, pages: number) => string;
}
