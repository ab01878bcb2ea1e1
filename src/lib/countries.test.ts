import { expect, test } from 'vitest';
import { CURRENCIES, countryOf, namedRegions } from './countries.ts';
import { LOCALES } from './locales.ts';

test('every country has a name in every language, a currency and a zone that exist', () => {
  const currencies = new Set(Intl.supportedValuesOf('currency'));
  for (const locale of LOCALES) {
    const { others, likely } = namedRegions(locale);
    expect(others.length + likely.length).toBeGreaterThan(190);
    for (const { code, name } of [...likely, ...others]) {
      expect(name, code).not.toBe(code);
      const { zone = '', currency = '' } = countryOf(code) ?? {};
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), code).not.toThrow();
      expect(currencies.has(currency) || currency === 'XCG', `${code} ${currency}`).toBe(true);
    }
  }
  expect(CURRENCIES).toContain('MYR');
});

test('readers find where they most likely live first, and names in the order of their language', () => {
  expect(
    namedRegions('de')
      .likely.slice(0, 3)
      .map(({ name }) => name),
  ).toEqual(['Deutschland', 'Österreich', 'Schweiz']);
  const names = namedRegions('de').others.map(({ name }) => name);
  expect(names.indexOf('Ägypten')).toBeLessThan(names.indexOf('Polen'));
});

test('a part of a country has the clock of its own', () => {
  expect(countryOf('US-CA')).toEqual({ code: 'US', currency: 'USD', zone: 'America/Los_Angeles' });
  expect(countryOf('US')?.zone).toBe('America/New_York');
  expect(countryOf('ZZ')).toBeUndefined();
});
