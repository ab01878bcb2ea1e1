import type { Locale } from '#lib/locales.ts';
import type { LetterWords } from './words.ts';
import { DE } from './words-de.ts';
import { EN } from './words-en.ts';
import { FR } from './words-fr.ts';
import { MS } from './words-ms.ts';

/** The letters in each language, side by side in files of the same shape. */
export const LETTER_WORDS: Readonly<Record<Locale, LetterWords>> = { en: EN, ms: MS, fr: FR, de: DE };
