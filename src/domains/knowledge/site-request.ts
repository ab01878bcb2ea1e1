import type { Context as HonoContext } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Context } from '#platform/context.ts';
import type { Log } from '#platform/log.ts';
import type { HelpCentre, Listed } from './help-centre.ts';
import type { HelpCentres } from './help-centres.ts';

export type SiteRequest = HonoContext<SiteEnv>;

export interface KnowledgeDeps {
  readonly db: Context['db'];
  readonly centres: HelpCentres;
  readonly log: Log;
  /** Guards forms anybody can send: at most so many from one address. */
  readonly guardForm: (c: HonoContext) => Promise<void>;
  /** Whether a search from this caller is still counted for editors. */
  readonly countsSearch: (c: HonoContext) => Promise<boolean>;
}

/** The help centre a request is about. @throws notFound while a brand has none */
export function centreOf(c: SiteRequest, centres: HelpCentres): HelpCentre {
  const centre = centres.of(c.var.site.brand.id);
  if (!centre) throw notFound('the help centre');
  return centre;
}

export const contextOf = (c: SiteRequest, db: Context['db']): Context => ({ db, by: c.var.by, now: c.var.site.now });

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
