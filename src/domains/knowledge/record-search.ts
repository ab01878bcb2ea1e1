import type { Context } from '#platform/context.ts';
import { addSearch } from './queries/searches.ts';

const MAX_KEPT = 120;
/** An address, or digits enough for a card, phone or customer number: such a query is not kept at all. */
const PERSONAL = /@|\d(?:[ .-]?\d){6,}/;
/**
 * Error codes are not personal, however many digits they have: a letter or a few, up to four digits, then at most two
 * groups of four digits or of eight hexadecimal ones, joined by hyphens: “M7111-1331”, “S7363-1260-FFFFD119”. Written
 * with blanks, or longer, it may be a telephone, a card or a customer's number.
 */
const CODE = /(?<![\p{L}\p{N}+-])[a-z]{1,4}-?\d{1,4}(?:-(?:\d{1,4}|(?=\d*[a-f])[\da-f]{8})){0,2}(?![\p{L}\p{N}-])/giu;

const isPersonal = (query: string): boolean => PERSONAL.test(query.replaceAll(CODE, ' · '));

/** Counts a search by day and words, so that editors see what finds nothing. Nothing says who searched. */
export async function recordSearch(
  ctx: Context,
  search: { brandId: string; locale: string; q: string; results: number },
): Promise<void> {
  const query = search.q.toLowerCase().slice(0, MAX_KEPT);
  if (isPersonal(query)) return;
  const day = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  await addSearch(ctx, { brandId: search.brandId, locale: search.locale, day, query, results: search.results });
}
