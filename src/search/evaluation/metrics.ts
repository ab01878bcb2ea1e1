/** Measures of ranked results, as in trec_eval. `ranked` are document ids, best first; grades are 1 and up. */

export const DEPTH = 10;

/** Normalised discounted cumulative gain of the first ten, with the grade itself as gain. */
export function ndcg(ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  const discounted = (values: readonly number[]): number =>
    values.slice(0, DEPTH).reduce((sum, value, rank) => sum + value / Math.log2(rank + 2), 0);
  const ideal = discounted([...grades.values()].sort((left, right) => right - left));
  return ideal > 0 ? discounted(ranked.map((id) => grades.get(id) ?? 0)) / ideal : 0;
}

/** One divided by the place of the first relevant document among the first ten; 0 when there is none. */
export function reciprocalRank(ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  const place = ranked.slice(0, DEPTH).findIndex((id) => grades.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Share of the relevant documents among the first ten. */
export function recall(ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  return grades.size === 0 ? 0 : ranked.slice(0, DEPTH).filter((id) => grades.has(id)).length / grades.size;
}

/**
 * Area under the ROC curve: how likely a random positive scores above a random negative, ties counting half. NaN when
 * one side is empty.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ];
  all.sort((left, right) => left.score - right.score);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (all[at]?.isPositive === true) rankSum += rank;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
