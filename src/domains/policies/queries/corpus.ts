import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

type Reading = Pick<Context, 'db'>;

/** A request that was made, as a replay decides it again. */
export interface PastRequest {
  readonly id: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: Temporal.Instant;
}

const toRequest = (row: { id: number; facts: unknown; as_of: Date }): PastRequest => ({
  id: Number(row.id),
  facts: row.facts as PastRequest['facts'],
  asOf: instantOf(row.as_of),
});

/** How many requests a brand has stored, and the number of the last one. */
export async function measureRequests(
  ctx: Reading,
  brandId: string,
  origin?: 'generated',
): Promise<{ readonly count: number; readonly last: number }> {
  const row = await ctx.db
    .selectFrom('past_request')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('id').as('last')])
    .where('brand_id', '=', brandId)
    .$if(origin !== undefined, (query) => query.where('origin', '=', origin ?? ''))
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), last: Number(row.last ?? 0) };
}

/** The next requests after a number, in order. */
export async function listRequests(
  ctx: Reading,
  brandId: string,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<PastRequest[]> {
  const rows = await ctx.db
    .selectFrom('past_request')
    .select(['id', 'facts', 'as_of'])
    .where('brand_id', '=', brandId)
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}

export async function findRequest(ctx: Reading, brandId: string, id: number): Promise<PastRequest | null> {
  const row = await ctx.db
    .selectFrom('past_request')
    .select(['id', 'facts', 'as_of'])
    .where('brand_id', '=', brandId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** The numbers beside a request, for going through them one by one. */
export async function findNeighbours(
  ctx: Reading,
  brandId: string,
  id: number,
): Promise<{ readonly before: number | null; readonly after: number | null }> {
  const beside = async (which: '<' | '>'): Promise<number | null> => {
    const row = await ctx.db
      .selectFrom('past_request')
      .select('id')
      .where('brand_id', '=', brandId)
      .where('id', which, id)
      .orderBy('id', which === '<' ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst();
    return row ? Number(row.id) : null;
  };
  const [before, after] = await Promise.all([beside('<'), beside('>')]);
  return { before, after };
}

/** Stores requests in one statement, in the order given. */
export async function insertRequests(
  ctx: Reading,
  brandId: string,
  requests: readonly Pick<PastRequest, 'facts' | 'asOf'>[],
): Promise<void> {
  const rows = JSON.stringify(requests.map(({ facts, asOf }) => ({ facts, as_of: dateOf(asOf) })));
  await sql`insert into past_request (brand_id, origin, facts, as_of)
    select ${brandId}, 'generated', row -> 'facts', (row ->> 'as_of')::timestamptz
    from jsonb_array_elements(${rows}::jsonb) with ordinality as each (row, place) order by place`.execute(ctx.db);
}

/** Lets one filler of a brand's corpus go on at a time, until the transaction ends. */
export async function lockCorpus(ctx: Reading, brandId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('policy corpus'), hashtext(${brandId}))`.execute(ctx.db);
}
