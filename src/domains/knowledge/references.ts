import type { Shelf } from '#domains/brands/index.ts';
import type { FileProblem } from '#lib/yaml.ts';
import type { Meta } from './article.ts';
import { referencesIn } from './markdown.ts';

/** Pages an article may link to by name: `(page:contact)`. */
export const PAGES = ['home', 'contact', 'search', 'devices', 'errors', 'check', 'claim', 'policy', 'legal'] as const;

const KIND = { articles: 'article', codes: 'code', devices: 'device' } as const;

/** An article, code or device as a link target such as `article:slug`. */
export const targetOf = ({ shelf, slug }: { readonly shelf: Shelf; readonly slug: string }): string =>
  `${KIND[shelf]}:${slug}`;

/** What an article's facts name of its brand, as link targets. */
export const targetsIn = (meta: Meta): string[] => [
  `topic:${meta.topic}`,
  ...meta.devices.map((slug) => `device:${slug}`),
  ...meta.codes.map((slug) => `code:${slug}`),
  ...meta.related.map((slug) => `article:${slug}`),
  ...(meta.shelf === 'articles' && meta.action !== undefined ? [`action:${meta.action}`] : []),
];

/** What exists in a brand, as link targets such as `article:slug` and as picture names. */
export interface KnownTargets {
  readonly links: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
}

const INTERNAL = /^[a-z]+:[a-z0-9-]+$/;

/** Links and pictures in a text that lead nowhere, with their lines. */
export function brokenReferences(markdown: string, known: KnownTargets): FileProblem[] {
  return referencesIn(markdown).flatMap(({ line, kind, target, alt }) => {
    if (kind === 'picture') {
      if (!known.pictures.has(target)) return [{ line, message: `there is no picture ${target}` }];
      return alt.trim() === '' ? [{ line, message: `the picture ${target} has no alternative text` }] : [];
    }
    if (target.startsWith('https://')) return [];
    if (!INTERNAL.test(target))
      return [{ line, message: `“${target}” is neither a full https:// address nor a target such as article:slug` }];
    return known.links.has(target) ? [] : [{ line, message: `the link ${target} leads to nothing` }];
  });
}
