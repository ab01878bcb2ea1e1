import { expect, test } from 'vitest';
import { createSearchIndex, type SearchIndex } from '../index.ts';

function pages(locale: string, texts: Readonly<Record<string, string>>): SearchIndex {
  const index = createSearchIndex({ defaultLocale: locale });
  index.put(
    Object.entries(texts).map(([id, text]) => {
      return { id, locale, type: 'article', title: id, passages: [{ anchor: '', heading: '', text }] };
    }),
  );
  return index;
}

const german = {
  a: 'Der Betrag steht auf jeder Rechnung.',
  b: 'Ihren Rechnungsbetrag sehen Sie im Konto.',
  c: 'Die Kündigungsfrist endet mit dem Monat.',
  d: 'Nach der Kündigung läuft der Vertrag weiter. Eine Frist gibt es nicht.',
  e: 'Kinderprofile richten Eltern ein. Ein Kind hat ein Profil.',
  f: 'Der Bildschirm bleibt dunkel.',
  g: 'Die Sprache der Untertitel ändern.',
};
const found = (text: string, texts: Readonly<Record<string, string>> = german, locale = 'de'): string[] =>
  pages(locale, texts)
    .search({ text, locale })
    .hits.map(({ id }) => id);

test.each([
  ['Rechnungsbetrag', ['b', 'a']],
  ['Betrag', ['a', 'b']],
  ['Kündigungsfrist', ['c', 'd']],
  ['Frist', ['d', 'c']],
])('%s is found whole and in parts, whole first', (query, ids) => {
  expect(found(query)).toEqual(ids);
});

test.each([
  ['Kontobetrag', 'without a link'],
  ['Vertragsrechnung', 'with -s-'],
  ['Elternvertrag', 'with -n'],
  ['Sprachprofil', 'without its last e'],
])('%s, which no page has, is found by its parts (%s)', (query) => {
  const result = pages('de', german).search({ text: query, locale: 'de' });
  expect(result.hits.length).toBeGreaterThanOrEqual(2);
  expect(result.correction).toBeUndefined();
});

test('umlauts may be written or left out', () => {
  expect(found('kundigungsfrist')).toEqual(found('Kündigungsfrist'));
});

test('a word is not taken apart into words nobody wrote', () => {
  expect(found('Bildschirm')).toEqual(['f']);
  expect(found('Untertitel')).toEqual(['g']);
});

test('English and French words stay whole', () => {
  const english = { a: 'A pass and a word.', b: 'Reset the password.', c: 'Under the ground.' };
  expect(found('password', english, 'en')).toEqual(['b']);
  expect(found('underground', english, 'en')).not.toContain('c');
  const french = { a: 'Le porte est ouverte. La feuille.', b: 'Votre portefeuille est vide.' };
  expect(found('portefeuille', french, 'fr')[0]).toBe('b');
});

test('what is put or removed later counts as well', () => {
  const index = pages('de', { a: 'Der Betrag steht hier.' });
  expect(index.search({ text: 'Betrag', locale: 'de' }).total).toBe(1);
  index.put([
    {
      id: 'b',
      locale: 'de',
      type: 'article',
      title: 'b',
      passages: [{ anchor: '', heading: '', text: 'Ihre Rechnung und der Rechnungsbetrag.' }],
    },
  ]);
  expect(index.search({ text: 'Betrag', locale: 'de' }).hits.map(({ id }) => id)).toEqual(['a', 'b']);
  index.remove('b');
  expect(index.search({ text: 'Rechnungsbetrag', locale: 'de' }).hits.map(({ id }) => id)).toEqual(['a']);
});
