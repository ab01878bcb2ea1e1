import { describe, expect, test } from 'vitest';
import { brandSchema, RESERVED_SLUGS } from './brand.ts';

const door = (id: string) => ({
  id,
  title: { en: id },
  text: { en: id },
  links: [{ to: 'article:a', label: { en: 'a' } }],
});
const brand = {
  id: 'tiny',
  kind: 'operated',
  name: 'Tiny',
  helpName: { en: 'Tiny Help' },
  company: 'Tiny Films Ltd',
  website: 'https://tiny.example',
  locales: ['en'],
  defaultLocale: 'en',
  about: { en: 'Short films.' },
  question: { en: 'What happened?' },
  theme: {
    accent: ['#14574f', '#6cc7b8'],
    accentInk: ['#ffffff', '#0d1a18'],
    accentWash: ['#e4efec', '#17302c'],
    radius: '0.5rem',
  },
  examples: { en: ['refund'] },
  doors: ['fix', 'charge', 'leave'].map(door),
  legal: { imprint: { en: 'London' } },
};
const refusal = (change: object): string[] =>
  brandSchema.safeParse({ ...brand, ...change }).error?.issues.map((issue) => issue.path.join('.')) ?? [];

test('a brand that says everything it must is taken as it is', () => {
  expect(brandSchema.parse(brand)).toEqual(brand);
});

test('every word the application’s own paths start with is reserved', () => {
  expect(
    ['en', 'ms', 'fr', 'de', 'desk', 'api', 'assets', 'setup', 'healthz'].every((word) => RESERVED_SLUGS.has(word)),
  ).toBe(true);
  for (const id of RESERVED_SLUGS) expect(refusal({ id })).toContain('id');
});

describe('a brand is refused at', () => {
  test.each([
    ['id', 'capitals', { id: 'Tiny' }],
    ['id', 'a path', { id: '../tiny' }],
    ['id', 'a reserved word', { id: 'desk' }],
    ['kind', 'an unknown kind', { kind: 'partner' }],
    ['name', 'blanks', { name: '   ' }],
    ['name', 'a name of 201 letters', { name: 'x'.repeat(201) }],
    ['website', 'an address that runs a script', { website: 'javascript:alert(1)' }],
    ['website', 'no address', { website: 'tiny.example' }],
    ['locales', 'no language', { locales: [] }],
    ['locales.1', 'an unknown language', { locales: ['en', 'ja'] }],
    ['defaultLocale', 'a language it does not have', { defaultLocale: 'de' }],
    ['theme.accent.0', 'a colour by name', { theme: { ...brand.theme, accent: ['red', '#000000'] } }],
    ['theme.radius', 'a style of one’s own', { theme: { ...brand.theme, radius: '1rem;} body{display:none' } }],
    ['doors', 'two doors', { doors: brand.doors.slice(0, 2) }],
    [
      'doors.0.links.0.to',
      'a link out',
      { doors: [{ ...door('fix'), links: [{ to: 'https://x.example', label: {} }] }, ...brand.doors.slice(1)] },
    ],
    ['disclaimer', 'a listed brand without a disclaimer', { kind: 'listed', verified: '2026-11-01' }],
    ['disclaimer', 'a listed brand nobody checked', { kind: 'listed', disclaimer: { en: 'Not them.' } }],
    ['verified', 'a day that does not exist', { verified: '2026-02-30' }],
    ['helpName', 'a text in an unknown language', { helpName: { en: 'Help', xx: 'Help' } }],
    ['', 'a key nobody knows', { colour: 'red' }],
  ])('%s: %s', (path, _what, change) => {
    expect(refusal(change)).toContain(path);
  });
});
