import type { Temporal } from '#lib/time.ts';

/** A document that is being written; at most one open draft of a document. */
export interface PolicyDraft {
  readonly id: string;
  readonly brandId: string;
  readonly documentId: string;
  /** Hash of the version it was started from; null for a new document. */
  readonly basedOn: string | null;
  readonly createdAt: Temporal.Instant;
  readonly createdBy: string;
  readonly closedAt: Temporal.Instant | null;
  /** The version it was published as; null while it is open, or when it was thrown away. */
  readonly publishedAs: string | null;
}

/** One saved text of a draft. Texts are numbered from 1 and never change. */
export interface DraftText {
  readonly number: number;
  readonly source: string;
  readonly savedAt: Temporal.Instant;
  readonly savedBy: string;
}

/** A draft as it stands now. */
export interface DraftState {
  readonly draft: PolicyDraft;
  readonly text: DraftText;
}

/** What a document may be called: the word that also begins its file name. */
export const DOCUMENT_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const MAX_DOCUMENT_ID = 60;
