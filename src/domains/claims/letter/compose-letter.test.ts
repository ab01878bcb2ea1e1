import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { claimFile, type Situation } from '../papers/testing/claim-file.ts';
import { composeLetter } from './compose-letter.ts';
import { BLANK } from './letter.ts';
import { letterKind } from './letter-kind.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { LETTER_KINDS, TOLD_REASONS } from './words.ts';

const EUROS = { minor: 8999, unit: 'EUR' };
const RETAIL: Situation = {
  brand: 'norton',
  region: 'DE',
  channel: 'retail',
  reason: 'renewalCharge',
  on: '2026-09-25',
  amount: EUROS,
};
const STREAM: Situation = {
  brand: 'netflix',
  region: 'FR',
  channel: 'own',
  on: '2026-11-16',
  amount: { minor: 1549, unit: 'EUR' },
};
const KNOWN = { 'own.ledgerShows': 'nothing', 'charges[c1].disputeState': 'none' };

/** Facts of a contract concluded online, asked about in another way than a refund. */
const asking = (kind: string, concludedAt: string): Situation => ({
  brand: 'norton',
  region: 'DE',
  channel: 'own',
  on: '2026-11-12',
  amount: EUROS,
  given: (given) => ({
    ...given,
    request: { kind, at: '2026-11-22T10:00:00Z', about: ['c1'] },
    contract: {
      region: 'DE',
      zone: 'Europe/Berlin',
      consumer: true,
      distance: true,
      concludedAt,
      trialEnd: null,
      legalCategory: 'service',
    },
    consent: { immediateStart: false, lossAcknowledged: false, confirmationSentAt: null },
  }),
});

const SITUATIONS: Readonly<Record<(typeof LETTER_KINDS)[number], Situation>> = {
  claim: RETAIL,
  review: { ...STREAM, reason: 'technicalProblem', ticks: ['evidence:screenshot'], more: KNOWN },
  goodwill: { ...STREAM, reason: 'notSatisfied', more: KNOWN },
  seller: { ...STREAM, channel: 'appStore', reason: 'duplicate' },
  announcement: { brand: 'iptv-smarters-pro', region: 'FR', channel: 'own', reason: 'notSatisfied' },
  withdrawal: asking('withdraw', '2026-11-12T09:00:00Z'),
  cancellation: asking('cancel', '2026-01-12T09:00:00Z'),
};

/** Words that stand in every English letter and in no other language of ours. */
const ENGLISH = /\b(?:the|of|and|to|you|your|with|from|have|this|that|please|refund|charge)\b/i;
/** Names of facts, rules and documents are for programs. */
const INTERNAL =
  /\[c1\]|[a-z]\.[a-z]+\.|\b(?:charges|contract|request|own|account)\.\w|\b[a-z]+[A-Z][a-z]|-refunds\b|undefined|null|NaN/;
const withoutNames = (text: string): string =>
  text.replaceAll(/https:\/\/\S+|Netflix, Inc\.|Gen Digital Inc\.|IPTV Smarters Pro/g, '');

describe.each(LETTER_KINDS)('a letter of the kind %s', (kind) => {
  const file = claimFile(SITUATIONS[kind]);

  test('is what this decision calls for', () => {
    expect(letterKind(file)).toBe(kind);
  });

  test.each(LOCALES)('stands in %s from the sender to the signature, with nothing internal in it', (locale) => {
    const { text, subject, paragraphs, body } = composeLetter(file, locale);
    const words = LETTER_WORDS[locale];
    const order = [words.blanks.name, subject, words.greeting, paragraphs[0] ?? '', words.closing].map((part) =>
      text.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(text.split(BLANK).length).toBeGreaterThan(5);
    expect(withoutNames(text)).not.toMatch(INTERNAL);
    expect(body.startsWith(words.greeting)).toBe(true);
    expect(body).not.toContain(words.blanks.address);
  });

  test.each(LOCALES.filter((locale) => locale !== 'en'))('holds no English in %s', (locale) => {
    expect(withoutNames(composeLetter(file, locale).text)).not.toMatch(ENGLISH);
  });

  test('spaces French marks as French does', () => {
    expect(composeLetter(file, 'fr').text).not.toMatch(/ [;:?!»]|« |[^\s\u202f][;?!»]/);
  });
});

const DATES: Readonly<Record<Locale, readonly [charged: string, money: string, answer: string]>> = {
  en: ['25 September 2026', '3 January 2027', '6 December 2026'],
  ms: ['25 September 2026', '3 Januari 2027', '6 Disember 2026'],
  fr: ['25 septembre 2026', '3 janvier 2027', '6 décembre 2026'],
  de: ['25. September 2026', '3. Januar 2027', '6. Dezember 2026'],
};
const AMOUNTS: Readonly<Record<Locale, string>> = {
  en: '€89.99',
  ms: '€89.99',
  fr: '89,99\u00a0€',
  de: '89,99\u00a0€',
};

test.each(LOCALES)('claims a shop-bought renewal in %s with amount, days, terms and what is enclosed', (locale) => {
  const { text } = composeLetter(claimFile(RETAIL), locale);
  for (const date of DATES[locale]) expect(text).toContain(date);
  expect(text).toContain(AMOUNTS[locale]);
  expect(text).toContain('https://support.norton.com');
  expect(text.split(LETTER_WORDS[locale].enclosed.slice(0, -2))[1]?.match(/– /g)).toHaveLength(3);
});

test.each(LOCALES)('quotes the rule in %s, and the one it extends before it', (locale) => {
  const { rules } = claimFile(RETAIL).policies.documents.find(({ source }) => source.id === 'norton-refunds')
    ?.source ?? { rules: [] };
  const textOf = (id: string): string => rules.find((rule) => rule.id === id)?.text?.[locale] ?? 'no such rule';
  const text = composeLetter(claimFile(RETAIL), locale).text.replaceAll('\u202f', ' ');
  expect(text).toContain(`${textOf('retail')} ${textOf('retail-with-shipping')}`);
});

describe('the law', () => {
  test('is cited where its rule decided, as each language cites it', () => {
    const file = claimFile(SITUATIONS.withdrawal);
    expect(composeLetter(file, 'de').text).toContain('Richtlinie 2011/83/EU, Art. 9 und 13');
    expect(composeLetter(file, 'fr').text).toContain('directive 2011/83/UE, art. 9 et 13');
    expect(composeLetter(file, 'ms').text).toContain('Arahan 2011/83/EU, perkara 9 dan 13');
  });

  test('is not claimed where it only stands beside the company’s terms', () => {
    expect(composeLetter(claimFile(RETAIL), 'en').text).not.toMatch(/Directive|BGB/);
  });

  test('a withdrawal is declared in the words of the law', () => {
    const file = claimFile(SITUATIONS.withdrawal);
    expect(composeLetter(file, 'de').text).toContain('hiermit widerrufe ich den von mir abgeschlossenen Vertrag');
    expect(composeLetter(file, 'fr').text).toContain('Je vous notifie par la présente ma rétractation du contrat');
    expect(composeLetter(file, 'ms').text).toContain('menarik diri daripada kontrak');
    expect(composeLetter(file, 'en').text).toContain(
      'withdraw from my contract for the provision of the following service',
    );
  });
});

describe.each(TOLD_REASONS)('the reason %s', (reason) => {
  test.each(LOCALES)('is told in %s', (locale) => {
    const { paragraphs } = composeLetter(claimFile({ ...STREAM, reason, more: KNOWN }), locale);
    const told = LETTER_WORDS[locale].reasons[reason].replaceAll(/ ([;:?!])/g, '\u202f$1');
    expect(paragraphs[0]).toContain(told);
  });
});

test('a reason only the documents know is named by them', () => {
  const { paragraphs } = composeLetter(claimFile({ ...STREAM, reason: 'somethingNew', more: KNOWN }), 'en');
  expect(paragraphs[0]).toContain('My reason: something new.');
});

describe('a technical problem', () => {
  const file = claimFile({ ...STREAM, reason: 'technicalProblem', more: KNOWN });

  test('leaves lines for what happened, the days and the error message', () => {
    expect(composeLetter(file, 'en').text).toMatch(/Dates of the problem: _+\nError message or code: _+/);
    expect(composeLetter(file, 'en').text).toMatch(/In my own words:\n_+\n_+/);
  });

  test('does not say a screenshot is enclosed before there is one', () => {
    expect(composeLetter(file, 'en').text).not.toContain('Enclosed');
    expect(composeLetter(claimFile(SITUATIONS.review), 'en').text).toContain('Enclosed:\n– Screenshot');
  });

  test('tells the customer’s own story instead of lines', () => {
    const told = claimFile({ ...STREAM, reason: 'technicalProblem', story: 'It stopped\nevery evening.', more: KNOWN });
    expect(composeLetter(told, 'de').text).toContain('In meinen eigenen Worten:\nIt stopped\nevery evening.');
  });
});

test('a refusal is asked for in kindness: no threat, no claim to a right', () => {
  const { text } = composeLetter(claimFile(SITUATIONS.goodwill), 'en');
  expect(text).toContain('as a gesture of goodwill');
  expect(text).toContain('The rest of a period already paid for is normally not refunded.');
  expect(text).not.toContain('consumer body');
  expect(text).not.toContain('due to me');
});

test('an app store is written to by name, another seller by a line to fill in', () => {
  const named = composeLetter(claimFile(SITUATIONS.seller), 'en');
  expect(named.to).toBe('Apple (App Store)');
  const other = composeLetter(claimFile({ ...STREAM, channel: 'reseller', reason: 'duplicate' }), 'en');
  expect(other.to).toBe('');
  expect(other.text).toContain(`Name and address of the seller: ${BLANK}`);
});

test('an unknown amount is never made up, in shares or otherwise', () => {
  const { amount: _, ...unknown } = RETAIL;
  for (const locale of LOCALES) {
    const { text } = composeLetter(claimFile(unknown), locale);
    expect(text).not.toMatch(/percent|100|€|%/);
  }
});

test('what somebody typed to trick a reader arrives as plain text, or not at all', () => {
  const story = '<script>alert(1)</script>\u202e evil \u0007\r\nSubject: other';
  const { text } = composeLetter(claimFile({ ...STREAM, reason: 'duplicate', story, more: KNOWN }), 'en');
  expect(text).toContain('<script>alert(1)</script> evil \nSubject: other');
  for (const hidden of ['\u202e', '\u0007', '\r']) expect(text).not.toContain(hidden);
});
