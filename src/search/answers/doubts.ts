import { foldText } from '../analysis/characters.ts';
import type { LocaleIndex } from '../locale-index.ts';
import { contentWords, type QueryWord, wordsOf } from '../query/words.ts';
import type { SentenceCandidate } from './features.ts';
import { type Expectation, meets } from './question.ts';

/**
 * What speaks for and against a sentence that was found: the best sentence of a poor lot is no answer. Weights are how
 * rare a word is, 0 to 1.
 */
export interface Doubts {
  /** Weight of the rarest word of the question that the sentence lacks. */
  readonly worstMissing: number;
  /**
   * Weights of the words, neither names nor numbers, that the passage and its titles lack, up to 3, times the share that
   * is met: where the rest fits, they were only put in other words.
   */
  readonly reworded: number;
  /** Weights of the numbers that the sentence lacks, up to 2. */
  readonly numbersMissing: number;
  /** 1 when the question denies something. */
  readonly denial: number;
  /** 1 when it does and the sentence does not. */
  readonly denialMissing: number;
  /** Words such as "first", "only" or "largest" that the passage lacks, up to 3. */
  readonly extremesMissing: number;
  /** 1 when what is left of the sentence cannot be what was asked for, -1 when it can, 0 when anything can. */
  readonly kindMissing: number;
  /** Share of the question in the titles. */
  readonly inTitle: number;
  /** How early the sentence meets the question: 1 at its first word, falling to 0. */
  readonly early: number;
}

const MOST_WORDS_MISSING = 3;
const MOST_NUMBERS_MISSING = 2;
const MOST_EXTREMES = 3;

const denial =
  /\b(?:not|never|cannot|no|non|none|nor|neither|without|except|fail\w*|lack\w*|unable|refus\w*|reject\w*|avoid\w*|prevent\w*|least|fewest|besides|instead|opposite|other than|pas|jamais|sans|aucune?|sauf|refuse\w*|empech\w*|moins|nicht|nie|niemals|kein\w*|ohne|ausser|statt|tidak|bukan|tanpa|kecuali|jangan|belum)\b|n.t\b/;
/** Somebody telling what does not work denies nothing: "why can't I …", "my picture is not …". */
const complaint =
  /\b(?:i|my|me|we|our|je|j|mon|ma|mes|nous|notre|ich|mein\w*|mir|mich|wir|unser\w*|saya|kami|aku|can.?t|cannot|won.t)\b/;
const extremes =
  /\b(?:\w{3,}est|most|least|first|last|only|all|every|always|premiere?s?|derniere?s?|seule?s?|tous|toutes|chaque|toujours|plus|erste[nrs]?|letzte[nrs]?|einzige[nrs]?|alle[rns]?|jede[rsmn]?|immer|pertama|terakhir|hanya|semua|setiap|paling|sentiasa)\b/g;

/** Doubts about one sentence as the answer to a question. */
export function doubtsAbout(
  question: string,
  expectation: Expectation,
  sentence: SentenceCandidate,
  index: LocaleIndex,
): Doubts {
  const { language } = index.lexicon;
  const { document, passage, range, features } = sentence;
  const words = contentWords(wordsOf(question, language));
  const text = passage.text.slice(range.start, range.end);
  const [asked, told] = [foldText(question), foldText(text)];
  const titles = termsOf(`${document.title} . ${passage.heading}`, index);
  const inSentence = termsOf(text, index);
  const inPassage = termsOf(passage.text, index);
  const weighed = words.map((word) => {
    const key = keyOf(word, index);
    const inTitle = titles.has(key);
    const isAround = inTitle || inPassage.has(key);
    return { word, weight: weightOf(word, index), inSentence: inSentence.has(key), inTitle, isAround };
  });
  const sum = (isCounted: (each: (typeof weighed)[number]) => boolean): number =>
    weighed.reduce((total, each) => total + (isCounted(each) ? each.weight : 0), 0);
  const total = sum(() => true) || 1;
  const isName = (word: QueryWord): boolean => language.code !== 'de' && word.start > 0 && /^\p{Lu}/u.test(word.typed);
  const isNumber = ({ folded }: QueryWord): boolean => /\d/.test(folded);
  const met = features.own + features.before + features.title;
  const unmet = sum(({ word, isAround }) => !isAround && !isName(word) && !isNumber(word));
  const denies = denial.test(asked) && !complaint.test(asked);
  const superlatives = asked.match(extremes) ?? [];
  const around = foldText(passage.text.slice(0, PASSAGE_LIMITS.characters));
  return {
    worstMissing: Math.max(0, ...weighed.filter((each) => !each.inSentence).map(({ weight }) => weight)),
    reworded: met * Math.min(MOST_WORDS_MISSING, unmet),
    numbersMissing: Math.min(
      MOST_NUMBERS_MISSING,
      sum((each) => !each.inSentence && isNumber(each.word)),
    ),
    denial: denies ? 1 : 0,
    denialMissing: denies && !denial.test(told) ? 1 : 0,
    extremesMissing: Math.min(MOST_EXTREMES, superlatives.filter((word) => !around.includes(word)).length),
    kindMissing: expectation === 'open' ? 0 : meets(expectation, withoutWordsOf(text, words)) ? -1 : 1,
    inTitle: sum(({ inTitle }) => inTitle) / total,
    early: earliness(text, index, new Set(words.map((word) => keyOf(word, index)))),
  };
}

/** How rare a word is: 0 for one in every document, 1 for one in a single document or in none. */
function weightOf(word: QueryWord, index: LocaleIndex): number {
  const term = index.lexicon.find(word.folded, word.typed);
  if (term < 0) return 1;
  const rarest = Math.log(1 + index.documentCount) || 1;
  const rarity = Math.log((index.documentCount + 1) / (index.lexicon.frequencyOf(term) + 0.5)) / rarest;
  return Math.min(1, Math.max(0, rarity));
}

function keyOf(word: QueryWord, index: LocaleIndex): string | number {
  const term = index.lexicon.find(word.folded, word.typed);
  return term < 0 ? word.folded : term;
}

function termsOf(text: string, index: LocaleIndex): ReadonlySet<string | number> {
  return new Set(wordsOf(text, index.lexicon.language, PASSAGE_LIMITS).map((word) => keyOf(word, index)));
}

function earliness(text: string, index: LocaleIndex, asked: ReadonlySet<string | number>): number {
  const at = wordsOf(text, index.lexicon.language, PASSAGE_LIMITS).findIndex((word) => asked.has(keyOf(word, index)));
  return at < 0 ? 0 : 1 / (1 + at);
}

/** A passage is read further than a query. */
const PASSAGE_LIMITS = { characters: 6_000, words: 600 } as const;

/** The sentence with the question's words blanked out: its own names and numbers answer nothing. */
function withoutWordsOf(text: string, words: readonly QueryWord[]): string {
  const asked = new Set(words.map(({ folded }) => folded));
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (asked.has(foldText(word)) ? '_' : word));
}
