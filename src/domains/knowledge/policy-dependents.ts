import { readLivingValues } from '#domains/policies/index.ts';
import { isLocale, type Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import { changedQuotesByLocale, type PolicyDocument, type QuoteChange } from '#policy/index.ts';
import { quotedNames, quotesPolicy, withValues } from './living-text.ts';
import { insertFlags, listQuotingTexts, type QuotingText } from './queries/policy-flags.ts';

/** A text that quotes something a change of documents changes. */
export interface Dependent {
  readonly articleId: string;
  readonly shelf: QuotingText['shelf'];
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  /** Each name it quotes that reads otherwise afterwards; `after` null: it is gone, and readers are sent to the policy. */
  readonly changes: readonly QuoteChange[];
}

/**
 * The articles and translations that quote what a change of documents changes. Nothing is written.
 * @param before the brand's documents that hold now
 * @param after those that would hold instead
 */
export async function dependents(
  ctx: Pick<Context, 'db'>,
  brandId: string,
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
): Promise<Dependent[]> {
  const changed = changedQuotesByLocale(before, after);
  if ([...changed.values()].every((changes) => changes.length === 0)) return [];
  const found = new Map<string, Dependent>();
  for (const { articleId, shelf, slug, locale, ...text } of await listQuotingTexts(ctx, brandId)) {
    if (!isLocale(locale)) continue;
    const names = quotedNames(text);
    const changes = (changed.get(locale) ?? []).filter(({ name }) => names.includes(name));
    const key = `${articleId} ${locale}`;
    // A draft and the public text may quote different names: the editor sees all of them together.
    const known = found.get(key)?.changes ?? [];
    const all = [...known, ...changes.filter(({ name }) => !known.some((each) => each.name === name))];
    if (all.length > 0) found.set(key, { articleId, shelf, slug, locale, title: text.title, changes: all });
  }
  return [...found.values()];
}

export interface DocumentChange {
  readonly document: Pick<PolicyDocument, 'id' | 'version'>;
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
}

/** Flags every text a new version makes say something else, for the editors' queue. Returns how many. */
export async function flagDependents(ctx: Context, brandId: string, change: DocumentChange): Promise<number> {
  const found = await dependents(ctx, brandId, change.before, change.after);
  await insertFlags(ctx, change.document, found);
  return found.length;
}

interface StoredText {
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
}

/** Stored texts, or their headings alone, as readers read them now: with the values of the versions that have begun. */
export async function withLivingValues<T extends StoredText>(
  ctx: Pick<Context, 'db'>,
  brandId: string,
  texts: readonly T[],
): Promise<readonly T[]> {
  const whole = (text: T): T & { readonly body: string } => ({ body: '', ...text });
  if (!texts.some((text) => quotesPolicy(whole(text)))) return texts;
  const values = await readLivingValues(ctx, brandId);
  return texts.map((text) => withValues(whole(text), text.locale as Locale, values).text);
}
