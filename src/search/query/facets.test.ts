import { describe, expect, test } from 'vitest';
import { createSearchIndex, type SearchDocument } from '../index.ts';
import { FacetIndex } from './facets.ts';

const facets = new FacetIndex();
for (const facet of [
  { kind: 'device', id: 'samsung-tv', names: ['Samsung TV', 'Samsung', 'Samsung-Fernseher', 'télé Samsung'] },
  { kind: 'device', id: 'fire-tv-stick', names: ['Fire TV Stick', 'fire stick', 'Fire TV', 'clé Fire TV'] },
  { kind: 'symptom', id: 'buffering', names: ['buffering', 'keeps loading', 'ruckelt', 'ça rame', 'tersangkut'] },
  { kind: 'symptom', id: 'sound', names: ['no sound', 'tiada bunyi', 'pas de son', 'kein ton'] },
  { kind: 'symptom', id: 'black-screen', names: ['black screen', 'écran noir', 'schwarzer bildschirm', 'skrin hitam'] },
] as const)
  facets.add(facet);

describe('devices and symptoms in a query', () => {
  test.each([
    ['buffering on samsung tv', ['samsung-tv', 'buffering']],
    ['bufering on samsng tv', ['samsung-tv', 'buffering']],
    ['samsung tv bild ruckelt', ['samsung-tv', 'buffering']],
    ['warum ruckeln filme auf dem samsung-fernseher', ['samsung-tv', 'buffering']],
    ['tiada bunyi pada tv samsung', ['sound', 'samsung-tv']],
    ['écran noir sur fire tv', ['black-screen', 'fire-tv-stick']],
    ['ecran noir fire tv stick', ['fire-tv-stick', 'black-screen']],
    ['Fire sticks: no sound', ['fire-tv-stick', 'sound']],
    ['kein Ton mehr', ['sound']],
    ['my invoice', []],
    ['sound settings', []],
  ])('%s', (text, ids) => {
    expect(facets.recognise(text).map(({ id }) => id)).toEqual(ids);
  });
});

test('a name is forgotten with the last document that gave it', () => {
  const index = new FacetIndex();
  const facet = { kind: 'device', id: 'stick', names: ['Stick'] } as const;
  index.add(facet);
  index.add(facet);
  index.remove(facet);
  expect(index.recognise('sticks')).toHaveLength(1);
  index.remove(facet);
  expect([...index.recognise('stick'), ...index.recognise('sticks')]).toEqual([]);
});

test('a page about the device and the symptom comes before the device’s own page and before other symptoms', () => {
  const index = createSearchIndex({
    defaultLocale: 'en',
    facets: [{ kind: 'symptom', id: 'sound', names: ['no sound', 'kein ton'] }],
  });
  const page = (id: string, title: string, more: Partial<SearchDocument>): SearchDocument => ({
    id,
    locale: 'en',
    type: 'article',
    title,
    passages: [{ anchor: '', heading: '', text: `${title}. What to do.` }],
    ...more,
  });
  index.put([
    page('tv', 'Samsung TV', { type: 'device', devices: ['tv'] }),
    page('sound', 'No sound, or sound out of sync', { devices: ['tv', 'box'], tags: ['sound'] }),
    page('video', 'No picture on a Samsung TV', { devices: ['tv'] }),
    page('box', 'No sound on a set-top box', { devices: ['box'], tags: ['sound'] }),
  ]);
  const { hits, devices, symptoms } = index.search({ text: 'no sound on my samsung tv', locale: 'en' });
  expect([devices, symptoms]).toEqual([['tv'], ['sound']]);
  expect(hits[0]?.id).toBe('sound');
});
