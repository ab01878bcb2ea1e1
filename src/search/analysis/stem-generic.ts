import { foldText } from './characters.ts';

/** Letters kept of a long word in a language without a stemmer: most inflection is at the end. */
export const GENERIC_STEM_UNITS = 6;

/**
 * A stem for languages without a stemmer: the folded word, cut to its first letters. Arabic loses its article. Short
 * words and numbers stay whole.
 */
export function stemGeneric(word: string): string {
  let folded = foldText(word);
  if (folded.length > 4 && folded.startsWith('ال')) folded = folded.slice(2);
  if (/\d/.test(folded)) return folded;
  return folded.length > GENERIC_STEM_UNITS ? folded.slice(0, GENERIC_STEM_UNITS) : folded;
}
