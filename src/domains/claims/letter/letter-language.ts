import type { Brand } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';

/** What a company most likely reads mail from a country in, where it is one of our languages. */
const SPOKEN: Readonly<Record<string, Locale>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  BE: 'fr',
  LU: 'fr',
  MC: 'fr',
  MY: 'ms',
  BN: 'ms',
};

/** The company's language: that of the customer's region where the brand has it, else its own. */
export function companyLocale(brand: Pick<Brand, 'locales' | 'defaultLocale'>, region: string | null): Locale {
  const spoken = SPOKEN[region?.slice(0, 2) ?? ''];
  return spoken && brand.locales.includes(spoken) ? spoken : brand.defaultLocale;
}

/** The letter's languages: the customer's first, then the company's where it differs. */
export function letterLocales(customer: Locale, company: Locale): readonly Locale[] {
  return customer === company ? [customer] : [customer, company];
}
