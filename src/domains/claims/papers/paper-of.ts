import type { Locale } from '#lib/locales.ts';
import type { Block, Paper, Sheet } from '#platform/pdf/index.ts';
import { readerFor } from '#ui/reader.ts';
import type { ClaimFile } from '../claim.ts';

/** Countries that print on Letter paper. */
const LETTER_REGIONS: ReadonlySet<string> = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'PR',
  'GT',
  'CR',
  'PA',
  'DO',
]);

/** Longer than any word, number or address; setting one such run costs the square of its length. */
const LONG_RUN = /\S{200}(?=\S)/gu;

/** The same with a space in every run of characters that is longer than a few lines. */
function breakable<T>(value: T): T;
function breakable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(LONG_RUN, '$& ');
  if (Array.isArray(value)) return value.map((each) => breakable(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, breakable(each)]));
}

/** Puts sheets into a paper of the size the customer's printer takes. */
export function paperOf(file: ClaimFile, locale: Locale, title: string, sheets: readonly Sheet[]): Paper {
  const { t } = readerFor(locale);
  return {
    title,
    locale,
    size: LETTER_REGIONS.has(file.region?.slice(0, 2) ?? '') ? 'LETTER' : 'A4',
    createdAt: file.now,
    sheets: sheets.map(({ locale, blocks }) => ({ locale, blocks: blocks.map((block): Block => breakable(block)) })),
    pageLabel: (page, pages) => t('papers.page', { page, pages }),
  };
}
