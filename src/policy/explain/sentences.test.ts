import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { asOfCase, companionsOf, factsOfCase } from '../check/check.ts';
import { compilePolicies } from '../compile/policies.ts';
import { readFacts } from '../reading/facts.ts';
import { inventedDocuments, isPolicy, shippedDocuments } from '../testing/shipped.ts';
import { type Explained, explain } from './explain.ts';
import { type DecisionSheet, sentencesFor } from './sentences.ts';

const all = [...shippedDocuments(), ...inventedDocuments()];

/** Every test case of every document, explained. */
const explained = all.filter(isPolicy).flatMap((document) => {
  const policies = compilePolicies(companionsOf(document, all));
  return (document.tests?.cases ?? []).map((each) => {
    const given = factsOfCase(document, each);
    const read = readFacts(given, policies.vocabulary);
    if ('problems' in read) throw new Error(each.name);
    return {
      id: document.id,
      name: each.name,
      policies,
      explained: explain(policies, read.facts, asOfCase(each, given)),
    };
  });
});

function sheetOf(id: string, name: string, locale: Locale): DecisionSheet {
  const found = explained.find((each) => each.id === id && each.name.startsWith(name));
  if (!found) throw new Error(`${id}: ${name}`);
  return sentencesFor(found.explained, locale, 'Europe/Berlin', found.policies);
}

const sentencesOf = (sheet: DecisionSheet): readonly string[] => [
  sheet.headline,
  ...sheet.effects,
  ...sheet.appeal,
  ...sheet.results.flatMap((result) => [
    ...result.because,
    ...result.becauseNot,
    ...result.how,
    ...result.wouldChange,
    ...result.nextSteps,
    ...result.outlook,
    ...(result.lastDay === null ? [] : [result.lastDay]),
  ]),
];

test('a refund is said with its way, its times and what ends', () => {
  const sheet = sheetOf('lantern-refunds', 'all conditions together', 'en');
  expect(sheet.headline).toBe('You get €12.99 back.');
  expect(sheet.results[0]?.how).toEqual([
    'The money goes back the way you paid.',
    'We decide within 3 working days.',
    'After that it can take up to 21 days until the money arrives.',
  ]);
  expect(sheet.results[0]?.lastDay).toBe('The last day to ask: 10 November 2026.');
  expect(sheet.effects).toEqual(['Your contract ends at once.']);
});

test.each([
  [
    'en',
    'There is no refund.',
    'The answer would be different with: contacts with support – at least 1.',
    'You can appeal within 30 days.',
  ],
  [
    'ms',
    'Tiada bayaran balik.',
    'Jawapannya akan berbeza dengan: bilangan hubungan dengan sokongan – sekurang-kurangnya 1.',
    'Anda boleh membuat rayuan dalam masa 30 hari.',
  ],
  [
    'fr',
    'Il n’y a pas de remboursement.',
    'La réponse serait différente avec\u202f: échanges avec l’assistance – au moins 1.',
    'Vous pouvez faire un recours dans un délai de 30 jours.',
  ],
  [
    'de',
    'Eine Erstattung gibt es nicht.',
    'Die Antwort wäre anders mit: Kontakte mit dem Support – mindestens 1.',
    'Sie können innerhalb von 30 Tagen widersprechen.',
  ],
] as const)('in %s a denial says what would change it and how to appeal', (locale, headline, change, appeal) => {
  const sheet = sheetOf('lantern-refunds', 'without contact with support', locale);
  expect(sheet.headline).toBe(headline);
  expect(sheet.results[0]?.wouldChange).toEqual([change]);
  expect(sheet.appeal[0]).toBe(appeal);
});

test('papers of which one will do are asked for as a choice, by their names', () => {
  const sheet = sheetOf('netflix-refunds', 'a technical failure needs', 'de');
  expect(sheet.results[0]?.nextSteps).toEqual([
    'Bitte senden Sie einen dieser Nachweise: Tage, an denen das Problem auftrat, Fehlermeldung oder Fehlercode oder Bildschirmfoto. Das Datum Ihres Antrags bleibt erhalten.',
  ]);
});

test('what still could be granted is said as an outlook, never as a promise', () => {
  const sheet = sheetOf('lantern-refunds', 'a missing invoice number', 'en');
  expect(sheet.headline).toBe('We need something more before we can decide.');
  expect(sheet.results[0]?.outlook).toEqual(['Once this is there, you get: €12.99.']);
});

/** A fact path, a name of ours or a part of a pattern: none of them is a word people read. */
const RAW = /[a-z]\[|\]\.|\b[a-z]+[A-Z]\w*|\{|\}|\bundefined\b|\bnull\b/;
/** Words of brands and shops that are written like this. */
const NAMES = /\b(?:iCloud|iPhone|eBay)\b/g;

test.each(LOCALES)('in %s no sentence about any shipped case shows a path, a code or an open brace', (locale) => {
  const shipped = new Set(shippedDocuments().map(({ id }) => id));
  const odd = explained
    .filter(({ id }) => shipped.has(id))
    .flatMap(({ explained, policies }) => sentencesOf(sentencesFor(explained, locale, 'Europe/Berlin', policies)))
    .filter((sentence) => RAW.test(sentence.replaceAll(NAMES, '')));
  expect([...new Set(odd)]).toEqual([]);
});

test('French sets a narrow space before two-part marks, everywhere', () => {
  const sheets = explained.flatMap(({ explained, policies }) =>
    sentencesOf(sentencesFor(explained, 'fr', 'Europe/Paris', policies)),
  );
  expect(sheets.filter((sentence) => /[^\u202f\d] ?[;:?!](?:\s|$)/.test(sentence.replaceAll(/\d:\d/g, '')))).toEqual(
    [],
  );
});

test('several charges are summed up in one headline, each with its own sentence', () => {
  const [first] = explained.filter(({ explained: { decision } }) => decision.kind === 'full');
  if (!first) throw new Error('no refund');
  const { decision, explanations } = first.explained;
  const [result] = decision.results;
  const [why] = explanations;
  if (!result || !why) throw new Error('no result');
  const two: Explained = {
    decision: { ...decision, results: [result, { ...result, charge: 'c2' }], amounts: [{ minor: 5000, unit: 'EUR' }] },
    explanations: [why, why],
  };
  const sheet = sentencesFor(two, 'en', 'UTC');
  expect(sheet.headline).toBe('You get €50.00 back.');
  expect(sheet.results.map(({ charge }) => charge)).toEqual([result.charge, 'c2']);
});
