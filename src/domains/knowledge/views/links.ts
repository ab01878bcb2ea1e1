import type { Shelf, Site } from '#domains/brands/index.ts';
import type { HelpCentre } from '../help-centre.ts';
import type { LinkTargets } from '../markdown.ts';

const SHELF: Readonly<Record<string, Shelf>> = { article: 'articles', code: 'codes', device: 'devices' };

/** The address of a target such as `article:slug` for a reader; null when nothing public stands behind it. */
export function hrefOf(site: Pick<Site, 'urls' | 'reader'>, centre: HelpCentre, target: string): string | null {
  const { urls, reader } = site;
  const [kind = '', id = ''] = target.split(':');
  const shelf = SHELF[kind];
  if (shelf !== undefined) {
    const listed = centre.find(shelf, id, reader.locale);
    return listed ? centre.url(listed, urls) : null;
  }
  if (kind === 'topic') return centre.topic(id) ? urls.topic(id) : null;
  if (kind === 'action') {
    const action = centre.action(id);
    return action ? hrefOf(site, centre, `article:${action.article}`) : null;
  }
  const pages: Readonly<Record<string, string>> = {
    home: urls.home,
    contact: urls.contact,
    search: urls.search(),
    devices: urls.devices,
    errors: urls.errors,
    check: urls.supported,
    claim: urls.claim,
    policy: urls.policy,
    legal: urls.legal,
  };
  return Object.hasOwn(pages, id) ? (pages[id] ?? null) : null;
}

/** How links and pictures inside an article resolve on a brand's public pages. */
export const siteTargets = (site: Pick<Site, 'urls' | 'reader'>, centre: HelpCentre): LinkTargets => ({
  link: (target) => {
    const href = hrefOf(site, centre, target);
    return href === null ? null : { href, external: false };
  },
  picture: (name) => {
    const picture = centre.picture(name);
    return picture ? site.urls.picture(name, picture.contentHash) : null;
  },
});
