import type { Shelf } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';

/** The shelf an address names. @throws notFound for anything else */
export function shelfOf(word: string | undefined): Shelf {
  if (word === 'articles' || word === 'codes' || word === 'devices') return word;
  throw notFound('the shelf');
}
