import { foldText } from './characters.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench } from './stem-french.ts';
import { stemGeneric } from './stem-generic.ts';
import { stemGerman } from './stem-german.ts';
import { stemMalay } from './stem-malay.ts';
import { stopWordsOf } from './stop-words.ts';

/** How the words of one language are brought together. */
export interface Language {
  /** "en" for "en-GB". */
  readonly code: string;
  readonly stopWords: ReadonlySet<string>;
  /**
   * The stem of a word, folded. Takes the word in lower case with its accents. Languages whose rules overstem believe a
   * stem only when it is known; `isInDictionary` says which words the index has.
   */
  readonly stem: (word: string, isInDictionary: (stem: string) => boolean) => string;
}

type Stem = (word: string) => string;
const stemmers: Readonly<Record<string, Stem>> = { en: stemEnglish, fr: stemFrench, de: stemGerman };
const languages = new Map<string, Language>();

/** The analysis of a locale such as "en", "fr-CA" or "sv"; a generic one for languages we do not ship. */
export function languageOf(locale: string): Language {
  const code = (locale.toLowerCase().split(/[-_]/)[0] ?? '').slice(0, 8);
  const known = languages.get(code);
  if (known !== undefined) return known;
  const stemmer = stemmers[code];
  const stem: Stem = stemmer === undefined ? stemGeneric : (word) => foldText(stemmer(word));
  const language: Language =
    code === 'ms'
      ? {
          code,
          stopWords: stopWordsOf(code),
          stem: (word, isInDictionary) => stemMalay(foldText(word), isInDictionary),
        }
      : { code, stopWords: stopWordsOf(code), stem };
  if (languages.size < 64) languages.set(code, language);
  return language;
}
