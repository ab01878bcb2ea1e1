import type { Shelf, SiteUrls } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';
import { cleanLine } from '#lib/text.ts';
import type { Correction, HitGroup, MarkedText, SearchHit, SearchResult } from '#search/index.ts';
import { type ArticleType, typeOf } from './article.ts';
import type { HelpCentre } from './help-centre.ts';
import { ACTION_PREFIX } from './search-documents.ts';

export const MAX_QUERY = 400;
export const RESULTS_PER_PAGE = 20;
const MAX_PAGE = 50;

/** One thing a search found, with where it is. */
export interface FoundPage {
  readonly id: string;
  readonly group: HitGroup;
  readonly kind: ArticleType | 'action';
  readonly shelf: Shelf | undefined;
  readonly url: string;
  readonly title: MarkedText;
  readonly snippet: MarkedText;
  readonly locale: Locale;
  readonly isFallback: boolean;
  readonly code: string | undefined;
  readonly score: number;
}

export interface SearchFound {
  readonly pages: readonly FoundPage[];
  readonly groups: Readonly<Record<HitGroup, number>>;
  readonly total: number;
  readonly correction: Correction | undefined;
}

export interface SearchHelp {
  readonly text: string;
  readonly locale: Locale;
  readonly page?: number;
  readonly limit?: number;
  readonly isTyping?: boolean;
  readonly isVerbatim?: boolean;
}

/** What a reader typed, made safe to search and to show: one line, no hidden characters, bounded. */
export const cleanQuery = (raw: string | undefined): string =>
  [...cleanLine((raw ?? '').slice(0, MAX_QUERY * 4))].slice(0, MAX_QUERY).join('');

/** The page of results somebody asked for: a whole number from 1 on, within bounds whatever was typed. */
export const pageOf = (asked: string | number | undefined): number =>
  Math.min(Math.max(1, Math.trunc(Number(asked ?? 1)) || 1), MAX_PAGE);

function toAction(centre: HelpCentre, urls: SiteUrls, hit: SearchHit): FoundPage | null {
  const action = centre.action(hit.id.slice(ACTION_PREFIX.length));
  const target = action ? centre.find('articles', action.article, hit.locale as Locale) : null;
  if (!target) return null;
  return {
    ...common(hit),
    group: 'action',
    kind: 'action',
    shelf: undefined,
    url: centre.url(target, urls),
    code: undefined,
  };
}

const common = (hit: SearchHit) => ({
  id: hit.id,
  title: hit.title,
  snippet: hit.snippet,
  locale: hit.locale as Locale,
  isFallback: hit.isFallback,
  score: hit.score,
});

function toPage(centre: HelpCentre, urls: SiteUrls, hit: SearchHit): FoundPage | null {
  if (hit.id.startsWith(ACTION_PREFIX)) return toAction(centre, urls, hit);
  const listed = centre.list(hit.id, hit.locale as Locale);
  if (!listed) return null;
  const { meta, shelf } = listed.article;
  const group: HitGroup = shelf === 'codes' ? 'code' : shelf === 'devices' ? 'device' : 'article';
  const anchor = hit.anchor === '' ? '' : `#${hit.anchor}`;
  return {
    ...common(hit),
    group,
    kind: typeOf(meta),
    shelf,
    url: centre.url(listed, urls) + anchor,
    code: meta.shelf === 'codes' ? meta.code : undefined,
  };
}

/** What is counted but not shown, because it left the help centre a moment ago or its page is not public, is not counted. */
function counted(result: SearchResult, pages: readonly FoundPage[]): Pick<SearchFound, 'groups' | 'total'> {
  const shown = new Set(pages.map(({ id }) => id));
  const groups = { ...result.groups };
  for (const hit of result.hits) {
    const group = groupOf(hit);
    if (!shown.has(hit.id)) groups[group] = Math.max(0, groups[group] - 1);
  }
  return { groups, total: result.total - (result.hits.length - pages.length) };
}

const groupOf = ({ type }: SearchHit): HitGroup => (type === 'guide' ? 'article' : type);

/**
 * Searches one brand's published help in a language, falling back to the brand's own.
 * @throws Unavailable when the index is not ready or takes too long
 */
export async function searchHelp(centre: HelpCentre, urls: SiteUrls, input: SearchHelp): Promise<SearchFound> {
  const page = pageOf(input.page);
  const limit = input.limit ?? RESULTS_PER_PAGE;
  const result = await centre.index.search({
    text: cleanQuery(input.text),
    locale: input.locale,
    limit,
    offset: (page - 1) * limit,
    isTyping: input.isTyping ?? false,
    isVerbatim: input.isVerbatim ?? false,
  });
  const pages = result.hits.flatMap((hit) => toPage(centre, urls, hit) ?? []);
  return { pages, ...counted(result, pages), correction: result.correction };
}
