import { isLocale, type Locale } from '#lib/locales.ts';
import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { type Answer, type Claim, type ClaimContact, type ClaimTick, MAX_CONTACTS } from './claim.ts';

type Reading = Pick<Context, 'db'>;

const MAX_TICKS = 100;
const MAX_EXPIRED_AT_ONCE = 200;

interface ClaimRow {
  id: string;
  brand_id: string;
  locale: string;
  answers: unknown;
  started_at: Date;
  changed_at: Date;
  expires_at: Date;
  kept_at: Date | null;
}

const toClaim = (row: ClaimRow): Claim => ({
  id: row.id,
  brandId: row.brand_id,
  locale: isLocale(row.locale) ? row.locale : 'en',
  answers: row.answers as readonly Answer[],
  startedAt: instantOf(row.started_at),
  changedAt: instantOf(row.changed_at),
  expiresAt: instantOf(row.expires_at),
  keptAt: row.kept_at && instantOf(row.kept_at),
});

const COLUMNS = ['id', 'brand_id', 'locale', 'answers', 'started_at', 'changed_at', 'expires_at', 'kept_at'] as const;

export interface NewClaim {
  readonly brandId: string;
  readonly secretHash: string;
  readonly locale: Locale;
  readonly answers: readonly Answer[];
  readonly expiresAt: Temporal.Instant;
}

export async function insertClaim(ctx: Context, input: NewClaim): Promise<Claim> {
  const row = await ctx.db
    .insertInto('claim')
    .values({
      brand_id: input.brandId,
      secret_hash: input.secretHash,
      locale: input.locale,
      answers: JSON.stringify(input.answers),
      started_at: dateOf(ctx.now),
      changed_at: dateOf(ctx.now),
      expires_at: dateOf(input.expiresAt),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return toClaim(row);
}

/** The claim behind a secret, unless its time has run out. */
export async function findClaimBySecret(ctx: Context, brandId: string, secretHash: string): Promise<Claim | null> {
  const row = await ctx.db
    .selectFrom('claim')
    .select(COLUMNS)
    .where('secret_hash', '=', secretHash)
    .where('brand_id', '=', brandId)
    .where('expires_at', '>', dateOf(ctx.now))
    .executeTakeFirst();
  return row ? toClaim(row) : null;
}

/** Holds a claim until the transaction ends. */
export async function lockClaim(ctx: Context, id: string): Promise<Claim | null> {
  const row = await ctx.db.selectFrom('claim').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toClaim(row) : null;
}

export async function putAnswers(ctx: Context, id: string, answers: readonly Answer[]): Promise<void> {
  await ctx.db
    .updateTable('claim')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute();
}

/** Notes that something changed, and until when the claim stays. */
export async function putChanged(ctx: Context, id: string, expiresAt: Temporal.Instant): Promise<void> {
  await ctx.db
    .updateTable('claim')
    .set({ changed_at: dateOf(ctx.now), expires_at: dateOf(expiresAt) })
    .where('id', '=', id)
    .execute();
}

export async function putKept(ctx: Context, id: string, expiresAt: Temporal.Instant): Promise<void> {
  await ctx.db
    .updateTable('claim')
    .set({ kept_at: dateOf(ctx.now), expires_at: dateOf(expiresAt) })
    .where('id', '=', id)
    .execute();
}

export async function deleteClaimRow(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('claim').where('id', '=', id).execute();
}

/** Claims whose time has run out, the longest first. */
export async function listExpiredClaims(ctx: Context): Promise<Pick<Claim, 'id'>[]> {
  return ctx.db
    .selectFrom('claim')
    .select('id')
    .where('expires_at', '<=', dateOf(ctx.now))
    .orderBy('expires_at')
    .limit(MAX_EXPIRED_AT_ONCE)
    .execute();
}

export async function listTicks(ctx: Reading, claimId: string): Promise<ClaimTick[]> {
  const rows = await ctx.db
    .selectFrom('claim_tick')
    .select(['what', 'ticked_at'])
    .where('claim_id', '=', claimId)
    .orderBy('ticked_at')
    .orderBy('what')
    .limit(MAX_TICKS)
    .execute();
  return rows.map(({ what, ticked_at }) => ({ what, at: instantOf(ticked_at) }));
}

/** Ticks something, on the day it was done. */
export async function putTick(ctx: Context, claimId: string, what: string, at: Temporal.Instant): Promise<void> {
  await ctx.db
    .insertInto('claim_tick')
    .values({ claim_id: claimId, what, ticked_at: dateOf(at) })
    .onConflict((c) => c.columns(['claim_id', 'what']).doUpdateSet({ ticked_at: dateOf(at) }))
    .execute();
}

export async function removeTick(ctx: Context, claimId: string, what: string): Promise<void> {
  await ctx.db.deleteFrom('claim_tick').where('claim_id', '=', claimId).where('what', '=', what).execute();
}

/** Contacts with the company, the first one first. */
export async function listContacts(ctx: Reading, claimId: string): Promise<ClaimContact[]> {
  const rows = await ctx.db
    .selectFrom('claim_contact')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('at')
    .orderBy('id')
    .limit(MAX_CONTACTS)
    .execute();
  return rows.map(({ id, at, channel, person, note, recorded_at }) => ({
    id,
    at: instantOf(at),
    channel,
    person,
    note,
    recordedAt: instantOf(recorded_at),
  }));
}

export async function insertContact(
  ctx: Context,
  claimId: string,
  { at, channel, person, note }: Pick<ClaimContact, 'at' | 'channel' | 'person' | 'note'>,
): Promise<void> {
  await ctx.db
    .insertInto('claim_contact')
    .values({ claim_id: claimId, at: dateOf(at), channel, person, note, recorded_at: dateOf(ctx.now) })
    .execute();
}

export async function removeContact(ctx: Context, claimId: string, id: string): Promise<void> {
  await ctx.db.deleteFrom('claim_contact').where('claim_id', '=', claimId).where('id', '=', id).execute();
}
