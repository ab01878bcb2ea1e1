import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearchIndex, type SearchIndex } from './index.ts';

/** Generous for a busy machine; an unbounded query takes minutes. */
const BOUND_MILLISECONDS = 1_500;

function indexOf(...texts: string[]): SearchIndex {
  const index = createSearchIndex({ defaultLocale: 'en' });
  index.put(
    texts.map((text, number) => ({
      id: `d${number}`,
      locale: 'en',
      type: 'article',
      title: text.slice(0, 40),
      passages: [{ anchor: '', heading: '', text }],
      codes: ['NW-2-5'],
    })),
  );
  return index;
}

test.each([
  ['ten thousand words', Array.from({ length: 10_000 }, (_, number) => `word${number}`).join(' ')],
  ['a million identical words', 'refund '.repeat(1_000_000)],
  ['one word of a million letters', 'a'.repeat(1_000_000)],
  ['a regular expression bomb', `${'(a+)+'.repeat(200)}$${'a'.repeat(5_000)}!`],
  ['nothing but separators', '-_./ '.repeat(50_000)],
  ['digits and dashes', '1-2-'.repeat(20_000)],
])('a query of %s is answered in bounded time', (_, text) => {
  const index = indexOf('How to get a refund', 'Another page');
  const started = performance.now();
  index.search({ text, locale: 'en', isTyping: true });
  index.answer({ question: text, locale: 'en' });
  index.complete({ text, locale: 'en' });
  expect(performance.now() - started).toBeLessThan(BOUND_MILLISECONDS);
});

test('zero-width and bidi characters inside a word do not hide it', () => {
  const index = indexOf('How to get a refund');
  for (const text of ['re\u200Bfund', '\u202Erefund\u202C', 'ref\u00ADund', 'REFU\u2060ND', 'réfund', 'ｒｅｆｕｎｄ']) {
    expect(index.search({ text, locale: 'en', isVerbatim: true }).hits).toHaveLength(1);
  }
});

test('a document of a million identical words is indexed and found', () => {
  const index = indexOf('refund '.repeat(300_000));
  expect(index.search({ text: 'refund', locale: 'en' }).hits).toHaveLength(1);
});

test('any text of any plane can be indexed, searched and answered, and marks stay inside the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      (text, query) => {
        const index = indexOf(text, `${query} ${text}`);
        const { hits } = index.search({ text: query, locale: 'en', isTyping: true });
        index.answer({ question: query, locale: 'en' });
        for (const { snippet, title } of hits) {
          for (const { text: shown, marks } of [snippet, title]) {
            for (const { start, end } of marks) expect(start >= 0 && start < end && end <= shown.length).toBe(true);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});
