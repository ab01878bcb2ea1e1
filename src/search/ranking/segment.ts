import type { DocumentType, SearchDocument } from '../types.ts';

export const documentTypes: readonly DocumentType[] = ['action', 'code', 'article', 'guide', 'device', 'community'];

/** The flat arrays of a segment; what a snapshot keeps. */
export interface SegmentData {
  /** Terms that occur, ascending, and where the postings of each begin. */
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  /** Postings: the documents of a term, ascending, and how strongly the term stands in each. */
  readonly documents: Uint32Array;
  readonly impacts: Uint16Array;
  /** The documents themselves as JSON in UTF-8, and where each begins. */
  readonly stored: Uint8Array;
  readonly storedStarts: Uint32Array;
  readonly types: Uint8Array;
  /** Days from 1970-01-01 to the last review; 0 when never reviewed. */
  readonly reviewedDays: Uint16Array;
  readonly boosts: Float32Array;
  /** 1 for documents that were removed or replaced since the segment was sealed. */
  readonly removed: Uint8Array;
}

/** Length of `{"id":`. */
const ID_OFFSET = 6;
const QUOTE = 34;
const BACKSLASH = 92;
const decoder = new TextDecoder();

/** Documents that were indexed together. Nothing in it changes but the marks of removal. */
export class Segment {
  readonly data: SegmentData;
  liveCount: number;

  constructor(data: SegmentData) {
    this.data = data;
    this.liveCount = data.removed.reduce((count, mark) => count - mark, data.removed.length);
  }

  get size(): number {
    return this.data.removed.length;
  }

  isLive(document: number): boolean {
    return this.data.removed[document] === 0;
  }

  remove(document: number): void {
    if (!this.isLive(document)) return;
    this.data.removed[document] = 1;
    this.liveCount -= 1;
  }

  /** The document as it was given. */
  read(document: number): SearchDocument {
    const { stored, storedStarts } = this.data;
    const bytes = stored.subarray(storedStarts[document], storedStarts[document + 1]);
    return JSON.parse(decoder.decode(bytes)) as SearchDocument;
  }

  /** The document's id, without reading the rest: the builder writes it first. */
  idOf(document: number): string {
    const { stored, storedStarts } = this.data;
    const from = (storedStarts[document] as number) + ID_OFFSET;
    let to = from + 1;
    while (stored[to] !== QUOTE || stored[to - 1] === BACKSLASH) to += 1;
    const quoted = decoder.decode(stored.subarray(from, to + 1));
    return quoted.includes('\\') ? this.read(document).id : quoted.slice(1, -1);
  }

  typeOf(document: number): DocumentType {
    return documentTypes[this.data.types[document] as number] ?? 'article';
  }

  /** Where the postings of a term are: [from, to), empty when it does not occur. */
  postingsOf(term: number): readonly [from: number, to: number] {
    const { terms, starts } = this.data;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((terms[middle] as number) < term) low = middle + 1;
      else high = middle;
    }
    return terms[low] === term ? [starts[low] as number, starts[low + 1] as number] : [0, 0];
  }
}
