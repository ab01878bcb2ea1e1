import { appendToTrail } from '#domains/trail/index.ts';
import { maskCardNumbers } from '#lib/card-numbers.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import { cleanText } from '#lib/text.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { touch } from '../answer-question.ts';
import { type Claim, subjectOf } from '../claim.ts';
import { lockClaim } from '../queries.ts';
import { MAX_LETTER } from './letter.ts';
import { deleteLetter, putLetter } from './queries.ts';

export type SavedLetter = { readonly saved: true } | { readonly refused: 'empty' | 'tooLong' };

/** What is kept of a text somebody typed: clean, and without card numbers. */
export const letterText = (raw: string): string => maskCardNumbers(cleanText(raw));

/**
 * Keeps the letter as the customer rewrote it. The trail notes that it was changed, never what it says: names and
 * addresses stay in the letter alone, and go with it.
 * @throws notFound when the claim has just been deleted
 */
export async function saveLetter(ctx: Context, claim: Claim, locale: Locale, raw: string): Promise<SavedLetter> {
  const text = letterText(raw);
  if (text === '') return { refused: 'empty' };
  if (text.length > MAX_LETTER) return { refused: 'tooLong' };
  await change(ctx, claim, 'letterSaved', locale, (ctx) => putLetter(ctx, claim.id, locale, text));
  return { saved: true };
}

/** Drops what the customer wrote: the letter is proposed anew from the answers. */
export const resetLetter = (ctx: Context, claim: Claim, locale: Locale): Promise<void> =>
  change(ctx, claim, 'letterReset', locale, (ctx) => deleteLetter(ctx, claim.id, locale));

async function change(
  ctx: Context,
  { id }: Claim,
  kind: string,
  locale: Locale,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, id);
    if (!claim) throw notFound('the claim');
    await work(ctx);
    await touch(ctx, claim);
    await appendToTrail(ctx, { brandId: claim.brandId, subject: subjectOf(claim) }, { kind, content: { locale } });
  });
}
