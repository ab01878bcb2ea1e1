import { type Language, languageOf } from '../analysis/language.ts';
import type { Scanner } from '../analysis/scanner.ts';
import { GrowableWords } from './growable.ts';
import { PackedWords } from './packed-words.ts';

const UNSETTLED = 0xffffffff;

export interface PackedLexicon {
  readonly surfaceUnits: Uint16Array;
  readonly surfaceStarts: Uint32Array;
  readonly termUnits: Uint16Array;
  readonly termStarts: Uint32Array;
  readonly termOfSurface: Uint32Array;
  readonly counts: Uint32Array;
  readonly documentFrequencies: Uint32Array;
}

/**
 * The words of one locale. A *surface* is a word as people write it, folded; a *term* is what surfaces are brought
 * together under (their stem). Both are numbered; numbers never change while the index lives.
 */
export class Lexicon {
  readonly language: Language;
  readonly surfaces: PackedWords;
  readonly terms: PackedWords;
  private readonly termOfSurface: GrowableWords;
  /** How often each surface was written. */
  private readonly counts: GrowableWords;
  private readonly documentFrequencies: GrowableWords;
  private readonly unsettled: { readonly surface: number; readonly word: string }[] = [];

  constructor(locale: string, packed?: PackedLexicon) {
    this.language = languageOf(locale);
    this.surfaces = packed ? new PackedWords(packed.surfaceUnits, packed.surfaceStarts) : new PackedWords();
    this.terms = packed ? new PackedWords(packed.termUnits, packed.termStarts) : new PackedWords();
    this.termOfSurface = packed ? GrowableWords.from(packed.termOfSurface) : new GrowableWords();
    this.counts = packed ? GrowableWords.from(packed.counts) : new GrowableWords();
    this.documentFrequencies = packed ? GrowableWords.from(packed.documentFrequencies) : new GrowableWords();
  }

  /** Takes in the word the scanner stands on and returns its surface. Call `settle` before asking for its term. */
  see(scanner: Scanner, text: string): number {
    const before = this.surfaces.size;
    const surface = this.surfaces.addUnits(scanner.units, scanner.length, scanner.hash);
    if (surface === before) {
      this.counts.push(0);
      this.termOfSurface.push(UNSETTLED);
      this.unsettled.push({ surface, word: text.slice(scanner.start, scanner.end).normalize('NFC').toLowerCase() });
    }
    this.counts.values[surface] = this.counts.get(surface) + 1;
    return surface;
  }

  /** Takes one occurrence of a surface back. */
  unsee(surface: number): void {
    this.counts.values[surface] = Math.max(0, this.counts.get(surface) - 1);
  }

  /** Gives every new surface its term. Languages whose stems are checked need the whole vocabulary first. */
  settle(): void {
    for (const { surface, word } of this.unsettled) {
      const term = this.terms.add(this.stemOf(word, this.surfaces.at(surface)));
      this.termOfSurface.values[surface] = term;
      while (this.documentFrequencies.length < this.terms.size) this.documentFrequencies.push(0);
    }
    this.unsettled.length = 0;
  }

  termOf(surface: number): number {
    return this.termOfSurface.get(surface);
  }

  countOf(surface: number): number {
    return this.counts.get(surface);
  }

  /** In how many documents a term stands. */
  frequencyOf(term: number): number {
    return this.documentFrequencies.get(term);
  }

  /** Corrects the document frequency when a document comes or goes. */
  count(term: number, change: 1 | -1): void {
    this.documentFrequencies.values[term] = Math.max(0, this.documentFrequencies.get(term) + change);
  }

  /** Replaces every term's document frequency, when what is here is only a part of a collection. */
  assume(frequencyOf: (term: number, here: number) => number): void {
    const { values } = this.documentFrequencies;
    for (let term = 0; term < this.documentFrequencies.length; term += 1) {
      const here = values[term] as number;
      if (here > 0) values[term] = frequencyOf(term, here);
    }
  }

  /** The term of a word of a query, or -1 when no document has it. Takes the word folded and as it was typed. */
  find(folded: string, word: string): number {
    const surface = this.surfaces.find(folded);
    if (surface >= 0) return this.termOf(surface);
    return this.terms.find(this.stemOf(word.normalize('NFC').toLowerCase(), folded));
  }

  pack(): PackedLexicon {
    const [surfaces, terms] = [this.surfaces.packed(), this.terms.packed()];
    return {
      surfaceUnits: surfaces.units,
      surfaceStarts: surfaces.starts,
      termUnits: terms.units,
      termStarts: terms.starts,
      termOfSurface: this.termOfSurface.taken(),
      counts: this.counts.taken(),
      documentFrequencies: this.documentFrequencies.taken(),
    };
  }

  private stemOf(word: string, folded: string): string {
    return this.language.stem(word, (stem) => this.surfaces.find(stem) >= 0) || folded;
  }
}
