import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import type { ClaimFile } from '../claim.ts';
import { composeLetter } from './compose-letter.ts';
import type { Letter } from './letter.ts';
import { companyLocale, letterLocales } from './letter-language.ts';
import { findLetter } from './queries.ts';

/** A letter as it stands: proposed, or as the customer rewrote it. */
export interface StandingLetter extends Letter {
  /** When the customer last changed it; null where it is as proposed. */
  readonly changedAt: Temporal.Instant | null;
}

/** Reads one letter of a claim. What the customer wrote goes before what we propose. */
export async function readLetter(ctx: Pick<Context, 'db'>, file: ClaimFile, locale: Locale): Promise<StandingLetter> {
  const letter = composeLetter(file, locale);
  const stored = await findLetter(ctx, file.claim.id, locale);
  return stored
    ? { ...letter, text: stored.text, body: stored.text, changedAt: stored.changedAt }
    : { ...letter, changedAt: null };
}

/** The languages a claim's letter is offered in: the reader's first, then the company's. */
export const localesOf = ({ brand, region }: Pick<ClaimFile, 'brand' | 'region'>, reader: Locale): readonly Locale[] =>
  letterLocales(reader, companyLocale(brand, region));
