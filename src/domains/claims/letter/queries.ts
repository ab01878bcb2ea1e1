import type { Locale } from '#lib/locales.ts';
import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';

export interface StoredLetter {
  readonly text: string;
  readonly changedAt: Temporal.Instant;
}

/** The letter as the customer rewrote it; null where it stands as it was proposed. */
export async function findLetter(
  ctx: Pick<Context, 'db'>,
  claimId: string,
  locale: Locale,
): Promise<StoredLetter | null> {
  const row = await ctx.db
    .selectFrom('claim_letter')
    .select(['text', 'changed_at'])
    .where('claim_id', '=', claimId)
    .where('locale', '=', locale)
    .executeTakeFirst();
  return row ? { text: row.text, changedAt: instantOf(row.changed_at) } : null;
}

export async function putLetter(ctx: Context, claimId: string, locale: Locale, text: string): Promise<void> {
  const changed_at = dateOf(ctx.now);
  await ctx.db
    .insertInto('claim_letter')
    .values({ claim_id: claimId, locale, text, changed_at })
    .onConflict((c) => c.columns(['claim_id', 'locale']).doUpdateSet({ text, changed_at }))
    .execute();
}

export async function deleteLetter(ctx: Context, claimId: string, locale: Locale): Promise<void> {
  await ctx.db.deleteFrom('claim_letter').where('claim_id', '=', claimId).where('locale', '=', locale).execute();
}
