import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Scanner } from './analysis/scanner.ts';
import { createSearchIndex, type MarkedText, type SearchIndex } from './index.ts';
import { ANSWER_CHARACTERS, QUERY_CHARACTERS } from './limits.ts';

/**
 * Words read for one query in a help centre of two pages. Reading words is what all work grows with, and unlike time it
 * is the same on a busy machine.
 */
const MOST_WORDS_READ = 20_000;

let wordsRead = 0;
const { next } = Scanner.prototype;
beforeEach(() => {
  wordsRead = 0;
  Scanner.prototype.next = function count(this: Scanner): boolean {
    wordsRead += 1;
    return next.call(this);
  };
});
afterEach(() => {
  Scanner.prototype.next = next;
});

function indexOf(...texts: string[]): SearchIndex {
  const index = createSearchIndex({
    defaultLocale: 'en',
    synonyms: { en: [['refund', 'money back']] },
    facets: [{ kind: 'symptom', id: 'sound', names: ['no sound'] }],
  });
  index.put(
    texts.map((text, number) => ({
      id: `d${number}`,
      locale: 'en',
      type: 'article',
      title: text.slice(0, 40),
      passages: [{ anchor: '', heading: '', text }],
      codes: ['NW-2-5', text.slice(0, 60)],
      aliases: [text.slice(0, 200)],
      tags: [text.slice(0, 80)],
    })),
  );
  return index;
}

/** Everything a reader can do with a text. */
function useAll(index: SearchIndex, text: string): readonly MarkedText[] {
  const found = [
    ...index.search({ text, locale: 'en' }).hits,
    ...index.search({ text, locale: 'de', isTyping: true }).hits,
    ...index.search({ text, locale: 'en', isVerbatim: true }).hits,
  ];
  const reply = index.answer({ question: text, locale: 'en', previousQuestion: text, documentId: text });
  const quotes = reply.kind === 'answer' ? [reply.main, ...reply.alternatives] : reply.nearest;
  const completions = index.complete({ text, locale: 'en' });
  return [...found.flatMap(({ title, snippet }) => [title, snippet]), ...quotes.map((q) => q.sentence), ...completions];
}

function expectMarksInside(texts: readonly MarkedText[]): void {
  for (const { text, marks } of texts) {
    for (const { start, end } of marks) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  }
}

const bombs: readonly (readonly [string, string])[] = [
  ['ten thousand words', Array.from({ length: 10_000 }, (_, number) => `word${number}`).join(' ')],
  ['a million identical words', 'refund '.repeat(1_000_000)],
  ['one word of a million letters', 'a'.repeat(1_000_000)],
  ['nested groups for a regular expression', `${'(a+)+'.repeat(200)}$${'a'.repeat(5_000)}!`],
  ['alternations that match in many ways', `${'(a|aa|a?)*'.repeat(90)}b`],
  ['letters that almost end a known word', `${'a'.repeat(900)}es`],
  ['blanks', ' \t\n\u3000'.repeat(250_000)],
  ['nothing but separators', '-_./ '.repeat(50_000)],
  ['digits and dashes', '1-2-'.repeat(20_000)],
  ['pieces of codes', 'NW 2 5 '.repeat(20_000)],
  ['question words', 'what is the what is the '.repeat(5_000)],
  ['capitals', 'Aa Bb '.repeat(20_000)],
  ['zero-width characters', 're\u200B\u200D\u2060fund\uFEFF '.repeat(20_000)],
  ['bidi marks', '\u202E\u2066refund\u2069\u202C '.repeat(20_000)],
  ['one letter under a thousand accents', `e${'\u0301'.repeat(100_000)}`],
  ['quotation marks and apostrophes', `"'’«`.repeat(50_000)],
];

describe.each(bombs)('%s', (_, text) => {
  test('as a query read no further than a query may be long', () => {
    const index = indexOf('How to get a refund', 'Another page');
    wordsRead = 0;
    useAll(index, text);
    expect(wordsRead).toBeLessThan(MOST_WORDS_READ);
    const read = wordsRead;
    wordsRead = 0;
    useAll(index, text.slice(0, QUERY_CHARACTERS * 2));
    expect(wordsRead).toBe(read);
  });

  test('as a page are indexed, and another page is still found', () => {
    const index = indexOf(text, 'How to get a refund from the shop');
    expect(index.search({ text: 'refund shop', locale: 'en' }).hits[0]?.id).toBe('d1');
    expectMarksInside(useAll(index, text.slice(0, 300)));
  });
});

describe('characters', () => {
  const planes = Array.from({ length: 17 }, (_, plane) => plane);
  const sampleOf = (plane: number): string =>
    Array.from({ length: 64 }, (_, at) => String.fromCodePoint(plane * 0x10000 + at * 0x3ff)).join('') +
    String.fromCodePoint(plane * 0x10000 + 0xfffd, plane * 0x10000 + 0xffff);

  test.each(planes)('of plane %i are indexed, searched, answered and read as codes', (plane) => {
    const sample = sampleOf(plane);
    const index = indexOf(`${sample} refund ${[...sample].join(' ')}`, [...sample].join('-'));
    expectMarksInside([sample, [...sample].join(' '), `error ${sample}`].flatMap((text) => useAll(index, text)));
    expect(index.search({ text: 'refund', locale: 'en' }).hits[0]?.id).toBe('d0');
  });

  test.each(['\uD800', '\uDC00', 'a\uD800b', '\uDFFF\uD800', 'refund \uDBFF refund', '\uD83D\uD83D\uDE00'])(
    'torn in half do no harm',
    (text) => {
      const index = indexOf(text, `refund ${text}`);
      expectMarksInside(useAll(index, text));
      expect(index.search({ text: 'refund', locale: 'en' }).hits.map(({ id }) => id)).toContain('d1');
      expect(index.toSnapshot().length).toBeGreaterThan(0);
    },
  );

  test('that nobody sees, inside a word, do not hide it', () => {
    const index = indexOf('How to get a refund');
    for (const text of [
      're\u200Bfund',
      '\u202Erefund\u202C',
      'ref\u00ADund',
      'REFU\u2060ND',
      'réfund',
      'ｒｅｆｕｎｄ',
    ]) {
      expect(index.search({ text, locale: 'en', isVerbatim: true }).hits).toHaveLength(1);
    }
  });

  test('of any kind can be indexed, searched and answered, and marks stay inside the text', () => {
    const anything = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
    fc.assert(
      fc.property(anything(200), anything(60), (text, query) => {
        expectMarksInside(useAll(indexOf(text, `${query} ${text}`), query));
      }),
      { numRuns: 120 },
    );
  });
});

test('a page is never read without end for an answer', () => {
  const index = indexOf('refund. '.repeat(300_000));
  wordsRead = 0;
  index.answer({ question: 'How do I get a refund?', locale: 'en' });
  expect(wordsRead).toBeLessThan(ANSWER_CHARACTERS / 5);
});
