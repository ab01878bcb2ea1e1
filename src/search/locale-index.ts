import { RECENT_DOCUMENTS, SEGMENTS_PER_TIER } from './limits.ts';
import { type QueryGroup, scoreSegment } from './ranking/retrieve.ts';
import type { Segment } from './ranking/segment.ts';
import { buildSegment, FieldLengths } from './ranking/segment-builder.ts';
import { forEachTermOf } from './ranking/terms-of.ts';
import type { SearchDocument } from './types.ts';
import { Completions } from './words/completion.ts';
import { Compounds } from './words/compounds.ts';
import { Lexicon } from './words/lexicon.ts';
import { Spelling } from './words/spelling.ts';

/** Where a document is: which segment, and which document of it. */
export interface Place {
  readonly segment: Segment;
  readonly document: number;
}

export interface Scored extends Place {
  score: number;
}

/** Documents of one locale. Segments are immutable; a change adds to the newest one, and small ones are merged. */
export class LocaleIndex {
  readonly locale: string;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly completions: Completions;
  readonly compounds: Compounds;
  readonly lengths = new FieldLengths();
  segments: Segment[] = [];
  private readonly places = new Map<string, Place>();
  /** How many documents the collection has that these are candidates of; 0 when they are all there is. */
  private collection = 0;
  private scores = new Float32Array(64);
  private best = new Float32Array(64);

  constructor(locale: string, lexicon = new Lexicon(locale)) {
    this.locale = locale;
    this.lexicon = lexicon;
    this.spelling = new Spelling(lexicon);
    this.completions = new Completions(lexicon);
    this.compounds = new Compounds(lexicon);
  }

  get documentCount(): number {
    return Math.max(this.collection, this.places.size);
  }

  /**
   * Counts as part of a bigger collection from now on.
   * @param frequencies in how many of its documents a folded word stands. Words it does not name are taken to be as
   *   common as lies halfway, by orders of magnitude, between these documents alone and all of them like these.
   */
  assume(documents: number, frequencies: ReadonlyMap<string, number>): void {
    const factor = Math.sqrt(Math.max(1, documents / Math.max(1, this.places.size)));
    this.collection = documents;
    const known = new Map<number, number>();
    for (const [word, frequency] of frequencies) {
      const surface = this.lexicon.surfaces.find(word);
      if (surface < 0) continue;
      const term = this.lexicon.termOf(surface);
      known.set(term, (known.get(term) ?? 0) + frequency);
    }
    this.lexicon.assume((term, here) =>
      Math.max(here, Math.min(documents, known.get(term) ?? Math.round(here * factor))),
    );
  }

  /** Adds documents, replacing those with the same id. */
  put(documents: readonly SearchDocument[]): void {
    const latest = new Map(documents.map((document) => [document.id, document]));
    for (const id of latest.keys()) this.remove(id);
    const newest = this.segments.at(-1);
    const joined = [...latest.values()];
    if (newest !== undefined && newest.size + joined.length <= RECENT_DOCUMENTS) {
      joined.unshift(...this.takeOut(newest));
      this.segments.pop();
    }
    if (joined.length > 0) this.append(joined);
    this.merge();
  }

  /** True when the document was there. */
  remove(id: string): boolean {
    const place = this.places.get(id);
    if (place === undefined) return false;
    this.places.delete(id);
    this.forget(place.segment.read(place.document));
    place.segment.remove(place.document);
    return true;
  }

  find(id: string): Place | undefined {
    return this.places.get(id);
  }

  /** Brings spelling, completion and compounds up to date; done before the first query after a change. */
  refresh(): void {
    this.spelling.refresh();
    this.completions.refresh();
    this.compounds.refresh();
  }

  /** Calls `each` with every document that has a word of the query, and its score. */
  forEachScored(
    groups: readonly QueryGroup[],
    each: (segment: Segment, document: number, score: number) => void,
  ): void {
    for (const segment of this.segments) {
      if (this.scores.length < segment.size) {
        this.scores = new Float32Array(segment.size);
        this.best = new Float32Array(segment.size);
      }
      scoreSegment(segment, groups, this.scores, this.best);
      for (let document = 0; document < segment.size; document += 1) {
        const score = this.scores[document] as number;
        if (score > 0) each(segment, document, score);
      }
    }
  }

  forEachDocument(each: (document: SearchDocument) => void): void {
    for (const { segment, document } of this.places.values()) each(segment.read(document));
  }

  /** Takes over a segment of a snapshot. */
  adopt(segment: Segment): void {
    this.segments.push(segment);
    for (let document = 0; document < segment.size; document += 1) {
      if (segment.isLive(document)) this.places.set(segment.idOf(document), { segment, document });
    }
  }

  private append(documents: readonly SearchDocument[]): void {
    const segment = buildSegment(documents, this.lexicon, this.lengths);
    this.segments.push(segment);
    documents.forEach((document, index) => {
      this.places.set(document.id, { segment, document: index });
    });
  }

  /** Merges the newest segments while there are too many of about the same size, or mostly removed ones. */
  private merge(): void {
    const isWasted = (segment: Segment): boolean => segment.liveCount < segment.size / 2;
    for (;;) {
      const last = this.segments.at(-1);
      if (last === undefined) return;
      const similar = this.segments.filter((segment) => segment.size <= Math.max(RECENT_DOCUMENTS, last.size) * 2);
      const merged = similar.length > SEGMENTS_PER_TIER ? similar : this.segments.filter(isWasted);
      if (merged.length === 0) return;
      const documents = merged.flatMap((segment) => this.takeOut(segment));
      this.segments = this.segments.filter((segment) => !merged.includes(segment));
      if (documents.length > 0) this.append(documents);
    }
  }

  private takeOut(segment: Segment): SearchDocument[] {
    const documents: SearchDocument[] = [];
    for (let document = 0; document < segment.size; document += 1) {
      if (segment.isLive(document)) documents.push(segment.read(document));
    }
    documents.forEach((document) => {
      this.forget(document);
    });
    return documents;
  }

  /** Takes a document's words out of the counts. */
  private forget(document: SearchDocument): void {
    forEachTermOf(document, this.lexicon, (term) => this.lexicon.count(term, -1), this.lengths);
  }
}
