import { expect, test } from 'vitest';
import { companyLocale, letterLocales } from './letter-language.ts';

const brand = { locales: ['en', 'fr', 'de'], defaultLocale: 'en' } as const;

test('a company is written to in the language of the customer’s country where it has it, else in its own', () => {
  expect(companyLocale({ ...brand, locales: [...brand.locales] }, 'AT')).toBe('de');
  expect(companyLocale({ ...brand, locales: [...brand.locales] }, 'MY')).toBe('en');
  expect(companyLocale({ ...brand, locales: [...brand.locales] }, null)).toBe('en');
});

test('one language is offered once', () => {
  expect(letterLocales('de', 'de')).toEqual(['de']);
  expect(letterLocales('ms', 'en')).toEqual(['ms', 'en']);
});
