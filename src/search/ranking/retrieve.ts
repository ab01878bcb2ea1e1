import type { Segment } from './segment.ts';
import { IMPACT_UNIT } from './weights.ts';

/** One way a word of the query may stand in a document. */
export interface Alternative {
  readonly term: number;
  /** Inverse document frequency times how well the alternative stands for the word, 0 and up. */
  readonly weight: number;
}

/** A word of the query: a document is scored by its best alternative. */
export interface QueryGroup {
  readonly alternatives: readonly Alternative[];
  /** How much the word counts; the largest weight of its alternatives. */
  readonly weight: number;
  /** The word as it was typed, folded; documents with this very form come first. */
  readonly typed?: string;
}

/**
 * Scores every document of a segment for the words of a query. `scores` is long enough for the segment and comes back
 * filled; removed documents score 0.
 */
export function scoreSegment(
  segment: Segment,
  groups: readonly QueryGroup[],
  scores: Float32Array,
  best: Float32Array,
): void {
  scores.fill(0, 0, segment.size);
  const { boosts, removed } = segment.data;
  for (const group of groups) {
    const present = group.alternatives.filter(({ term }) => segment.postingsOf(term)[1] > 0);
    if (present.length === 1 && present[0] !== undefined) addTerm(segment, present[0], scores);
    else if (present.length > 1) addBest(segment, present, scores, best);
  }
  for (let document = 0; document < segment.size; document += 1) {
    const score = scores[document] as number;
    if (score > 0) scores[document] = removed[document] === 1 ? 0 : score * (boosts[document] as number);
  }
}

function addTerm(segment: Segment, alternative: Alternative, scores: Float32Array): void {
  const { documents, impacts } = segment.data;
  const [from, to] = segment.postingsOf(alternative.term);
  const weight = alternative.weight * IMPACT_UNIT;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] as number;
    scores[document] = (scores[document] as number) + weight * (impacts[at] as number);
  }
}

/** Adds, for each document, only the strongest of several alternatives. */
function addBest(
  segment: Segment,
  alternatives: readonly Alternative[],
  scores: Float32Array,
  best: Float32Array,
): void {
  const { documents, impacts } = segment.data;
  best.fill(0, 0, segment.size);
  for (const alternative of alternatives) {
    const [from, to] = segment.postingsOf(alternative.term);
    const weight = alternative.weight * IMPACT_UNIT;
    for (let at = from; at < to; at += 1) {
      const document = documents[at] as number;
      const score = weight * (impacts[at] as number);
      const before = best[document] as number;
      if (score <= before) continue;
      best[document] = score;
      scores[document] = (scores[document] as number) + score - before;
    }
  }
}
