import type { SearchDocument } from '../../src/search/index.ts';

/** A reproducible stream of numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables =
  'ba be bi bo ca ce co da de di do fa fe fi ga ge go ha he ho ka ke la le li lo ma me mi mo na ne no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi wa we'.split(
    ' ',
  );
const common =
  'the to of and a in is you your for on it with this not be or are can if from have when will do as at by that but'.split(
    ' ',
  );
const topics =
  'account billing payment refund subscription video buffering television network password email device error profile download charge cancel renew picture sound'.split(
    ' ',
  );

/** Word number `rank` of a made-up language: common words first, then ever longer ones. */
function wordAt(rank: number): string {
  if (rank < common.length) return common[rank] ?? 'the';
  if (rank < common.length + topics.length) return topics[rank - common.length] ?? 'account';
  let word = '';
  for (let left = rank; left > 0; left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length] ?? '';
  return word;
}

/** Words drawn after Zipf's law from a vocabulary of `size`. */
export function zipfWords(random: () => number, size: number): () => string {
  const top = Math.log(size + 1);
  return () => wordAt(Math.min(size - 1, Math.floor(Math.exp(random() * top)) - 1));
}

const VOCABULARY = 60_000;

/** Passages of 30 to 90 words with a title of 4 to 8, the same ones for the same seed. */
export function generatePassages(count: number, seed = 1): SearchDocument[] {
  const random = randomFrom(seed);
  const word = zipfWords(random, VOCABULARY);
  const words = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, word).join(' ');
  return Array.from({ length: count }, (_, number) => ({
    id: `p${number}`,
    locale: 'en',
    type: 'article' as const,
    title: words(4, 8),
    passages: [{ anchor: 's1', heading: '', text: `${words(15, 45)}. ${words(15, 45)}.` }],
    reviewedAt: '2026-05-01',
  }));
}

/** Queries of 2 to 6 words from the same vocabulary, common words among them. */
export function generateQueries(count: number, seed = 2): string[] {
  const random = randomFrom(seed);
  const word = zipfWords(random, VOCABULARY);
  return Array.from({ length: count }, () => Array.from({ length: 2 + Math.floor(random() * 5) }, word).join(' '));
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One typo: a letter left out, doubled, replaced or swapped with the next, in a word of four letters or more. */
export function withTypo(query: string, random: () => number): string {
  const words = query.split(' ');
  const long = words.flatMap((word, at) => (/^\p{L}{4,}/u.test(word) ? [at] : []));
  const chosen = long[Math.floor(random() * long.length)];
  if (chosen === undefined) return query;
  words[chosen] = misspell(words[chosen] ?? '', random);
  return words.join(' ');
}

export function misspell(word: string, random: () => number, alphabet = letters): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const other = alphabet[Math.floor(random() * alphabet.length)] ?? 'x';
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + other + word.slice(at);
  if (kind === 2) return word.slice(0, at) + other + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
