import type { Shelf } from '#domains/brands/index.ts';
import type { Temporal } from '#lib/time.ts';
import type { QuoteChange } from '#policy/index.ts';

/** The state of one language of one article, as lists at the desk show it. */
export interface TextState {
  readonly articleId: string;
  readonly locale: string;
  readonly title: string;
  readonly latestId: number;
  readonly publishedId: number | null;
  /** The default-language revision this text follows, and the one that is public now. */
  readonly sourceId: number | null;
  readonly currentSourceId: number | null;
}

/** Whether a translation follows an older source than the public one. */
export const isOutdated = (state: TextState): boolean =>
  state.sourceId !== null && state.currentSourceId !== null && state.sourceId !== state.currentSourceId;

/** A text waiting for a second pair of eyes. */
export interface Review {
  readonly id: number;
  readonly revisionId: number;
  readonly articleId: string;
  readonly shelf: string;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly requestedAt: Temporal.Instant;
  readonly requestedBy: string;
}

/** A revision that is to become public at an instant of business time. */
export interface Schedule {
  readonly id: number;
  readonly articleId: string;
  readonly locale: string;
  readonly revisionId: number;
  readonly dueAt: Temporal.Instant;
}

/** One search as it was typed, counted over days without who typed it. */
export interface SearchCount {
  readonly query: string;
  readonly locale: string;
  readonly searches: number;
  readonly results: number;
  readonly lastDay: string;
}

/** A text that waits for an editor because a value it quotes changed. */
export interface PolicyFlag {
  readonly id: number;
  readonly articleId: string;
  readonly shelf: Shelf;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly documentId: string;
  readonly version: number;
  readonly changes: readonly QuoteChange[];
  readonly raisedAt: Temporal.Instant;
}
