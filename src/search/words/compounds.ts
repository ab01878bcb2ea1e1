import { list } from '../analysis/regions.ts';
import type { Lexicon } from './lexicon.ts';

/** Languages that write compounds as one word. */
const compounding = new Set(list('de nl sv da nb no nn fi'));
/** What may stand between two parts, as in "Rechnung-s-betrag", and what a part may have lost, as in "Sprach(e)-kurs". */
const links = ['', 's', 'es', 'n', 'en', 'ns', 'ens', 'er', 'e'];
const LOST_ENDING = 'e';
/** Letters of a compound, and of a part that the corpus has shown. */
const SHORTEST_COMPOUND = 7;
const LONGEST_COMPOUND = 40;
const SHORTEST_PART = 4;
/** A part may be taken apart again this often: "Zahlungs-methoden-wechsel". */
const DEEPEST = 1;
/** Compounds that are remembered for one part. */
const MOST_COMPOUNDS = 24;
/** New words that are looked at one by one until all are looked at again, now that more parts are known. */
const LOOSE_WORDS = 2_000;

/** Short or frequent parts that need not have been seen alone. */
const commonParts: ReadonlySet<string> = new Set(
  list(`abo app rechnung betrag konto zahlung karte preis monat jahr tag fehler code gerat kunde dienst vertrag kundigung
    geld ruckgabe adresse nummer passwort sprache bild ton empfang sender seite daten schutz bestellung gebuhr frist`),
);

/** Parts of compounds and compounds of parts, learnt from the index's own words. Empty for other languages. */
export class Compounds {
  private readonly lexicon: Lexicon;
  private readonly isUsed: boolean;
  private readonly compoundsOf = new Map<number, number[]>();
  private covered = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.isUsed = compounding.has(lexicon.language.code);
  }

  /** Brings the table up to the lexicon. Cheap when few words were added. */
  refresh(): void {
    if (!this.isUsed) return;
    const { surfaces } = this.lexicon;
    if (surfaces.size - this.covered > LOOSE_WORDS) {
      this.compoundsOf.clear();
      this.covered = 0;
    }
    for (; this.covered < surfaces.size; this.covered += 1) this.learn(this.covered);
  }

  /** The parts of a folded word, first to last; empty when it is no compound of known words. */
  partsOf(word: string): readonly string[] {
    if (!this.isUsed || word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return [];
    return this.split(word, DEEPEST) ?? [];
  }

  /** Terms of the compounds that have a term as a part, at most `MOST_COMPOUNDS`. */
  having(term: number): readonly number[] {
    return this.compoundsOf.get(term) ?? [];
  }

  private learn(surface: number): void {
    const word = this.lexicon.surfaces.at(surface);
    const compound = this.lexicon.termOf(surface);
    for (const part of this.partsOf(word)) {
      const term = this.lexicon.find(part, part);
      if (term < 0 || term === compound) continue;
      const known = this.compoundsOf.get(term);
      if (known === undefined) this.compoundsOf.set(term, [compound]);
      else if (known.length < MOST_COMPOUNDS && !known.includes(compound)) known.push(compound);
    }
  }

  /** The split into the fewest parts, the most even one of several. */
  private split(word: string, depth: number): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    const evenness = (parts: readonly string[]): number => Math.min(...parts.map(({ length }) => length));
    for (let at = 3; at <= word.length - 3; at += 1) {
      const heads = this.partsOfHead(word.slice(at), depth);
      const first = heads === undefined ? undefined : this.partsOfModifier(word.slice(0, at), depth);
      if (heads === undefined || first === undefined) continue;
      const parts = [...first, ...heads];
      const isBetter = best === undefined || parts.length < best.length;
      if (isBetter || (parts.length === best?.length && evenness(parts) > evenness(best))) best = parts;
    }
    return best;
  }

  private partsOfHead(head: string, depth: number): readonly string[] | undefined {
    if (this.isPart(head)) return [head];
    return depth > 0 && head.length >= SHORTEST_COMPOUND ? this.split(head, depth - 1) : undefined;
  }

  private partsOfModifier(modifier: string, depth: number): readonly string[] | undefined {
    for (const link of links) {
      if (!modifier.endsWith(link)) continue;
      const part = modifier.slice(0, modifier.length - link.length);
      if (this.isPart(part)) return [part];
    }
    if (this.isPart(modifier + LOST_ENDING)) return [modifier + LOST_ENDING];
    if (depth <= 0 || modifier.length < SHORTEST_COMPOUND) return undefined;
    for (const link of links) {
      const parts = modifier.endsWith(link)
        ? this.split(modifier.slice(0, modifier.length - link.length), 0)
        : undefined;
      if (parts !== undefined) return parts;
    }
    return undefined;
  }

  private isPart(word: string): boolean {
    if (this.lexicon.language.stopWords.has(word)) return false;
    if (commonParts.has(word)) return true;
    const surface = word.length >= SHORTEST_PART ? this.lexicon.surfaces.find(word) : -1;
    return surface >= 0 && this.lexicon.countOf(surface) > 0 && !endings.has(word);
  }
}

/** Endings that are also words, or look like one: they make no compound. */
const endings: ReadonlySet<string> = new Set(
  list('heit keit haft lich igen ungen isch enden ieren ierte baren losen sein seine ihre nder chen tion tionen'),
);
