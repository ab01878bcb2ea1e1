import { CORRECTIONS_COMPARED } from '../limits.ts';
import { editDistance } from './edit-distance.ts';
import type { Lexicon } from './lexicon.ts';

/** Letters of a word its deletes are made of; a typo behind them is found all the same when the rest is compared. */
const PREFIX_UNITS = 7;
/** Words so short are not corrected; those up to the second length may differ in one letter, longer ones in two. */
const SHORTEST = 3;
const LONGEST_WITH_ONE_EDIT = 6;
const LONGEST_COMPARED = 32;
/** New words that are compared one by one until the table is built again. */
const LOOSE_WORDS = 2_000;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;

export interface Correctable {
  readonly surface: number;
  readonly edits: number;
}

/**
 * Spelling by deletes (after Garbe's SymSpell): two words within two edits share a form that both reach by deleting
 * letters. The hashes of those forms lead to the words through two flat arrays, about 4 bytes per form.
 */
export class Spelling {
  private readonly lexicon: Lexicon;
  private buckets = new Uint32Array(2);
  private entries = new Uint32Array(0);
  private mask = 0;
  private covered = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Brings the table up to the lexicon. Cheap when few words were added. */
  refresh(): void {
    const { surfaces } = this.lexicon;
    if (surfaces.size - this.covered > LOOSE_WORDS || this.covered === 0) this.build(surfaces.size);
  }

  /** Words of the lexicon within reach of a folded word, unordered. */
  near(word: string): readonly Correctable[] {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    if (units.length < SHORTEST || units.length > LONGEST_COMPARED) return [];
    const most = units.length <= LONGEST_WITH_ONE_EDIT ? 1 : 2;
    const candidates = new Set<number>();
    forEachDelete(units, (hash) => {
      const bucket = hash & this.mask;
      const to = this.buckets[bucket + 1] as number;
      for (let at = this.buckets[bucket] as number; at < to && candidates.size < CORRECTIONS_COMPARED; at += 1) {
        candidates.add(this.entries[at] as number);
      }
    });
    for (let surface = this.covered; surface < this.lexicon.surfaces.size; surface += 1) candidates.add(surface);
    const found: Correctable[] = [];
    for (const surface of candidates) {
      const other = this.lexicon.surfaces.unitsOf(surface);
      if (other.length > LONGEST_COMPARED || !isCorrectable(other)) continue;
      const edits = editDistance(units, other, most);
      if (edits <= most && edits > 0) found.push({ surface, edits });
    }
    return found;
  }

  private build(size: number): void {
    let forms = 0;
    const visit = (each: (hash: number, surface: number) => void): void => {
      for (let surface = 0; surface < size; surface += 1) {
        const units = this.lexicon.surfaces.unitsOf(surface);
        if (isCorrectable(units)) forEachDelete(units, (hash) => each(hash, surface));
      }
    };
    visit(() => {
      forms += 1;
    });
    let length = 1;
    while (length < forms) length *= 2;
    this.mask = length - 1;
    this.buckets = new Uint32Array(length + 1);
    this.entries = new Uint32Array(forms);
    visit((hash) => {
      const bucket = (hash & this.mask) + 1;
      this.buckets[bucket] = (this.buckets[bucket] as number) + 1;
    });
    for (let bucket = 1; bucket <= length; bucket += 1) {
      this.buckets[bucket] = (this.buckets[bucket] as number) + (this.buckets[bucket - 1] as number);
    }
    const next = this.buckets.slice(0, length);
    visit((hash, surface) => {
      const at = next[hash & this.mask] as number;
      this.entries[at] = surface;
      next[hash & this.mask] = at + 1;
    });
    this.covered = size;
  }
}

/** Numbers and one- or two-letter words are nobody's correction. */
function isCorrectable(units: Uint16Array): boolean {
  if (units.length < SHORTEST) return false;
  for (const unit of units) if (unit >= DIGIT_ZERO && unit <= DIGIT_NINE) return false;
  return true;
}

/** The hashes of a word's prefix and of its forms with one and two letters deleted; a form may come twice. */
function forEachDelete(units: Uint16Array, each: (hash: number) => void): void {
  const length = Math.min(units.length, PREFIX_UNITS);
  each(hashWithout(units, length, -1, -1));
  for (let first = 0; first < length; first += 1) {
    each(hashWithout(units, length, first, -1));
    if (units.length <= LONGEST_WITH_ONE_EDIT - 1) continue;
    for (let second = first + 1; second < length; second += 1) each(hashWithout(units, length, first, second));
  }
}

function hashWithout(units: Uint16Array, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < length; index += 1) {
    if (index !== first && index !== second) hash = Math.imul(hash ^ (units[index] as number), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
