import type { Context } from '#platform/context.ts';
import { addSearch } from './queries/searches.ts';

const MAX_KEPT = 120;
/** An address, or digits enough for a card, phone or customer number: such a query is not kept at all. */
const PERSONAL = /@|\d(?:[ .-]?\d){6,}/;

/** Counts a search by day and words, so that editors see what finds nothing. Nothing says who searched. */
export async function recordSearch(
  ctx: Context,
  search: { brandId: string; locale: string; q: string; results: number },
): Promise<void> {
  const query = search.q.toLowerCase().slice(0, MAX_KEPT);
  if (PERSONAL.test(query)) return;
  const day = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  await addSearch(ctx, { brandId: search.brandId, locale: search.locale, day, query, results: search.results });
}
