import { longestSuffix, regionAfter, replaceEnd } from './regions.ts';

/**
 * The German stemmer, written from https://snowballstem.org/algorithms/german/stemmer.html, with its variant that reads
 * ae, oe and ue as umlauts, because people without those keys type them so.
 */

const VOWELS = 'aeiouyäöü';
const S_ENDING = 'bdfghklmnrt';
const ST_ENDING = 'bdfghklmnt';

function prepare(word: string): string {
  const umlauts = word
    .replaceAll('ß', 'ss')
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(^|[^qaeo])ue/g, '$1ü');
  return umlauts.replace(
    /([aeiouyäöü])([uy])(?=[aeiouyäöü])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function step1(word: string, r1: number): string {
  const suffix = longestSuffix(word, ['em', 'ern', 'er', 'e', 'en', 'es', 's']);
  const stem = replaceEnd(word, suffix.length);
  if (suffix === '' || stem.length < r1) return word;
  if (suffix === 's') return S_ENDING.includes(stem.at(-1) ?? ' ') ? stem : word;
  return /^e[ns]?$/.test(suffix) && stem.endsWith('niss') ? replaceEnd(stem, 1) : stem;
}

function step2(word: string, r1: number): string {
  const suffix = longestSuffix(word, ['en', 'er', 'est', 'st']);
  const stem = replaceEnd(word, suffix.length);
  if (suffix === '' || stem.length < r1) return word;
  if (suffix !== 'st') return stem;
  return stem.length >= 4 && ST_ENDING.includes(stem.at(-1) ?? ' ') ? stem : word;
}

function step3(word: string, r1: number, r2: number): string {
  const suffix = longestSuffix(word, ['end', 'ung', 'ig', 'ik', 'isch', 'lich', 'heit', 'keit']);
  const stem = replaceEnd(word, suffix.length);
  if (suffix === '' || stem.length < r2) return word;
  const without = (endings: readonly string[], region: number): string => {
    const ending = longestSuffix(stem, endings, region);
    return ending === 'ig' && stem.at(-3) === 'e' && suffix !== 'keit' ? stem : replaceEnd(stem, ending.length);
  };
  if (suffix === 'end' || suffix === 'ung') return without(['ig'], r2);
  if (suffix === 'lich' || suffix === 'heit') return without(['er', 'en'], r1);
  if (suffix === 'keit') return without(['lich', 'ig'], r2);
  return stem.endsWith('e') ? word : stem;
}

/** The stem of a lower-case German word, umlauts removed. */
export function stemGerman(word: string): string {
  const prepared = prepare(word);
  const first = regionAfter(prepared, VOWELS, 0);
  const r2 = regionAfter(prepared, VOWELS, first);
  const r1 = Math.max(first, Math.min(3, prepared.length));
  const stem = step3(step2(step1(prepared, r1), r1), r1, r2);
  return stem.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
}
