import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { type PolicyDocument, type Quotes, quotesOf } from '#policy/index.ts';
import { inForce } from './in-force.ts';
import type { PolicyVersion } from './policy-version.ts';
import { listStartedHashes } from './queries/starts.ts';
import { listPolicyVersions } from './queries.ts';

/** What texts of a brand may quote of its own documents, language by language. */
export interface LivingValues {
  in(locale: Locale): Quotes;
}

/** The policies among versions, as they were written. */
export const documentsOf = (versions: readonly PolicyVersion[]): PolicyDocument[] =>
  versions.flatMap(({ document }) => (document.kind === 'policy' ? [document] : []));

/** The values of documents that hold together; made once a language. */
export function livingValues(documents: readonly PolicyDocument[]): LivingValues {
  const made = new Map<Locale, Quotes>();
  return {
    in(locale) {
      const known = made.get(locale);
      if (known) return known;
      const quotes = quotesOf(documents, locale);
      made.set(locale, quotes);
      return quotes;
    },
  };
}

/** The values at an instant, of versions already at hand. */
export const livingValuesAt = (own: readonly PolicyVersion[], at: Temporal.Instant): LivingValues =>
  livingValues(documentsOf(inForce(own, at)));

/** The values of the versions that have begun, from the database: what is made from texts and kept follows these. */
export async function readLivingValues(ctx: Pick<Context, 'db'>, brandId: string): Promise<LivingValues> {
  const [versions, started] = await Promise.all([listPolicyVersions(ctx, brandId), listStartedHashes(ctx, brandId)]);
  return livingValues(documentsOf(versions.filter(({ hash }) => started.includes(hash))));
}
