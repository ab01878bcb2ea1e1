import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { LinkKind } from '../customer.ts';

type Reading = Pick<Context, 'db'>;

export interface NewLink {
  readonly tokenHash: string;
  readonly brandId: string;
  readonly customerId: string | null;
  readonly kind: LinkKind;
  readonly payload: object;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export interface OpenLink {
  readonly customerId: string | null;
  readonly payload: unknown;
  readonly createdAt: Temporal.Instant;
}

const toOpen = (row: { customer_id: string | null; payload: unknown; created_at: Date }): OpenLink => ({
  customerId: row.customer_id,
  payload: row.payload,
  createdAt: instantOf(row.created_at),
});

export async function insertLink(ctx: Reading, link: NewLink): Promise<void> {
  await ctx.db
    .insertInto('customer_link')
    .values({
      token_hash: link.tokenHash,
      brand_id: link.brandId,
      customer_id: link.customerId,
      kind: link.kind,
      payload: JSON.stringify(link.payload),
      created_at: dateOf(link.at),
      expires_at: dateOf(link.expiresAt),
    })
    .execute();
}

export interface LinkKey {
  readonly brandId: string;
  readonly kind: LinkKind;
  readonly tokenHash: string;
}

/** A link that can still be used; looking does not use it, since mail filters look too. */
export async function findLink(ctx: Reading, key: LinkKey, at: Temporal.Instant): Promise<OpenLink | null> {
  const row = await ctx.db
    .selectFrom('customer_link')
    .select(['customer_id', 'payload', 'created_at'])
    .where('token_hash', '=', key.tokenHash)
    .where('brand_id', '=', key.brandId)
    .where('kind', '=', key.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .executeTakeFirst();
  return row ? toOpen(row) : null;
}

/** Uses a link up; what it holds goes to the one caller who got it. */
export async function takeLink(ctx: Reading, key: LinkKey, at: Temporal.Instant): Promise<OpenLink | null> {
  const row = await ctx.db
    .updateTable('customer_link')
    .set({ used_at: dateOf(at) })
    .where('token_hash', '=', key.tokenHash)
    .where('brand_id', '=', key.brandId)
    .where('kind', '=', key.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .returning(['customer_id', 'payload', 'created_at'])
    .executeTakeFirst();
  return row ? toOpen(row) : null;
}

/** Makes every open link of these kinds worthless, as after a password has changed; only those made since a moment, if told. */
export async function closeLinks(
  ctx: Reading,
  customerId: string,
  kinds: readonly LinkKind[],
  at: Temporal.Instant,
  since?: Temporal.Instant,
): Promise<void> {
  const open = ctx.db
    .updateTable('customer_link')
    .set({ used_at: dateOf(at) })
    .where('customer_id', '=', customerId)
    .where('kind', 'in', [...kinds])
    .where('used_at', 'is', null);
  await (since === undefined ? open : open.where('created_at', '>=', dateOf(since))).execute();
}
