import { isMalayRoot } from './malay-roots.ts';

/*
 * Roots of Malay words, after the affix rules of the Kamus Dewan orthography (imbuhan): prefixes me-, pe-,
 * ber-, be-, ter-, di-, ke-, se- with their sound changes, suffixes -kan, -i, -an, clitics -nya, -ku, -mu, -kah, -lah,
 * -tah, -pun, and reduplication. Rules alone overstem ("beri" is not "ber-" + "i", "makan" not "mak" + "-an"), so a
 * root is kept only when a dictionary has it.
 */

/** Roots shorter than this are believed only when they are on our own list. */
const SHORTEST_LEARNT = 4;
/** Nothing shorter is ever a root. */
const SHORTEST_ROOT = 3;
/** Affixes taken off one word. */
const DEEPEST = 3;
const clitics = ['nya', 'kah', 'lah', 'tah', 'pun', 'ku', 'mu'];
const suffixes = ['kan', 'an', 'i'];
const plainPrefixes = ['di', 'ke', 'se', 'ter', 'te', 'ber', 'be', 'per'];

/** Nasal prefixes: what the word begins with, and what the root may begin with instead. */
const nasalPrefixes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:me|pe)nge(?=[a-z]{3,4}$)/, ['']],
  [/^(?:me|pe)ng(?=[aeiou])/, ['', 'k']],
  [/^(?:me|pe)ng(?=[ghkq])/, ['']],
  [/^(?:me|pe)ny(?=[aeiou])/, ['s', '']],
  [/^(?:me|pe)n(?=[aeiou])/, ['t', 'n']],
  [/^(?:me|pe)n(?=[dcjtsz])/, ['']],
  [/^(?:me|pe)m(?=[aeiou])/, ['p', 'm']],
  [/^(?:me|pe)m(?=[bfpv])/, ['']],
  [/^(?:me|pe)(?=[lmnrwy])/, ['']],
  [/^pe(?=[a-z])/, ['']],
  [/^(?:pel|bel)(?=ajar)/, ['']],
];

/**
 * The root of a folded Malay word: the nearest known root the rules reach ("menyediakan" is "sedia", though "dia" is a
 * word too), or else the deepest word of the caller's dictionary, or the word itself.
 */
export function stemMalay(word: string, isInDictionary: (root: string) => boolean): string {
  const start = single(word);
  if (isMalayRoot(start)) return start;
  const found = new Map<string, number>();
  explore(start, 0, found);
  found.delete(word);
  const reached = [...found];
  const listed = reached.filter(([root]) => isMalayRoot(root));
  const nearest = listed.sort(([left, steps], [right, others]) => steps - others || right.length - left.length)[0];
  if (nearest !== undefined) return nearest[0];
  const learnt = reached.filter(([root]) => root.length >= SHORTEST_LEARNT && isInDictionary(root));
  learnt.sort(([left, steps], [right, others]) => others - steps || left.length - right.length);
  return learnt[0]?.[0] ?? word;
}

/** "kanak-kanak" arrives as two words; written together or with a 2 it is halved here. */
function single(word: string): string {
  const plain = word.replace(/2$/, '');
  const half = plain.length / 2;
  return plain.length >= 8 && plain.slice(0, half) === plain.slice(half) ? plain.slice(half) : plain;
}

function explore(word: string, steps: number, found: Map<string, number>): void {
  if (word.length < SHORTEST_ROOT || (found.get(word) ?? -1) >= steps) return;
  found.set(word, steps);
  if (steps > DEEPEST || (steps > 0 && isMalayRoot(word))) return;
  for (const clitic of clitics) if (word.endsWith(clitic)) explore(word.slice(0, -clitic.length), steps + 1, found);
  for (const suffix of suffixes) if (word.endsWith(suffix)) explore(word.slice(0, -suffix.length), steps + 1, found);
  for (const prefix of plainPrefixes) if (word.startsWith(prefix)) explore(word.slice(prefix.length), steps + 1, found);
  for (const [pattern, beginnings] of nasalPrefixes) {
    if (!pattern.test(word)) continue;
    for (const beginning of beginnings) explore(word.replace(pattern, beginning), steps + 1, found);
  }
}
