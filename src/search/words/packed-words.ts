import { hashOf } from '../analysis/scanner.ts';
import { WORD_UNITS } from '../limits.ts';
import { GrowableUnits, GrowableWords } from './growable.ts';

const FIRST_SLOTS = 1_024;
const FULLEST = 0.6;

/**
 * Words numbered from 0 in the order they were added, kept in three flat arrays: their UTF-16 units one after another,
 * where each begins, and an open-addressing hash table. A hundred thousand words take about 3 MB.
 */
export class PackedWords {
  private units: GrowableUnits;
  private starts: GrowableWords;
  private slots: Uint32Array = new Uint32Array(FIRST_SLOTS);
  private readonly scratch = new Uint16Array(WORD_UNITS);

  constructor(units: Uint16Array = new Uint16Array(0), starts: Uint32Array = new Uint32Array(1)) {
    this.units = GrowableUnits.from(units);
    this.starts = GrowableWords.from(starts);
    this.rehash(FIRST_SLOTS);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The word with this number. */
  at(id: number): string {
    const from = this.starts.get(id);
    return String.fromCharCode(...this.units.values.subarray(from, this.starts.get(id + 1)));
  }

  lengthOf(id: number): number {
    return this.starts.get(id + 1) - this.starts.get(id);
  }

  /** The word's units, as a view that is valid until the next word is added. */
  unitsOf(id: number): Uint16Array {
    return this.units.values.subarray(this.starts.get(id), this.starts.get(id + 1));
  }

  /** The number of a word, or -1. */
  find(word: string): number {
    return this.findUnits(this.load(word), Math.min(word.length, WORD_UNITS), hashOf(word.slice(0, WORD_UNITS)));
  }

  /** The number of a word, added when it is new. */
  add(word: string): number {
    return this.addUnits(this.load(word), Math.min(word.length, WORD_UNITS), hashOf(word.slice(0, WORD_UNITS)));
  }

  findUnits(units: Uint16Array, length: number, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] as number;
      if (entry === 0) return -1;
      if (this.equals(entry - 1, units, length)) return entry - 1;
    }
  }

  addUnits(units: Uint16Array, length: number, hash: number): number {
    const found = this.findUnits(units, length, hash);
    if (found >= 0) return found;
    const id = this.size;
    this.units.append(units, length);
    this.starts.push(this.units.length);
    if (this.size > this.slots.length * FULLEST) this.rehash(this.slots.length * 2);
    else this.place(id, hash);
    return id;
  }

  /** The arrays a snapshot keeps. */
  packed(): { readonly units: Uint16Array; readonly starts: Uint32Array } {
    return { units: this.units.taken(), starts: this.starts.taken() };
  }

  private load(word: string): Uint16Array {
    const length = Math.min(word.length, WORD_UNITS);
    for (let index = 0; index < length; index += 1) this.scratch[index] = word.charCodeAt(index);
    return this.scratch;
  }

  private equals(id: number, units: Uint16Array, length: number): boolean {
    const from = this.starts.get(id);
    if (this.starts.get(id + 1) - from !== length) return false;
    const stored = this.units.values;
    for (let index = 0; index < length; index += 1) if (stored[from + index] !== units[index]) return false;
    return true;
  }

  private place(id: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = mix(hash) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id + 1;
  }

  private rehash(wanted: number): void {
    let length = wanted;
    while (this.size > length * FULLEST) length *= 2;
    this.slots = new Uint32Array(length);
    for (let id = 0; id < this.size; id += 1) this.place(id, hashOf(this.at(id)));
  }
}

/** Spreads the hash, whose low bits alone are weak. */
function mix(hash: number): number {
  return hash ^ (hash >>> 15);
}
