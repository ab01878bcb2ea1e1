import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLocale, LOCALES, localized, negotiateLocale } from './locales.ts';

test.each([
  ['no header', undefined, 'en'],
  ['an empty header', '', 'en'],
  ['one language', 'de', 'de'],
  ['a regional variant', 'de-AT', 'de'],
  ['capitals', 'FR-fr', 'fr'],
  ['the first of equals', 'fr,de', 'fr'],
  ['weights, not order', 'fr;q=0.3, de;q=0.8', 'de'],
  ['blanks around weights', 'fr; q=0.3 , de ; q=0.8', 'de'],
  ['an unknown language before a known one', 'ja, ko;q=0.9, ms;q=0.1', 'ms'],
  ['Indonesian, whose readers read Malay', 'id-ID,id;q=0.9,de;q=0.8', 'ms'],
  ['a language refused by weight zero', 'de;q=0, fr;q=0.1', 'fr'],
  ['only refusals', 'de;q=0', 'en'],
  ['the wildcard alone', '*', 'en'],
  ['a weight nobody can read', 'de;q=high', 'de'],
  ['nonsense', ';;;,,,q=1;=', 'en'],
  ['a language after twenty others', `${'xx,'.repeat(20)}de`, 'en'],
])('a browser sending %s gets a language: %s → %s', (_what, header, locale) => {
  expect(negotiateLocale(header, LOCALES, 'en')).toBe(locale);
});

test('only languages on offer are chosen', () => {
  expect(negotiateLocale('fr, ms;q=0.5', ['de', 'ms'], 'de')).toBe('ms');
  expect(negotiateLocale('fr', ['de', 'ms'], 'de')).toBe('de');
});

test('any header at all gets one of the languages on offer', () => {
  fc.assert(fc.property(fc.string(), (header) => isLocale(negotiateLocale(header, LOCALES, 'ms'))));
});

test('a header of a megabyte is answered at once', () => {
  const started = performance.now();
  expect(negotiateLocale(`de${';q'.repeat(500_000)}`, LOCALES, 'en')).toBe('de');
  expect(performance.now() - started).toBeLessThan(200);
});

test('a text is shown in the reader’s language, else the brand’s, else any there is', () => {
  expect(localized({ en: 'Refund', de: 'Erstattung' }, 'de', 'en')).toBe('Erstattung');
  expect(localized({ en: 'Refund', de: 'Erstattung' }, 'fr', 'de')).toBe('Erstattung');
  expect(localized({ ms: 'Bayaran balik' }, 'fr', 'de')).toBe('Bayaran balik');
  expect(localized({}, 'fr', 'de')).toBe('');
});

test('a word is a language of the interface or it is not', () => {
  expect([...LOCALES, 'EN', 'xx', '', undefined].map(isLocale)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
