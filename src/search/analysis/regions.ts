/** Pieces shared by the Snowball stemmers (https://snowballstem.org/texts/r1r2.html). */

/**
 * Where the region after the first non-vowel that follows a vowel begins, looking from `from`; the word's length when
 * there is none. Applied twice this gives Snowball's R1 and R2.
 */
export function regionAfter(word: string, vowels: string, from: number): number {
  for (let index = from + 1; index < word.length; index += 1) {
    if (!vowels.includes(word[index] ?? '') && vowels.includes(word[index - 1] ?? '')) return index + 1;
  }
  return word.length;
}

/** The longest of the suffixes the word ends with, looking only at letters from `from` on; empty when none does. */
export function longestSuffix(word: string, suffixes: readonly string[], from = 0): string {
  let longest = '';
  for (const suffix of suffixes) {
    if (suffix.length > longest.length && word.length - suffix.length >= from && word.endsWith(suffix))
      longest = suffix;
  }
  return longest;
}

/** The word without its last `length` letters, followed by `replacement`. */
export function replaceEnd(word: string, length: number, replacement = ''): string {
  return word.slice(0, word.length - length) + replacement;
}

/** Words written in one string, divided by blanks. */
export function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
