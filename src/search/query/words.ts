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

/** How far a text is read. */
export interface WordLimits {
  readonly characters: number;
  readonly words: number;
}

const QUERY_LIMITS: WordLimits = { characters: QUERY_CHARACTERS, words: QUERY_WORDS };

/** The words of a query, or of another text with other limits, in their order, repeated ones once. Long texts are cut. */
export function wordsOf(text: string, language: Language, limits: WordLimits = QUERY_LIMITS): readonly QueryWord[] {
  const scanner = new Scanner();
  const words = new Map<string, QueryWord>();
  scanner.reset(text, 0, limits.characters);
  while (words.size < limits.words && scanner.next()) {
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
