import type { Scanner } from '../analysis/scanner.ts';
import { type Asked, phraseKey } from './asked.ts';
import { isAmount, isDate } from './question.ts';

/** What of a question stands in a stretch of text. Arrays have an entry for each word of the question. */
export interface Seen {
  /** How well each word is met, 0 to 1. */
  readonly groups: Float32Array;
  /** 1 for words in the very form they were asked in. */
  readonly exact: Float32Array;
  /** Share of the question's neighbouring pairs that are neighbours here. */
  pairs: number;
  /** Share of the question's phrases with a stop word ("born in") that stand here. */
  phrases: number;
  /** Weight of the question's words around the best number or date, for a question that asks for one. */
  near: number;
  /** Weight of the words that are not met, by the likest word here. */
  alike: number;
  words: number;
}

/** Words apart at which two words of the question still count as neighbours. */
const NEAR_WORDS = 3;
/** Words around a number or date in which words of the question speak for it, and how far they reach. */
const AROUND_WORDS = 8;
const AROUND_REACH = 10;
/** Likeness below which two words have nothing to do with each other, and strength above which a word is met. */
const LEAST_LIKENESS = 0.35;
const MET = 0.5;

interface Placed {
  readonly at: number;
  readonly group: number;
  readonly strength: number;
}

/** Reads a stretch of text word by word against a question. */
export function see(asked: Asked, scanner: Scanner, text: string, from: number, to: number): Seen {
  const size = asked.groups.length;
  const seen: Seen = {
    groups: new Float32Array(size),
    exact: new Float32Array(size),
    pairs: 0,
    phrases: 0,
    near: 0,
    alike: 0,
    words: 0,
  };
  const { lexicon } = asked;
  const placed: Placed[] = [];
  const values: number[] = [];
  const others = new Set<number>();
  const phrases = new Map<number, number>();
  let before = -1;
  scanner.reset(text, from, to);
  while (scanner.next()) {
    seen.words += 1;
    const surface = lexicon.surfaces.findUnits(scanner.units, scanner.length, scanner.hash);
    const term = surface < 0 ? -1 : lexicon.termOf(surface);
    const match = term < 0 ? undefined : asked.match(term);
    const phrase = asked.phraseShare(before, term);
    if (phrase > 0) phrases.set(phraseKey(before, term), phrase);
    before = term;
    if (match !== undefined) {
      placed.push({ at: seen.words, ...match });
      seen.groups[match.group] = Math.max(match.strength, seen.groups[match.group] as number);
      if (surface === asked.typed[match.group]) seen.exact[match.group] = 1;
    } else if (surface >= 0) others.add(surface);
    if (!asked.has(term) && isValue(asked, scanner)) values.push(seen.words);
  }
  seen.pairs = pairsIn(asked, placed);
  seen.phrases = [...phrases.values()].reduce((sum, share) => sum + share, 0);
  seen.near = Math.max(0, ...values.map((at) => weightAround(asked, placed, at)));
  seen.alike = alikeness(asked, seen.groups, others);
  return seen;
}

/** True on a word that may be the number or the date that was asked for. */
function isValue({ expectation }: Asked, scanner: Scanner): boolean {
  if (expectation === 'amount') return isAmount(scanner.word());
  return expectation === 'date' && isDate(scanner.word());
}

function pairsIn({ pairShares }: Asked, placed: readonly Placed[]): number {
  const lastAt = new Int32Array(pairShares.length).fill(-NEAR_WORDS - 1);
  const isPaired = new Uint8Array(pairShares.length);
  for (const { at, group } of placed) {
    lastAt[group] = at;
    if (group > 0 && at - (lastAt[group - 1] as number) <= NEAR_WORDS) isPaired[group] = 1;
  }
  return pairShares.reduce((sum, share, group) => sum + share * (isPaired[group] as number), 0);
}

/** The weight of the question's words near a place, the nearer the more. */
function weightAround({ shares }: Asked, placed: readonly Placed[], at: number): number {
  const best = new Float32Array(shares.length);
  for (const { at: other, group, strength } of placed) {
    const distance = Math.abs(at - other);
    if (distance > AROUND_WORDS) continue;
    const weight = (shares[group] ?? 0) * strength * (1 - distance / AROUND_REACH);
    best[group] = Math.max(best[group] as number, weight);
  }
  return best.reduce((sum, weight) => sum + weight, 0);
}

function alikeness(asked: Asked, groups: Float32Array, others: ReadonlySet<number>): number {
  let sum = 0;
  asked.shares.forEach((share, group) => {
    if ((groups[group] as number) >= MET) return;
    let best = 0;
    for (const surface of others) best = Math.max(best, asked.likenessTo(group, surface));
    if (best > LEAST_LIKENESS) sum += share * best;
  });
  return sum;
}
