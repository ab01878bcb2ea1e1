import type { ChainContent, ChainEntry } from '#lib/hash-chain.ts';

/** An entry with its content, or when and by which rule that was erased. */
export interface TrailEntry extends ChainEntry {
  readonly content: ChainContent;
}

/** A fact to record. */
export interface TrailFact {
  /** A word such as `answered`; at most 40 characters. */
  readonly kind: string;
  /** Anything JSON can say. Pseudonymous where it can be: who it is about is in the subject. */
  readonly content: unknown;
}

export const MAX_TRAIL_ENTRIES = 2_000;
export const MAX_CONTENT_BYTES = 64_000;
