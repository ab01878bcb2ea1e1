import type { Context as HonoContext } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { type LivingValues, livingValues, livingValuesAt, type PolicyShelves } from '#domains/policies/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import type { Log } from '#platform/log.ts';
import type { Revision } from './article.ts';
import type { HelpCentre, Listed } from './help-centre.ts';
import type { HelpCentres } from './help-centres.ts';
import { quotesPolicy, withValues } from './living-text.ts';
import type { AnswerWriting } from './written-answers.ts';

export type SiteRequest = HonoContext<SiteEnv>;

export interface KnowledgeDeps {
  readonly db: Context['db'];
  readonly centres: HelpCentres;
  readonly shelves: PolicyShelves;
  readonly log: Log;
  /** Guards forms anybody can send: at most so many from one address. */
  readonly guardForm: (c: HonoContext) => Promise<void>;
  /** Whether a search from this caller is still counted for editors. */
  readonly countsSearch: (c: HonoContext) => Promise<boolean>;
  /** Writes short answers beside the quotations, where the operator has it. */
  readonly writing: AnswerWriting | undefined;
}

/** The help centre a request is about. @throws notFound while a brand has none */
export function centreOf(c: SiteRequest, centres: HelpCentres): HelpCentre {
  const centre = centres.of(c.var.site.brand.id);
  if (!centre) throw notFound('the help centre');
  return centre;
}

export const contextOf = (c: SiteRequest, db: Context['db']): Context => ({ db, by: c.var.by, now: c.var.site.now });

/** What this brand's texts may quote of its policies, at an instant. */
export function valuesAt(
  c: SiteRequest,
  { shelves }: KnowledgeDeps,
  at: Context['now'] = c.var.site.now,
): LivingValues {
  const own = shelves.of(c.var.site.brand.id)?.own;
  return own === undefined ? livingValues([]) : livingValuesAt(own, at);
}

/** A text as its reader reads it. What it quotes and nobody knows is told to the people who run this. */
export function asRead<T extends Pick<Revision, 'locale' | 'title' | 'summary' | 'body'>>(
  c: SiteRequest,
  deps: KnowledgeDeps,
  text: T,
  at?: Context['now'],
): T {
  if (!quotesPolicy(text)) return text;
  const { text: read, unknown } = withValues(text, text.locale as Locale, valuesAt(c, deps, at));
  if (unknown.length > 0) deps.log.warn({ path: c.req.path, names: unknown }, 'a text quotes what no policy says');
  return read;
}

/** Marks a page as the same for everybody, so that it may be kept. */
export function cached(c: SiteRequest, tag?: string): SiteRequest {
  c.set('cacheable', new URL(c.req.url).search === '');
  c.set('cacheTag', tag);
  return c;
}

/** The page a suggestion or question is about, from `shelf/slug`. */
export function aboutOf(centre: HelpCentre, about: string | undefined, locale: Listed['locale']): Listed | null {
  const [shelf = '', slug = ''] = (about ?? '').split('/');
  return shelf === 'articles' || shelf === 'codes' || shelf === 'devices' ? centre.find(shelf, slug, locale) : null;
}
