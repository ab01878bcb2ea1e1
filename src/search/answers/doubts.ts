import { foldText } from '../analysis/characters.ts';
import type { LocaleIndex } from '../locale-index.ts';
import { contentWords, type QueryWord, wordsOf } from '../query/words.ts';
import type { SentenceCandidate } from './features.ts';
import { type Expectation, meets } from './question.ts';

/** What speaks for and against a sentence that was found: the best sentence of a poor lot is no answer. */
export interface Doubts {
  /** How rare the rarest word of the question is that the sentence lacks, 0 to 1. */
  readonly worstMissing: number;
  /** Share of the question's weight in names that the sentence lacks. */
  readonly namesMissing: number;
  /** 1 when the question has a number that the passage lacks. */
  readonly numberMissing: number;
  /** 1 when the question denies something and the sentence does not. */
  readonly denialMissing: number;
  /** 1 when what is left of the sentence cannot be what was asked for. */
  readonly kindMissing: number;
  /** Content words of the question, up to 10; a long question that matches says more than a short one. */
  readonly words: number;
}

const MOST_WORDS = 10;
const denial =
  /\b(?:not|never|cannot|no|none|nor|neither|without|except|fail\w*|lack\w*|unable|refus\w*|avoid\w*|prevent\w*|besides|instead|pas|jamais|sans|aucune?|sauf|nicht|nie|niemals|kein\w*|ohne|ausser|tidak|bukan|tanpa|kecuali|jangan|belum)\b|n.t\b/;

/** Doubts about one sentence as the answer to a question. */
export function doubtsAbout(
  question: string,
  expectation: Expectation,
  sentence: SentenceCandidate,
  index: LocaleIndex,
): Doubts {
  const { language } = index.lexicon;
  const words = contentWords(wordsOf(question, language));
  const text = sentence.passage.text.slice(sentence.range.start, sentence.range.end);
  const inSentence = termsOf(text, index);
  const inPassage = new Set(wordsOf(sentence.passage.text, language).map(({ folded }) => folded));
  const rarest = Math.log(1 + index.documentCount) || 1;
  const weightOf = (word: QueryWord): number => {
    const term = index.lexicon.find(word.folded, word.typed);
    return term < 0
      ? 1
      : Math.min(1, Math.log((index.documentCount + 1) / (index.lexicon.frequencyOf(term) + 0.5)) / rarest);
  };
  const weights = words.map((word) => Math.max(0, weightOf(word)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const isMissing = words.map((word) => !inSentence.has(keyOf(word, index)));
  const share = (isCounted: (word: QueryWord, at: number) => boolean): number =>
    weights.reduce((sum, weight, at) => sum + (isCounted(words[at] as QueryWord, at) ? weight : 0), 0) / total;
  const isName = (word: QueryWord): boolean => language.code !== 'de' && word.start > 0 && /^\p{Lu}/u.test(word.typed);
  return {
    worstMissing: Math.max(0, ...weights.filter((_, at) => isMissing[at])),
    namesMissing: share((word, at) => isName(word) && isMissing[at] === true),
    numberMissing: words.some(({ folded }) => /\d/.test(folded) && !inPassage.has(folded)) ? 1 : 0,
    denialMissing: denial.test(foldText(question)) && !denial.test(foldText(text)) ? 1 : 0,
    kindMissing: expectation === 'open' || meets(expectation, withoutWordsOf(text, words)) ? 0 : 1,
    words: Math.min(MOST_WORDS, words.length),
  };
}

function keyOf(word: QueryWord, index: LocaleIndex): string | number {
  const term = index.lexicon.find(word.folded, word.typed);
  return term < 0 ? word.folded : term;
}

function termsOf(text: string, index: LocaleIndex): ReadonlySet<string | number> {
  return new Set(wordsOf(text, index.lexicon.language).map((word) => keyOf(word, index)));
}

/** The sentence with the question's words blanked out: its own names and numbers answer nothing. */
function withoutWordsOf(text: string, words: readonly QueryWord[]): string {
  const asked = new Set(words.map(({ folded }) => folded));
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (asked.has(foldText(word)) ? '_' : word));
}
