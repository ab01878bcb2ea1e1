import { WORD_UNITS } from '../limits.ts';
import { APOSTROPHE, classOf, foldLong, foldOf, IGNORED, LETTER, LONG, SEPARATOR, UNSPACED } from './characters.ts';

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** The hash `Scanner` and `PackedWords` share (FNV-1a over UTF-16 units). */
export function hashOf(text: string): number {
  let hash = HASH_SEED;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), HASH_PRIME);
  return hash >>> 0;
}

/**
 * Walks over the words of a text without making a string for each. After `next()` returned true, `units[0..length)`
 * is the folded word, `hash` its hash, and `start`/`end` where it stands in the original text.
 */
export class Scanner {
  readonly units = new Uint16Array(WORD_UNITS);
  length = 0;
  hash = 0;
  start = 0;
  end = 0;
  private text = '';
  private limit = 0;
  private position = 0;
  private wasUnspaced = false;

  /** Starts over with a text. `from` and `to` bound the part that is read. */
  reset(text: string, from = 0, to = text.length): void {
    this.text = text;
    this.position = from;
    this.limit = Math.min(to, text.length);
    this.wasUnspaced = false;
  }

  /** The folded word as a string. */
  word(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length));
  }

  next(): boolean {
    this.length = 0;
    this.hash = HASH_SEED;
    while (this.position < this.limit) {
      const unit = this.text.charCodeAt(this.position);
      const unitClass = classOf(unit);
      if (unitClass === LETTER) {
        this.wasUnspaced = false;
        if (this.length === 0) this.start = this.position;
        this.append(foldOf(unit));
        this.position += 1;
        this.end = this.position;
      } else if (unitClass === IGNORED) {
        this.position += 1;
      } else if (unitClass === SEPARATOR) {
        this.position += 1;
        this.wasUnspaced = false;
        if (this.length > 0) return this.finish();
      } else if (this.special(unit, unitClass)) return this.finish();
    }
    return this.length > 0 ? this.finish() : false;
  }

  private finish(): boolean {
    this.hash >>>= 0;
    return true;
  }

  private append(unit: number): void {
    if (this.length >= WORD_UNITS) return;
    this.units[this.length] = unit;
    this.length += 1;
    this.hash = Math.imul(this.hash ^ unit, HASH_PRIME);
  }

  /** Handles everything that is not a plain letter or separator. True when a word is complete. */
  private special(unit: number, unitClass: number): boolean {
    if (unitClass === UNSPACED) return this.unspaced(unit, 1);
    if (unitClass === APOSTROPHE) return this.apostrophe();
    const codePoint = this.text.codePointAt(this.position) ?? unit;
    const width = codePoint > 0xffff ? 2 : 1;
    const long = unitClass === LONG ? foldLong(codePoint) : { folded: '', unitClass: SEPARATOR };
    if (long.unitClass === UNSPACED) return this.unspaced(codePoint, width);
    if (long.unitClass === LETTER) {
      if (this.length === 0) this.start = this.position;
      for (let index = 0; index < long.folded.length; index += 1) this.append(long.folded.charCodeAt(index));
      this.end = this.position + width;
    }
    this.position += width;
    this.wasUnspaced = false;
    return long.unitClass === SEPARATOR && this.length > 0;
  }

  /** "don't" stays one word, "user's" loses its ending, "l'abonnement" becomes two words. */
  private apostrophe(): boolean {
    const after = this.text.charCodeAt(this.position + 1);
    const isLast = !(classOf(this.text.charCodeAt(this.position + 2) || 0) === LETTER);
    this.position += 1;
    if (this.length === 0) return false;
    const isSuffix = this.length > 2 || after === 0x74;
    if (isSuffix && isLast && (after === 0x73 || after === 0x53)) {
      this.position += 1;
      return true;
    }
    return !(isSuffix && isLast && after === 0x74);
  }

  /** A pair of neighbouring characters, or a lonely one. */
  private unspaced(codePoint: number, width: number): boolean {
    if (this.length > 0) return true;
    const after = this.text.codePointAt(this.position + width) ?? 0;
    const hasNext = this.position + width < this.limit && isUnspaced(after);
    this.start = this.position;
    this.position += width;
    if (!hasNext && this.wasUnspaced) return false;
    this.appendUnspaced(codePoint);
    if (hasNext) this.appendUnspaced(after);
    this.end = this.position + (hasNext ? (after > 0xffff ? 2 : 1) : 0);
    this.wasUnspaced = true;
    return true;
  }

  private appendUnspaced(codePoint: number): void {
    if (codePoint < 0x10000) this.append(foldOf(codePoint));
    else for (const unit of String.fromCodePoint(codePoint)) this.append(unit.charCodeAt(0));
  }
}

function isUnspaced(codePoint: number): boolean {
  if (codePoint < 0x10000) return classOf(codePoint) === UNSPACED;
  return foldLong(codePoint).unitClass === UNSPACED;
}
