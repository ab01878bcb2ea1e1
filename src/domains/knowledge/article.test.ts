import { describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { articleMetaSchema, codeMetaSchema, deviceMetaSchema, freshness, modelStatusOn } from './article.ts';

describe('an article is', () => {
  test.each([
    ['2026-05-31', 6, '2026-11-29', 'fresh'],
    ['2026-05-31', 6, '2026-11-30', 'fresh'],
    ['2026-05-31', 6, '2026-12-01', 'due'],
    ['2026-05-22', 6, '2026-11-21', 'fresh'],
    ['2026-05-22', 6, '2026-11-22', 'due'],
    ['2024-02-29', 12, '2025-02-28', 'fresh'],
    ['2024-02-29', 12, '2025-03-01', 'stale'],
    ['2025-11-22', 6, '2026-11-21', 'due'],
    ['2025-11-22', 6, '2026-11-22', 'stale'],
    ['2025-11-22', 24, '2026-11-22', 'stale'],
    ['2026-11-21', 1, '2026-11-22', 'fresh'],
    ['2026-12-24', 1, '2026-11-22', 'fresh'],
  ])('checked on %s, to be checked every %i months, on %s: %s', (verified, months, today, state) => {
    expect(freshness(verified, '2020-01-01', months, Temporal.PlainDate.from(today))).toBe(state);
  });

  test('as old as its last change when nobody ever checked it', () => {
    expect(freshness(undefined, '2026-01-01', 6, Temporal.PlainDate.from('2026-07-01'))).toBe('due');
  });
});

describe('a device model that is limited from June until March', () => {
  const model = { name: '2016', status: 'limited', since: '2026-06-01', until: '2027-03-31' } as const;

  test.each([
    ['2026-05-31', 'supported'],
    ['2026-06-01', 'limited'],
    ['2027-03-31', 'limited'],
    ['2027-04-01', 'unsupported'],
  ])('is on %s %s', (today, status) => {
    expect(modelStatusOn(model, today)).toBe(status);
  });

  test('keeps its status for ever where no days are named', () => {
    expect(modelStatusOn({ name: 'old', status: 'unsupported' }, '2026-11-22')).toBe('unsupported');
  });
});

describe('facts are refused', () => {
  const article = { type: 'guide', topic: 'billing', updated: '2026-11-22' };
  const device = {
    family: 'tv',
    maker: 'Sample',
    models: [{ name: '2020', status: 'supported' }],
    topic: 'a',
    updated: '2026-11-22',
  };

  test.each([
    ['an unknown type', articleMetaSchema, { ...article, type: 'poem' }, 'type'],
    ['a day that does not exist', articleMetaSchema, { ...article, updated: '2026-02-29' }, 'updated'],
    ['a review in no months', articleMetaSchema, { ...article, reviewMonths: 0 }, 'reviewMonths'],
    ['a tag that is no slug', articleMetaSchema, { ...article, tags: ['Wi Fi'] }, 'tags.0'],
    ['a source without a date', articleMetaSchema, { ...article, sources: [{ name: 'law' }] }, 'sources.0.date'],
    [
      'a code of one letter',
      codeMetaSchema,
      { code: 'A', category: 'network', topic: 'a', updated: '2026-11-22' },
      'code',
    ],
    ['an unknown family', deviceMetaSchema, { ...device, family: 'fridge' }, 'family'],
    ['no models', deviceMetaSchema, { ...device, models: [] }, 'models'],
    ['a detection by one letter', deviceMetaSchema, { ...device, detect: [['a']] }, 'detect.0.0'],
  ])('for %s', (_what, schema, facts, path) => {
    expect(schema.safeParse(facts).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('and otherwise filled up with what was left out', () => {
    expect(articleMetaSchema.parse(article)).toMatchObject({ reviewMonths: 6, tags: [], related: [], sources: [] });
  });
});
