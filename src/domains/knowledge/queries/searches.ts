import type { SearchCount } from '../editorial.ts';
import type { Reading } from './articles.ts';

const PAGE = 50;

/** Counts a search by its words and day, without who. */
export async function addSearch(
  ctx: Reading,
  search: { brandId: string; locale: string; day: string; query: string; results: number },
): Promise<void> {
  await ctx.db
    .insertInto('search_count')
    .values({
      brand_id: search.brandId,
      locale: search.locale,
      day: search.day,
      query: search.query,
      searches: 1,
      results: search.results,
    })
    .onConflict((c) =>
      c
        .columns(['brand_id', 'locale', 'day', 'query'])
        .doUpdateSet((eb) => ({ searches: eb('search_count.searches', '+', 1), results: search.results })),
    )
    .execute();
}

/** What was searched since a day, most frequent first; `withoutResult` leaves out searches that found something. */
export async function listSearches(
  ctx: Reading,
  brandId: string,
  since: string,
  withoutResult: boolean,
): Promise<SearchCount[]> {
  const rows = await ctx.db
    .selectFrom('search_count')
    .select((eb) => [
      'query',
      'locale',
      eb.fn.sum<string>('searches').as('searches'),
      eb.fn.max('results').as('results'),
      eb.fn.max('day').as('last_day'),
    ])
    .where('brand_id', '=', brandId)
    .where('day', '>=', since)
    .$if(withoutResult, (q) => q.where('results', '=', 0))
    .groupBy(['query', 'locale'])
    .orderBy('searches', 'desc')
    .orderBy('query')
    .limit(PAGE)
    .execute();
  return rows.map((row) => ({
    query: row.query,
    locale: row.locale,
    searches: Number(row.searches),
    results: row.results,
    lastDay: row.last_day,
  }));
}

export async function removeSearchesBefore(ctx: Reading, day: string): Promise<void> {
  await ctx.db.deleteFrom('search_count').where('day', '<', day).execute();
}
