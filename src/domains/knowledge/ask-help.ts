import type { SiteUrls } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';
import type { Quote, TextRange } from '#search/index.ts';
import type { HelpCentre } from './help-centre.ts';
import { cleanQuery } from './search-help.ts';

/** A sentence of a help page, word for word, with the address of the very passage. */
export interface QuotedPassage {
  readonly title: string;
  readonly heading: string;
  readonly url: string;
  readonly locale: Locale;
  readonly passage: string;
  /** The sentence inside the passage. */
  readonly range: TextRange;
}

export type HelpAnswer =
  | { readonly kind: 'answer'; readonly main: QuotedPassage; readonly alternatives: readonly QuotedPassage[] }
  | { readonly kind: 'refusal'; readonly nearest: readonly QuotedPassage[] };

export interface AskHelp {
  readonly question: string;
  readonly locale: Locale;
  /** The question before this one. */
  readonly previous?: string | undefined;
  /** The article the question was asked on. */
  readonly articleId?: string | undefined;
}

const MAX_QUOTES = 2;

function toPassage(centre: HelpCentre, urls: SiteUrls, quote: Quote): QuotedPassage | null {
  const listed = centre.list(quote.documentId, quote.locale as Locale);
  if (!listed) return null;
  const anchor = quote.anchor === '' ? '' : `#${quote.anchor}`;
  const { title, heading, passage, range } = quote;
  return { title, heading, url: centre.url(listed, urls) + anchor, locale: quote.locale as Locale, passage, range };
}

/**
 * Answers a question from the published help pages, in their own words, or says that they hold no answer. Nothing is
 * made up and nothing is decided here: a refund's answer is the policy's, not a page's.
 * @throws Unavailable when the index is not ready or takes too long
 */
export async function askHelp(centre: HelpCentre, urls: SiteUrls, input: AskHelp): Promise<HelpAnswer> {
  const question = cleanQuery(input.question);
  const previous = cleanQuery(input.previous);
  const answer = await centre.index.answer({
    question,
    locale: input.locale,
    ...(previous === '' ? {} : { previousQuestion: previous }),
    ...(input.articleId === undefined ? {} : { documentId: input.articleId }),
  });
  const passages = (quotes: readonly Quote[]): QuotedPassage[] =>
    quotes.flatMap((quote) => toPassage(centre, urls, quote) ?? []).slice(0, MAX_QUOTES);
  if (answer.kind === 'refusal') return { kind: 'refusal', nearest: passages(answer.nearest) };
  const main = toPassage(centre, urls, answer.main);
  return main
    ? { kind: 'answer', main, alternatives: passages(answer.alternatives) }
    : { kind: 'refusal', nearest: [] };
}
