import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, localized } from '#lib/locales.ts';
import type { Texts } from '../model/document.ts';
import { remembered } from './remembered.ts';

export type Filled = Readonly<Record<string, string | number>>;

/** What the text of a rule can fill in. */
export const RULE_PARAMETERS = ['amount', 'lastDay'] as const;

const MAX_PATTERNS = 2_000;
const SEPARATOR = '\u0000';

const formatFor = remembered((key) => {
  const [locale = 'en', pattern = ''] = key.split(SEPARATOR);
  return new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
}, MAX_PATTERNS);

/** French sets a narrow space before two-part marks and inside its quotes, whatever an author typed. */
const typeset = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replaceAll(/[ \u00a0](?=[;:?!»])/g, '\u202f').replaceAll(/«[ \u00a0]/g, '«\u202f') : text;

/**
 * A text in one language with its parameters filled in (ICU MessageFormat).
 * A pattern that cannot be read, or asks for something else, is said as it is written: better odd than silent.
 */
export function fill(texts: Texts, locale: Locale, params: Filled = {}): string {
  const pattern = localized(texts, locale, 'en');
  if (!/[{'#]/.test(pattern)) return typeset(pattern, locale);
  try {
    return typeset(String(formatFor(`${locale}${SEPARATOR}${pattern}`).format({ ...params })), locale);
  } catch {
    return pattern;
  }
}

/** What is wrong with a pattern, or null: it cannot be read, or asks for a parameter that nobody fills in. */
export function patternProblem(pattern: string, parameters: readonly string[] = RULE_PARAMETERS): string | null {
  try {
    const values = Object.fromEntries(parameters.map((name) => [name, '1']));
    new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).format(values);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
