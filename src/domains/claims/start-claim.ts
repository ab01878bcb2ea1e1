import { appendToTrail } from '#domains/trail/index.ts';
import { randomToken, sha256 } from '#lib/bytes.ts';
import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { type Answer, type Claim, IDLE_DAYS, KEEP_MONTHS, subjectOf } from './claim.ts';
import { findClaimBySecret, insertClaim } from './queries.ts';

const SECRET_BYTES = 24;
const HOURS_A_DAY = 24;
/** What a secret looks like: nothing else is looked up. */
const SECRET = /^[\w-]{32}$/;

export const idleEnd = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: IDLE_DAYS * HOURS_A_DAY });

/** The end of a claim that is kept: the same day so many months on. */
export const keptEnd = (now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO('UTC').add({ months: KEEP_MONTHS }).toInstant();

export interface StartClaim {
  readonly brandId: string;
  readonly locale: Locale;
  /** What is known already, from the page the customer comes from. */
  readonly answers: readonly Answer[];
}

/**
 * Starts a claim.
 * @returns the claim and its secret: the only copy there will ever be, since only its hash is stored
 */
export async function startClaim(
  ctx: Context,
  { brandId, locale, answers }: StartClaim,
): Promise<{ readonly claim: Claim; readonly secret: string }> {
  const secret = randomToken(SECRET_BYTES);
  return inTransaction(ctx, async (ctx) => {
    const expiresAt = idleEnd(ctx.now);
    const claim = await insertClaim(ctx, { brandId, secretHash: sha256(secret), locale, answers, expiresAt });
    await appendToTrail(ctx, { brandId, subject: subjectOf(claim) }, { kind: 'started', content: { answers } });
    return { claim, secret };
  });
}

/** The claim behind a secret of this brand; null for any other text. Every text is hashed and looked up alike. */
export const findClaim = async (ctx: Context, brandId: string, secret: string): Promise<Claim | null> => {
  const claim = await findClaimBySecret(ctx, brandId, sha256(secret));
  return SECRET.test(secret) ? claim : null;
};
