import { LOCALES } from '#lib/locales.ts';

/** A number with what joins its digits: 1,234.50, 12:30, 2026-11-22, 24/7. */
const NUMBER = /\d+(?:[.,:/'’\u00A0\u202F-]\d+)*/g;
const SIGNS = /[%‰€$£¥₹]|\b(?:RM|EUR|USD|GBP|CHF|MYR)\b/g;

/** Numbers written as words, so that “14 days” does not come back as “thirty days”. One is a pronoun as often as a number. */
const NUMBER_WORDS = new Set(
  [
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half double twice',
    'dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas belas puluh ratus ribu juta separuh',
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante',
    'soixante septante octante nonante cent cents mille million demi moitié double',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million hälfte doppelt zweimal',
  ].flatMap((line) => line.split(' ')),
);

/** Names of months and weekdays in every language, as dates are written with them. */
const DATE_WORDS = new Set(
  LOCALES.flatMap((locale) => {
    const name = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
    const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
    return [
      ...months.map((at) => name({ month: 'long' }).format(at)),
      ...days.map((at) => name({ weekday: 'long' }).format(at)),
    ];
  })
    .map((word) => word.toLowerCase())
    // “may” is a verb more often than a month, and a day of May has a number, which is checked.
    .filter((word) => word !== 'may' && word !== 'mars'),
);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const numbersIn = (text: string): string[] =>
  (text.match(NUMBER) ?? []).map((number) => number.replaceAll(/['’\u00A0\u202F]/g, ''));

/** Share of a text's longer words that its sources have to know, at least by their beginnings. */
const LEAST_KNOWN = 0.5;
const LONG_LETTERS = 5;

/** Whether a text is about what its sources are about: most of its longer words stand there in some form. */
export function sharesWords(text: string, sources: string): boolean {
  const beginning = (word: string): string => word.slice(0, LONG_LETTERS);
  const known = new Set(wordsIn(sources).map(beginning));
  const long = wordsIn(text).filter((word) => word.length >= LONG_LETTERS);
  return long.filter((word) => known.has(beginning(word))).length >= long.length * LEAST_KNOWN;
}

/**
 * Whether every number, amount and date of a text also stands in what it was made of, digit by digit or word by word.
 * It says nothing about the rest of the text.
 */
export function isGrounded(text: string, sources: string): boolean {
  const numbers = new Set(numbersIn(sources));
  if (!numbersIn(text).every((number) => numbers.has(number))) return false;
  const words = new Set(wordsIn(sources));
  const counted = wordsIn(text).filter((word) => NUMBER_WORDS.has(word) || DATE_WORDS.has(word));
  if (!counted.every((word) => words.has(word))) return false;
  const signs = new Set(sources.match(SIGNS) ?? []);
  return (text.match(SIGNS) ?? []).every((sign) => signs.has(sign));
}
