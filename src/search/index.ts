import { answer } from './answers/answer.ts';
import { type CollectionStatistics, catalogueOfCandidates } from './candidates.ts';
import { Catalogue } from './catalogue.ts';
import { complete } from './query/complete.ts';
import { search } from './query/search.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import type {
  Answer,
  AnswerRequest,
  Completion,
  SearchDocument,
  SearchRequest,
  SearchResult,
  SearchSettings,
} from './types.ts';

export {
  type AskedWord,
  askedWords,
  type CollectionStatistics,
  foldedDocument,
  foldedWords,
  nearestWords,
} from './candidates.ts';
export type * from './types.ts';

/** The documents of one brand in all its languages, ready to be searched. Pure and synchronous: no files, no clock. */
export interface SearchIndex {
  readonly documentCount: number;
  /** Adds documents, or replaces those with the same locale and id. */
  put(documents: readonly SearchDocument[]): void;
  /** Removes a document from one locale or from all; true when it was there. */
  remove(id: string, locale?: string): boolean;
  search(request: SearchRequest): SearchResult;
  /** Ways to finish the last word of what was typed so far. */
  complete(request: { readonly text: string; readonly locale: string; readonly limit?: number }): readonly Completion[];
  /** Quotes the help pages, or refuses when nothing there answers the question. */
  answer(request: AnswerRequest): Answer;
  /** Everything indexed, for `restoreSearchIndex`. Settings are not part of it. */
  toSnapshot(): Uint8Array;
}

/** An empty index. Fill it with `put`. */
export function createSearchIndex(settings: SearchSettings): SearchIndex {
  return over(new Catalogue(settings));
}

/** An index from a snapshot, or null when the bytes are not a whole snapshot of this version: then index anew. */
export function restoreSearchIndex(snapshot: Uint8Array, settings: SearchSettings): SearchIndex | null {
  const indexes = readSnapshot(snapshot);
  if (indexes === null) return null;
  const catalogue = new Catalogue(settings);
  for (const index of indexes) catalogue.adopt(index);
  return over(catalogue);
}

/**
 * An index of the documents a database found for one query, which ranks, counts and quotes them as an index of the whole
 * collection would: `statistics` say how big that is and how rare words are in it.
 */
export function createCandidateIndex(
  documents: readonly SearchDocument[],
  statistics: readonly CollectionStatistics[],
  settings: SearchSettings,
): SearchIndex {
  return over(catalogueOfCandidates(documents, statistics, settings));
}

function over(catalogue: Catalogue): SearchIndex {
  return {
    get documentCount(): number {
      return catalogue.localeIndexes.reduce((sum, { documentCount }) => sum + documentCount, 0);
    },
    put: (documents) => catalogue.put(documents),
    remove: (id, locale) => catalogue.remove(id, locale),
    search: (request) => search(catalogue, request),
    complete: ({ text, locale, limit }) => complete(catalogue, text, locale, limit),
    answer: (request) => answer(catalogue, request),
    toSnapshot: () => writeSnapshot(catalogue.localeIndexes),
  };
}
