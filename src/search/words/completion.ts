import { COMPLETIONS_SCANNED } from '../limits.ts';
import type { Lexicon } from './lexicon.ts';

/** New words that are looked at one by one until the order is made again. */
const LOOSE_WORDS = 1_000;

/** The surfaces of a lexicon in alphabetical order, for completing an unfinished word. */
export class Completions {
  private readonly lexicon: Lexicon;
  private order: Uint32Array = new Uint32Array(0);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Brings the order up to the lexicon. Cheap when few words were added. */
  refresh(): void {
    const { surfaces } = this.lexicon;
    if (this.order.length > 0 && surfaces.size - this.order.length <= LOOSE_WORDS) return;
    const words = Array.from({ length: surfaces.size }, (_, surface) => surfaces.at(surface));
    this.order = Uint32Array.from(words.keys()).sort((left, right) => compare(words[left] ?? '', words[right] ?? ''));
  }

  /** The surfaces that begin with `prefix` and are longer, the most used first, at most `limit`. */
  startingWith(prefix: string, limit: number): readonly number[] {
    const { surfaces } = this.lexicon;
    const found: number[] = [];
    for (
      let at = this.firstFrom(prefix), seen = 0;
      at < this.order.length && seen < COMPLETIONS_SCANNED;
      at += 1, seen += 1
    ) {
      const surface = this.order[at] as number;
      if (!surfaces.at(surface).startsWith(prefix)) break;
      if (surfaces.lengthOf(surface) > prefix.length) found.push(surface);
    }
    for (let surface = this.order.length; surface < surfaces.size; surface += 1) {
      if (surfaces.lengthOf(surface) > prefix.length && surfaces.at(surface).startsWith(prefix)) found.push(surface);
    }
    const countOf = (surface: number): number => this.lexicon.countOf(surface);
    return found.sort((left, right) => countOf(right) - countOf(left) || left - right).slice(0, limit);
  }

  private firstFrom(prefix: string): number {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.lexicon.surfaces.at(this.order[middle] as number), prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By UTF-16 units, so that words with the same beginning stand together. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
