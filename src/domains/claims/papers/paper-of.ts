import type { Locale } from '#lib/locales.ts';
import type { Paper, Sheet } from '#platform/pdf/index.ts';
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

/** Puts sheets into a paper of the size the customer's printer takes. */
export function paperOf(file: ClaimFile, locale: Locale, title: string, sheets: readonly Sheet[]): Paper {
  const { t } = readerFor(locale);
  return {
    title,
    locale,
    size: LETTER_REGIONS.has(file.region?.slice(0, 2) ?? '') ? 'LETTER' : 'A4',
    createdAt: file.now,
    sheets,
    pageLabel: (page, pages) => t('papers.page', { page, pages }),
  };
}
