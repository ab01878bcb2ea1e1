import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ms from './messages/ms.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** English decides which messages there are; a contract test holds the other languages to it. */
const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, ms, fr, de };

/** Someone reading in a language: words, dates and numbers as they expect them. */
export interface Reader {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  /** A calendar date such as `2026-11-22`, written out. */
  date(iso: string): string;
  /** An instant in a zone, with date and time. */
  moment(at: Temporal.Instant, zone?: string): string;
  number(value: number): string;
  list(items: readonly string[]): string;
}

const REGIONAL: Readonly<Record<Locale, string>> = { en: 'en-GB', ms: 'ms-MY', fr: 'fr-FR', de: 'de-DE' };

function createReader(locale: Locale): Reader {
  const tag = REGIONAL[locale];
  const compiled = new Map<string, IntlMessageFormat>();
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag);
  const t: Translate = (key, values) => {
    const source = MESSAGES[locale][key] ?? en[key];
    if (!source.includes('{')) return source;
    const format = compiled.get(key) ?? new IntlMessageFormat(source, tag, undefined, { ignoreTag: true });
    compiled.set(key, format);
    return String(format.format(values));
  };
  return {
    locale,
    dir: 'ltr',
    t,
    date: (iso) => dates.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    moment: (at, zone = 'UTC') =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
        at.epochMilliseconds,
      ),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  };
}

const READERS: Readonly<Record<Locale, Reader>> = {
  en: createReader('en'),
  ms: createReader('ms'),
  fr: createReader('fr'),
  de: createReader('de'),
};

export const readerFor = (locale: Locale): Reader => READERS[locale];
