import { list, longestSuffix, regionAfter, replaceEnd } from './regions.ts';

/** The English ("Porter2") stemmer, written from https://snowballstem.org/algorithms/english/stemmer.html. */

const VOWELS = 'aeiouy';
const DOUBLES = list('bb dd ff gg mm nn pp rr tt');
const exceptions: Readonly<Record<string, string>> = {
  skis: 'ski',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  idly: 'idl',
  gently: 'gentl',
  ugly: 'ugli',
  early: 'earli',
  only: 'onli',
  singly: 'singl',
  sky: 'sky',
  news: 'news',
  howe: 'howe',
  atlas: 'atlas',
  cosmos: 'cosmos',
  bias: 'bias',
  andes: 'andes',
};
const invariantAfterStep1a = new Set(list('inning outing canning herring earring proceed exceed succeed'));
const step2: Readonly<Record<string, string>> = {
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  izer: 'ize',
  ization: 'ize',
  ational: 'ate',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  aliti: 'al',
  alli: 'al',
  fulness: 'ful',
  ousli: 'ous',
  ousness: 'ous',
  iveness: 'ive',
  iviti: 'ive',
  biliti: 'ble',
  bli: 'ble',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
};
const step3: Readonly<Record<string, string>> = {
  tional: 'tion',
  ational: 'ate',
  alize: 'al',
  icate: 'ic',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
  ative: '',
};
const step2Suffixes = Object.keys(step2);
const step3Suffixes = Object.keys(step3);
const step4Suffixes = list('al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion');

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

function firstRegion(word: string): number {
  const prefix = ['gener', 'commun', 'arsen'].find((start) => word.startsWith(start));
  return prefix === undefined ? regionAfter(word, VOWELS, 0) : prefix.length;
}

/** Ends in a short syllable: vowel + consonant other than w, x, Y, after a consonant; or a two-letter word like "at". */
function endsShort(word: string): boolean {
  const [third, second, last] = [word.at(-3), word.at(-2), word.at(-1)];
  if (word.length === 2) return isVowel(second) && !isVowel(last);
  return !isVowel(third) && isVowel(second) && !isVowel(last) && !'wxY'.includes(last ?? '');
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return replaceEnd(word, 2);
  if (word.endsWith('ied') || word.endsWith('ies')) return replaceEnd(word, 3, word.length > 4 ? 'i' : 'ie');
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
  return [...word.slice(0, -2)].some(isVowel) ? replaceEnd(word, 1) : word;
}

function step1b(word: string, r1: number): string {
  const suffix = longestSuffix(word, ['eed', 'eedly', 'ed', 'edly', 'ing', 'ingly']);
  if (suffix === '') return word;
  const stem = replaceEnd(word, suffix.length);
  if (suffix.startsWith('eed')) return stem.length >= r1 ? `${stem}ee` : word;
  if (![...stem].some(isVowel)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLES.includes(stem.slice(-2))) return replaceEnd(stem, 1);
  return endsShort(stem) && r1 >= stem.length ? `${stem}e` : stem;
}

function step1c(word: string): string {
  const isEnding = /[yY]$/.test(word) && word.length > 2 && !isVowel(word.at(-2));
  return isEnding ? replaceEnd(word, 1, 'i') : word;
}

function step2And3(word: string, r1: number, r2: number): string {
  let result = word;
  const second = longestSuffix(result, step2Suffixes);
  if (second !== '' && result.length - second.length >= r1) {
    const before = result.at(-second.length - 1) ?? '';
    const isAllowed = second === 'ogi' ? before === 'l' : second !== 'li' || 'cdeghkmnrt'.includes(before);
    if (isAllowed) result = replaceEnd(result, second.length, step2[second]);
  }
  const third = longestSuffix(result, step3Suffixes);
  if (third === '' || result.length - third.length < r1) return result;
  if (third === 'ative' && result.length - third.length < r2) return result;
  return replaceEnd(result, third.length, step3[third]);
}

function step4And5(word: string, r1: number, r2: number): string {
  let result = word;
  const suffix = longestSuffix(result, step4Suffixes);
  if (suffix !== '' && result.length - suffix.length >= r2) {
    if (suffix !== 'ion' || 'st'.includes(result.at(-4) ?? ' ')) result = replaceEnd(result, suffix.length);
  }
  const stem = replaceEnd(result, 1);
  if (result.endsWith('e')) return stem.length >= r2 || (stem.length >= r1 && !endsShort(stem)) ? stem : result;
  return result.endsWith('ll') && stem.length >= r2 ? stem : result;
}

/** The stem of a lower-case English word. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const exception = exceptions[word];
  if (exception !== undefined && Object.hasOwn(exceptions, word)) return exception;
  let result = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const r1 = firstRegion(result);
  const r2 = regionAfter(result, VOWELS, r1);
  result = step1a(result);
  if (invariantAfterStep1a.has(result)) return result;
  result = step1c(step1b(result, r1));
  result = step4And5(step2And3(result, r1, r2), r1, r2);
  return result.toLowerCase();
}
