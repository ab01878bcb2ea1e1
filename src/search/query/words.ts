import type { Language } from '../analysis/language.ts';
import { Scanner } from '../analysis/scanner.ts';
import { QUERY_CHARACTERS, QUERY_WORDS } from '../limits.ts';

/** A word of a query and where it stands in it. */
export interface QueryWord {
  /** Lower case, without accents. */
  readonly folded: string;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly isStopWord: boolean;
}

/** The words of a query in their order, repeated ones once. Long queries are cut. */
export function wordsOf(text: string, language: Language): readonly QueryWord[] {
  const scanner = new Scanner();
  const words = new Map<string, QueryWord>();
  scanner.reset(text, 0, QUERY_CHARACTERS);
  while (words.size < QUERY_WORDS && scanner.next()) {
    const folded = scanner.word();
    if (words.has(folded)) continue;
    const { start, end } = scanner;
    words.set(folded, {
      folded,
      typed: text.slice(start, end),
      start,
      end,
      isStopWord: language.stopWords.has(folded),
    });
  }
  return [...words.values()];
}

/** The words worth searching for: without stop words, unless nothing else is there. */
export function contentWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const content = words.filter(({ isStopWord }) => !isStopWord);
  return content.length > 0 ? content : words;
}
