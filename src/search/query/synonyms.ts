import { PHRASE_WORDS, SYNONYMS_TRIED } from '../limits.ts';
import type { LocaleIndex } from '../locale-index.ts';
import { wordsOf } from './words.ts';

/** A brand's words that mean the same, looked up by the words of a query. */
export class Synonyms {
  private readonly index: LocaleIndex;
  private readonly groups: readonly (readonly string[])[];
  private readonly groupsOf = new Map<string, readonly string[][]>();

  constructor(groups: readonly (readonly string[])[], index: LocaleIndex) {
    this.index = index;
    this.groups = groups;
    for (const group of groups) {
      const phrases = group.map((phrase) => this.foldedWords(phrase)).filter((words) => words.length > 0);
      for (const words of phrases) {
        if (words.length === 1 && words[0] !== undefined) {
          this.groupsOf.set(words[0], [...(this.groupsOf.get(words[0]) ?? []), ...phrases]);
        }
      }
    }
  }

  /** Terms of the single-word synonyms of a word. */
  of(folded: string, typed: string): readonly number[] {
    const phrases = this.groupsOf.get(this.stemmed(folded, typed)) ?? this.groupsOf.get(folded) ?? [];
    const terms = new Set<number>();
    for (const words of phrases) {
      const [word] = words;
      if (words.length === 1 && word !== undefined && word !== folded) terms.add(this.index.lexicon.find(word, word));
    }
    terms.delete(-1);
    return [...terms].slice(0, SYNONYMS_TRIED);
  }

  /**
   * Queries in which a phrase is replaced by its synonyms of several words, for "switch off renewal" ↔ "cancel".
   * Empty when no synonym applies.
   */
  rewrites(text: string): readonly string[] {
    const padded = ` ${this.foldedWords(text).join(' ')} `;
    const rewritten: string[] = [];
    for (const group of this.groups) {
      const phrases = group.map((phrase) => this.foldedWords(phrase).join(' '));
      const found = phrases.find((phrase) => phrase !== '' && padded.includes(` ${phrase} `));
      if (found === undefined) continue;
      for (const phrase of phrases) {
        if (phrase === found || (!phrase.includes(' ') && !found.includes(' '))) continue;
        rewritten.push(padded.replace(` ${found} `, ` ${phrase} `).trim());
      }
    }
    return rewritten.slice(0, SYNONYMS_TRIED);
  }

  private foldedWords(phrase: string): string[] {
    return wordsOf(phrase, this.index.lexicon.language)
      .slice(0, PHRASE_WORDS)
      .map(({ folded }) => folded);
  }

  /** The synonym word with the same term as this one, so that "televisions" finds the group of "television". */
  private stemmed(folded: string, typed: string): string {
    if (this.groupsOf.has(folded)) return folded;
    const term = this.index.lexicon.find(folded, typed);
    if (term < 0) return folded;
    for (const word of this.groupsOf.keys()) if (this.index.lexicon.find(word, word) === term) return word;
    return folded;
  }
}
