import type { Place } from '../locale-index.ts';
import type { Segment } from '../ranking/segment.ts';

export interface ScoredPlace extends Place {
  readonly score: number;
}

/** The `limit` best of a stream of scored documents, kept in a heap with the worst on top. */
export class TopPlaces {
  private readonly limit: number;
  private readonly heap: ScoredPlace[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  offer(segment: Segment, document: number, score: number): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push({ segment, document, score });
      this.rise(heap.length - 1);
    } else if (score > (heap[0] as ScoredPlace).score) {
      heap[0] = { segment, document, score };
      this.sink();
    }
  }

  /** Best first. */
  sorted(): readonly ScoredPlace[] {
    return [...this.heap].sort((left, right) => right.score - left.score);
  }

  private rise(from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.score(parent) <= this.score(at)) return;
      [heap[at], heap[parent]] = [heap[parent] as ScoredPlace, heap[at] as ScoredPlace];
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < heap.length && this.score(left) < this.score(least)) least = left;
      if (right < heap.length && this.score(right) < this.score(least)) least = right;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] as ScoredPlace, heap[at] as ScoredPlace];
      at = least;
    }
  }

  private score(at: number): number {
    return (this.heap[at] as ScoredPlace).score;
  }
}
