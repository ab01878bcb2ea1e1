import { languageOf } from './analysis/language.ts';
import { Scanner } from './analysis/scanner.ts';
import { Catalogue } from './catalogue.ts';
import { QUERY_CHARACTERS } from './limits.ts';
import { contentWords, wordsOf } from './query/words.ts';
import { forEachText } from './ranking/document-fields.ts';
import type { SearchDocument, SearchSettings } from './types.ts';
import { editDistance } from './words/edit-distance.ts';

/**
 * Ranking for collections too big for an index in memory. A database finds some hundred candidates by their words; a
 * small index made of them for one query ranks them as the big one would, told how rare each word is in all of it.
 */

/** Characters of one document a database indexes: PostgreSQL takes a megabyte of words. */
const STORED_CHARACTERS = 300_000;

/** What is known of the whole collection a candidate comes from, in one locale. */
export interface CollectionStatistics {
  readonly locale: string;
  readonly documents: number;
  /** In how many documents a folded word stands; at least for the words of the query. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** One word of a query as the database is asked for it. */
export interface AskedWord {
  /** Without case and accents. */
  readonly folded: string;
  /** The last word of somebody still typing: longer words that begin so are meant too. */
  readonly isUnfinished: boolean;
}

/** The words of a query that say what is looked for, in their order, each once. */
export function askedWords(text: string, locale: string, isTyping: boolean): readonly AskedWord[] {
  const words = wordsOf(text.slice(0, QUERY_CHARACTERS), languageOf(locale));
  const last = words.at(-1);
  const isOpen = isTyping && last !== undefined && last.end === text.trimEnd().length && !/\s$/.test(text);
  const asked = new Map<string, AskedWord>();
  for (const { folded } of contentWords(words)) asked.set(folded, { folded, isUnfinished: false });
  if (isOpen) asked.set(last.folded, { folded: last.folded, isUnfinished: true });
  return [...asked.values()];
}

/** A text's words as the engine reads them, without case and accents, joined by blanks: what a database indexes. */
export function foldedWords(text: string): string {
  const scanner = new Scanner();
  const words: string[] = [];
  scanner.reset(text);
  while (scanner.next()) words.push(scanner.word());
  return words.join(' ');
}

/** All words of a document, cut where a database would refuse more. */
export function foldedDocument(document: SearchDocument): string {
  const texts: string[] = [];
  forEachText(document, (_, text) => texts.push(text));
  return foldedWords(texts.join(' ').slice(0, STORED_CHARACTERS));
}

/**
 * Of words a database found similar, those a misspelt word may stand for: within one edit, or two from seven letters on,
 * the nearest first and the commoner first among equals.
 */
export function nearestWords(
  folded: string,
  similar: readonly { readonly word: string; readonly documents: number }[],
  limit: number,
): readonly string[] {
  const unitsOf = (word: string): Uint16Array => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  const most = folded.length <= 6 ? 1 : 2;
  const typed = unitsOf(folded);
  return similar
    .map(({ word, documents }) => ({ word, documents, edits: editDistance(typed, unitsOf(word), most) }))
    .filter(({ edits }) => edits <= most)
    .sort((left, right) => left.edits - right.edits || right.documents - left.documents)
    .slice(0, limit)
    .map(({ word }) => word);
}

/** An index of candidates that scores them as part of their collection. Made for one query and thrown away. */
export function catalogueOfCandidates(
  documents: readonly SearchDocument[],
  statistics: readonly CollectionStatistics[],
  settings: SearchSettings,
): Catalogue {
  const catalogue = new Catalogue(settings);
  catalogue.put(documents);
  for (const { locale, documents: total, frequencies } of statistics) {
    catalogue.localeIndexes.find((index) => index.locale === locale)?.assume(total, frequencies);
  }
  return catalogue;
}
