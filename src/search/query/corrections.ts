import type { LocaleIndex } from '../locale-index.ts';

export interface WordCorrection {
  readonly term: number;
  /** The dictionary word, folded. */
  readonly word: string;
  /** How well it stands for the word that was typed, 0 to 1. */
  readonly share: number;
}

/** What one edit costs against how common a word is: an edit outweighs a word e^2 times as common. */
const EDIT_COST = 2.2;
const FIRST_LETTER_COST = 0.8;
/** How far a word stands for its correction: even the best guess may be wrong, two edits away more often than one. */
const TRUST: readonly number[] = [1, 0.8, 0.45];
/** A second correction counts less, the more it is behind the first. */
const SHARE_STEEPNESS = 0.35;

/** Dictionary words a misspelt word may stand for, best first, one for each term. */
export function correctionsOf(folded: string, index: LocaleIndex): readonly WordCorrection[] {
  const { lexicon } = index;
  const scored = new Map<number, { readonly word: string; readonly score: number; readonly edits: number }>();
  for (const { surface, edits } of index.spelling.near(folded)) {
    const term = lexicon.termOf(surface);
    const frequency = lexicon.frequencyOf(term);
    if (frequency === 0) continue;
    const word = lexicon.surfaces.at(surface);
    const firstLetter = word[0] === folded[0] ? 0 : FIRST_LETTER_COST;
    const score = Math.log(1 + frequency) - EDIT_COST * edits - firstLetter;
    const before = scored.get(term);
    if (before === undefined || before.score < score) scored.set(term, { word, score, edits });
  }
  const sorted = [...scored].sort(([, left], [, right]) => right.score - left.score);
  const top = sorted[0]?.[1].score ?? 0;
  return sorted.map(([term, { word, score, edits }]) => {
    return { term, word, share: (TRUST[edits] ?? 0) * Math.exp((score - top) * SHARE_STEEPNESS) };
  });
}
