/** The languages of the interface. Content may be published in any subset of them per brand. */
export const LOCALES = ['en', 'ms', 'fr', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in several languages; which are present depends on the brand. */
export type Localized = { readonly [L in Locale]?: string | undefined };

export const isLocale = (text: string | undefined): text is Locale =>
  text !== undefined && (LOCALES as readonly string[]).includes(text);

/** Each language in its own words, for the language menu. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  ms: 'Bahasa Melayu',
  fr: 'Français',
  de: 'Deutsch',
};

/** Languages a reader of the key would sooner understand than a stranger's: Indonesian reads Malay. */
const CLOSE: Readonly<Record<string, Locale>> = { id: 'ms', zsm: 'ms', zlm: 'ms' };

const MAX_RANGES = 20;

/**
 * Chooses a language for a reader (RFC 4647 look-up over an Accept-Language header).
 * @param header the raw header; may be missing or malformed
 * @param offered the languages there are, never empty
 * @param fallback what a reader gets who asked for none of them
 */
export function negotiateLocale(header: string | undefined, offered: readonly Locale[], fallback: Locale): Locale {
  const ranges = (header ?? '').slice(0, 1000).split(',').slice(0, MAX_RANGES);
  const wished = ranges
    .map((range, order) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { language: tag.trim().split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q), order };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  for (const { language } of wished) {
    const locale = CLOSE[language] ?? language;
    if (isLocale(locale) && offered.includes(locale)) return locale;
  }
  return fallback;
}

/** The text in the reader's language, else in the fallback, else in any; empty only when there is none. */
export const localized = (text: Localized, locale: Locale, fallback: Locale): string =>
  text[locale] ?? text[fallback] ?? Object.values(text).find((value) => value !== undefined) ?? '';
