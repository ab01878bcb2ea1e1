import { Scanner } from '../analysis/scanner.ts';
import type { SearchDocument } from '../types.ts';
import { GrowableUnits, GrowableWords } from '../words/growable.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { forEachText } from './document-fields.ts';
import { documentTypes, Segment } from './segment.ts';
import { FIELD_COUNT, fieldLengthNorms, fieldWeights, IMPACT_UNIT, SATURATION } from './weights.ts';

/** How long the fields are, summed over all documents of a locale; for BM25's average lengths. */
export class FieldLengths {
  readonly totals = new Float64Array(FIELD_COUNT);
  documents = 0;

  averageOf(field: number): number {
    return Math.max(1, (this.totals[field] as number) / Math.max(1, this.documents));
  }
}

const MILLISECONDS_PER_DAY = 86_400_000;
const LATEST_DAY = 65_535;
const encoder = new TextEncoder();

/** Indexes documents together into one segment, and counts their words into the lexicon and the field lengths. */
export function buildSegment(documents: readonly SearchDocument[], lexicon: Lexicon, lengths: FieldLengths): Segment {
  const words = readWords(documents, lexicon, lengths);
  lexicon.settle();
  const postings = new PostingsBuilder(lexicon, lengths);
  for (let document = 0; document < documents.length; document += 1) postings.add(document, words);
  const stored = store(documents);
  return new Segment({
    ...postings.finish(),
    ...stored,
    types: Uint8Array.from(documents, ({ type }) => Math.max(0, documentTypes.indexOf(type))),
    reviewedDays: Uint16Array.from(documents, ({ reviewedAt }) => dayOf(reviewedAt)),
    boosts: Float32Array.from(documents, ({ boost }) => Math.min(4, Math.max(0.25, boost ?? 1))),
    removed: new Uint8Array(documents.length),
  });
}

/** The surfaces of all documents one after another. Each document's come field by field. */
interface WordStream {
  readonly surfaces: GrowableWords;
  /** For document d and field f, where its words end: entry d * FIELD_COUNT + f. */
  readonly ends: GrowableWords;
}

function readWords(documents: readonly SearchDocument[], lexicon: Lexicon, lengths: FieldLengths): WordStream {
  const scanner = new Scanner();
  const surfaces = new GrowableWords();
  const ends = new GrowableWords();
  for (const document of documents) {
    const texts: string[][] = Array.from({ length: FIELD_COUNT }, () => []);
    forEachText(document, (field, text) => texts[field]?.push(text));
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      const before = surfaces.length;
      for (const text of texts[field] ?? []) {
        scanner.reset(text);
        while (scanner.next()) surfaces.push(lexicon.see(scanner, text));
      }
      ends.push(surfaces.length);
      lengths.totals[field] = (lengths.totals[field] as number) + surfaces.length - before;
    }
    lengths.documents += 1;
  }
  return { surfaces, ends };
}

class PostingsBuilder {
  private readonly lexicon: Lexicon;
  private readonly averages: readonly number[];
  private readonly slotOf: Int32Array;
  private readonly counts: Uint16Array[] = Array.from({ length: FIELD_COUNT }, () => new Uint16Array(256));
  private readonly slotTerms: number[] = [];
  private readonly terms = new GrowableWords();
  private readonly documents = new GrowableWords();
  private readonly impacts = new GrowableUnits();
  private readonly impact = new Uint16Array(1);

  constructor(lexicon: Lexicon, lengths: FieldLengths) {
    this.lexicon = lexicon;
    this.averages = Array.from({ length: FIELD_COUNT }, (_, field) => lengths.averageOf(field));
    this.slotOf = new Int32Array(lexicon.terms.size).fill(-1);
  }

  add(document: number, words: WordStream): void {
    const first = document * FIELD_COUNT;
    let at = document === 0 ? 0 : words.ends.get(first - 1);
    const norms: number[] = [];
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      const end = words.ends.get(first + field);
      const b = fieldLengthNorms[field] as number;
      norms.push(1 - b + (b * (end - at)) / (this.averages[field] as number));
      for (; at < end; at += 1) this.countWord(field, this.lexicon.termOf(words.surfaces.get(at)));
    }
    this.emit(document, norms);
  }

  /** The postings of all documents, sorted by term. */
  finish(): { terms: Uint32Array; starts: Uint32Array; documents: Uint32Array; impacts: Uint16Array } {
    const frequency = new Uint32Array(this.slotOf.length + 1);
    const total = this.terms.length;
    for (let at = 0; at < total; at += 1) {
      const term = this.terms.get(at);
      frequency[term] = (frequency[term] as number) + 1;
    }
    const terms = Uint32Array.from(frequency.keys()).filter((term) => frequency[term] !== 0);
    const starts = new Uint32Array(terms.length + 1);
    const next = new Uint32Array(frequency.length);
    terms.forEach((term, index) => {
      next[term] = starts[index] as number;
      starts[index + 1] = (starts[index] as number) + (frequency[term] as number);
    });
    const [documents, impacts] = [new Uint32Array(total), new Uint16Array(total)];
    for (let at = 0; at < total; at += 1) {
      const term = this.terms.get(at);
      const to = next[term] as number;
      next[term] = to + 1;
      documents[to] = this.documents.get(at);
      impacts[to] = this.impacts.values[at] as number;
    }
    return { terms, starts, documents, impacts };
  }

  private countWord(field: number, term: number): void {
    let slot = this.slotOf[term] as number;
    if (slot < 0) {
      slot = this.slotTerms.length;
      this.slotOf[term] = slot;
      this.slotTerms.push(term);
      if (slot >= (this.counts[0] as Uint16Array).length) this.grow();
    }
    const counts = this.counts[field] as Uint16Array;
    if ((counts[slot] as number) < 65_535) counts[slot] = (counts[slot] as number) + 1;
  }

  /** Writes a posting for every term of the document just counted: BM25F, each field with its own weight and length. */
  private emit(document: number, norms: readonly number[]): void {
    for (let slot = 0; slot < this.slotTerms.length; slot += 1) {
      const term = this.slotTerms[slot] as number;
      let frequency = 0;
      for (let field = 0; field < FIELD_COUNT; field += 1) {
        const counts = this.counts[field] as Uint16Array;
        const count = counts[slot] as number;
        if (count === 0) continue;
        counts[slot] = 0;
        frequency += ((fieldWeights[field] as number) * count) / (norms[field] as number);
      }
      const impact = (frequency * (SATURATION + 1)) / (frequency + SATURATION);
      this.impact[0] = Math.max(1, Math.round(impact / IMPACT_UNIT));
      this.terms.push(term);
      this.documents.push(document);
      this.impacts.append(this.impact, 1);
      this.lexicon.count(term, 1);
      this.slotOf[term] = -1;
    }
    this.slotTerms.length = 0;
  }

  private grow(): void {
    this.counts.forEach((counts, field) => {
      const grown = new Uint16Array(counts.length * 2);
      grown.set(counts);
      this.counts[field] = grown;
    });
  }
}

function store(documents: readonly SearchDocument[]): { stored: Uint8Array; storedStarts: Uint32Array } {
  let bytes = new Uint8Array(4_096);
  let length = 0;
  const storedStarts = new Uint32Array(documents.length + 1);
  documents.forEach((document, index) => {
    const json = JSON.stringify(withIdFirst(document));
    while (bytes.length - length < json.length * 3) {
      const grown = new Uint8Array(Math.ceil(bytes.length * 1.5) + json.length * 3);
      grown.set(bytes.subarray(0, length));
      bytes = grown;
    }
    length += encoder.encodeInto(json, bytes.subarray(length)).written;
    storedStarts[index + 1] = length;
  });
  return { stored: bytes.slice(0, length), storedStarts };
}

function dayOf(date: string | undefined): number {
  const milliseconds = date === undefined ? 0 : Date.parse(date.slice(0, 10));
  return Math.min(LATEST_DAY, Math.max(0, Math.floor((milliseconds || 0) / MILLISECONDS_PER_DAY)));
}

/** `Segment.idOf` reads an id without the rest, so it stands first. */
function withIdFirst({ id, ...rest }: SearchDocument): SearchDocument {
  return { id, ...rest };
}
