import type { Locale } from '#lib/locales.ts';

export type Shelf = 'articles' | 'codes' | 'devices';

/** Where an article stands decides its path, so that a guide's address says guide and a code's says errors. */
export function articlePath(shelf: Shelf, type: string, slug: string): string {
  if (shelf === 'codes') return `errors/${slug}`;
  if (shelf === 'devices') return `devices/${slug}`;
  return type === 'guide' ? `guides/${slug}` : `articles/${slug}`;
}

/** Every address inside one brand's help centre. The only place that puts a public path together. */
export interface SiteUrls {
  /** '' on the brand's own domain, else `/{brand}`. */
  readonly base: string;
  readonly home: string;
  readonly errors: string;
  readonly devices: string;
  readonly supported: string;
  readonly contact: string;
  readonly legal: string;
  readonly suggest: string;
  readonly ask: string;
  readonly claim: string;
  readonly policy: string;
  readonly api: string;
  search(query?: string): string;
  topic(id: string): string;
  tag(tag: string): string;
  article(shelf: Shelf, type: string, slug: string): string;
  /** A clause on the policy page, as decisions cite it. */
  clause(documentId: string, ruleId: string): string;
  picture(name: string, contentHash?: string): string;
  /** The same page in another language: `path` is what follows `/{locale}/`. */
  inLocale(locale: Locale, path: string): string;
}

export function siteUrls(brandId: string, locale: Locale, onOwnDomain: boolean): SiteUrls {
  const base = onOwnDomain ? '' : `/${brandId}`;
  const home = `${base}/${locale}/`;
  const query = (q: string): string => `?${new URLSearchParams({ q }).toString()}`;
  return {
    base,
    home,
    errors: `${home}errors`,
    devices: `${home}devices`,
    supported: `${home}supported`,
    contact: `${home}contact`,
    legal: `${home}legal`,
    suggest: `${home}suggest`,
    ask: `${home}ask`,
    claim: `${home}claim`,
    policy: `${home}policy`,
    api: `/api/v1/brands/${brandId}`,
    search: (q) => `${home}search${q === undefined ? '' : query(q)}`,
    topic: (id) => `${home}topics/${id}`,
    tag: (tag) => `${home}tags/${tag}`,
    article: (shelf, type, slug) => `${home}${articlePath(shelf, type, slug)}`,
    clause: (documentId, ruleId) => `${home}policy#${documentId}.${ruleId}`,
    picture: (name, contentHash) =>
      `${base}/pictures/${name}${contentHash === undefined ? '' : `?v=${contentHash.slice(0, 12)}`}`,
    inLocale: (other, path) => `${base}/${other}/${path}`,
  };
}
