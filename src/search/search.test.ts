import { describe, expect, test } from 'vitest';
import { createSearchIndex, restoreSearchIndex, type SearchDocument, type SearchIndex } from './index.ts';

const passage = (text: string, heading = 'What to do'): SearchDocument['passages'] => [
  { anchor: 'what-to-do', heading, text },
];
const settings = {
  defaultLocale: 'en',
  fallbacks: { ms: ['en'], de: ['en'], fr: ['en'] },
  synonyms: {
    en: [
      ['tv', 'television'],
      ['turn off renewal', 'cancel'],
    ],
  },
  facets: [{ kind: 'symptom' as const, id: 'buffering', names: ['buffering', 'ruckelt'] }],
};

function helpCentre(): SearchIndex {
  const index = createSearchIndex(settings);
  index.put([
    {
      id: 'nw-2-5',
      locale: 'en',
      type: 'code',
      title: 'NW-2-5: cannot reach the service',
      passages: passage('Restart the router.'),
      codes: ['NW-2-5'],
    },
    {
      id: 'samsung-buffering',
      locale: 'en',
      type: 'guide',
      title: 'Buffering on a Samsung TV',
      passages: passage('If the picture keeps buffering, restart the television. Then check the network cable.'),
      devices: ['samsung-tv'],
      tags: ['buffering'],
    },
    {
      id: 'video',
      locale: 'en',
      type: 'article',
      title: 'Video problems',
      passages: passage('Buffering and other video problems on any device.'),
      tags: ['buffering'],
    },
    {
      id: 'samsung-tv',
      locale: 'en',
      type: 'device',
      title: 'Samsung TV',
      devices: ['samsung-tv'],
      passages: passage('Models since 2017 are supported.'),
    },
    {
      id: 'refund',
      locale: 'en',
      type: 'action',
      title: 'Ask for a refund',
      aliases: ['refund', 'money back'],
      passages: [],
    },
    {
      id: 'refund-policy',
      locale: 'en',
      type: 'article',
      title: 'Refund policy',
      passages: passage('A refund is sent within 14 days. Without proof of the charge nothing is sent.'),
    },
    {
      id: 'cancel',
      locale: 'en',
      type: 'guide',
      title: 'Cancel your subscription',
      passages: passage('You keep watching until the end of the paid month.'),
    },
    {
      id: 'cancel',
      locale: 'ms',
      type: 'guide',
      title: 'Membatalkan langganan',
      passages: passage('Cara untuk membatalkan langganan anda.'),
    },
    {
      id: 'double',
      locale: 'de',
      type: 'article',
      title: 'Doppelte Abbuchung',
      passages: passage('Wurde doppelt abgebucht? Wir erstatten den Betrag.'),
    },
    {
      id: 'remboursement',
      locale: 'fr',
      type: 'article',
      title: 'Demander un remboursement',
      passages: passage('Les remboursements sont versés sous 14 jours.'),
    },
  ]);
  return index;
}

const first = (text: string, locale = 'en', isTyping = false): string | undefined =>
  helpCentre().search({ text, locale, isTyping }).hits[0]?.id;

describe('searching a help centre', () => {
  test.each([
    ['nw25', 'en', 'nw-2-5'],
    ['netflix error nw-2-5 on my tv', 'en', 'nw-2-5'],
    ['was bedeutet Fehler NW 2 5', 'de', 'nw-2-5'],
    ['bufering on samsng tv', 'en', 'samsung-buffering'],
    ['samsung tv bild ruckelt', 'de', 'samsung-buffering'],
    ['cara batalkan langganan', 'ms', 'cancel'],
    ['doppelt abgebucht', 'de', 'double'],
    ['remboursement', 'fr', 'remboursement'],
    ['refund', 'en', 'refund'],
    ['turn off renewal', 'en', 'cancel'],
  ])('%s (%s) shows %s first', (text, locale, id) => {
    expect(first(text, locale)).toBe(id);
  });

  test('an unfinished last word is completed while typing', () => {
    expect(first('samsung buff', 'en', true)).toBe('samsung-buffering');
    expect(helpCentre().complete({ text: 'samsung buf', locale: 'en' })[0]?.text).toBe('samsung buffering');
  });

  test('a misspelt query says what was searched instead, and can be searched as typed', () => {
    const index = helpCentre();
    const { correction } = index.search({ text: 'bufering on samsung tv', locale: 'en' });
    expect(correction).toEqual({ text: 'buffering on samsung tv', marks: [{ start: 0, end: 9 }], isApplied: true });
    expect(index.search({ text: 'bufering', locale: 'en', isVerbatim: true }).total).toBe(0);
  });

  test('a rare word beside a far commoner one is searched as typed, with "did you mean" offered', () => {
    const index = createSearchIndex({ defaultLocale: 'en' });
    const many = Array.from({ length: 30 }, (_, number) => ({ id: `m${number}`, title: 'Charge', text: 'charge' }));
    index.put(
      [...many, { id: 'rare', title: 'Change', text: 'change' }].map(({ id, title, text }) => {
        return { id, locale: 'en', type: 'article', title, passages: passage(text, '') };
      }),
    );
    const { hits, correction } = index.search({ text: 'change', locale: 'en' });
    expect(hits[0]?.id).toBe('rare');
    expect(correction).toMatchObject({ text: 'charge', isApplied: false });
  });

  test('marks point at the words in the original text', () => {
    const hit = helpCentre().search({ text: 'remboursements', locale: 'fr' }).hits[0];
    expect(hit?.title.marks.map(({ start, end }) => hit.title.text.slice(start, end))).toEqual(['remboursement']);
    expect(hit?.snippet.marks.map(({ start, end }) => hit.snippet.text.slice(start, end))).toEqual(['remboursements']);
    expect(hit?.anchor).toBe('what-to-do');
  });

  test('a document that exists only in the fallback language is shown and labelled', () => {
    const { hits } = helpCentre().search({ text: 'refund policy', locale: 'ms' });
    expect(hits.find(({ id }) => id === 'refund-policy')?.isFallback).toBe(true);
    const own = helpCentre().search({ text: 'langganan', locale: 'ms' }).hits[0];
    expect([own?.id, own?.isFallback]).toEqual(['cancel', false]);
  });

  test('groups count every result, also those on later pages', () => {
    const { groups, hits, total } = helpCentre().search({ text: 'buffering video', locale: 'en', limit: 1 });
    expect(hits).toHaveLength(1);
    expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(total).toBeGreaterThan(1);
  });

  test('of two equal documents the recently reviewed one comes first', () => {
    const index = createSearchIndex({ defaultLocale: 'en' });
    const same = {
      locale: 'en',
      type: 'article' as const,
      title: 'Sound problems',
      passages: passage('No sound at all.'),
    };
    index.put([
      { ...same, id: 'a', reviewedAt: '2023-01-01' },
      { ...same, id: 'b', reviewedAt: '2026-10-01' },
    ]);
    expect(index.search({ text: 'sound', locale: 'en' }).hits.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('changing what is indexed', () => {
  test('a replaced document is found by its new words only', () => {
    const index = helpCentre();
    index.put([
      { id: 'video', locale: 'en', type: 'article', title: 'Subtitles', passages: passage('Choose another language.') },
    ]);
    expect(index.search({ text: 'subtitles', locale: 'en' }).hits[0]?.id).toBe('video');
    expect(index.search({ text: 'video problems', locale: 'en' }).hits.map(({ id }) => id)).not.toContain('video');
  });

  test('a removed document is gone, with its code, device and action', () => {
    const index = helpCentre();
    for (const id of ['nw-2-5', 'samsung-tv', 'refund']) expect(index.remove(id)).toBe(true);
    expect(index.remove('nw-2-5')).toBe(false);
    expect(index.search({ text: 'nw25', locale: 'en' }).codes).toEqual([]);
    expect(index.search({ text: 'samsung tv', locale: 'en' }).devices).toEqual([]);
    expect(index.search({ text: 'refund', locale: 'en' }).actions).toEqual([]);
  });

  test('documents put one by one are found like documents put together', () => {
    const documents = Array.from({ length: 700 }, (_, number): SearchDocument => {
      return {
        id: `d${number}`,
        locale: 'en',
        type: 'article',
        title: `Title ${number % 7}`,
        passages: passage(`word${number} shared`),
      };
    });
    const index = createSearchIndex({ defaultLocale: 'en' });
    for (const document of documents) index.put([document]);
    expect(index.documentCount).toBe(700);
    for (const number of [0, 255, 256, 699]) {
      expect(index.search({ text: `word${number}`, locale: 'en', isVerbatim: true }).hits.map(({ id }) => id)).toEqual([
        `d${number}`,
      ]);
    }
  });

  test('a snapshot brings back the same results, and damaged bytes bring back nothing', () => {
    const index = helpCentre();
    const bytes = index.toSnapshot();
    const restored = restoreSearchIndex(bytes, settings);
    const ask = { text: 'bufering samsung', locale: 'en' };
    expect(restored?.search(ask)).toEqual(index.search(ask));
    expect(restored?.search({ text: 'nw25', locale: 'de' }).hits[0]?.id).toBe('nw-2-5');
    expect(restoreSearchIndex(bytes.slice(0, bytes.length - 9), settings)).toBeNull();
    expect(restoreSearchIndex(new TextEncoder().encode('not a snapshot at all'), settings)).toBeNull();
  });
});
