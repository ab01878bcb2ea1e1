import { framingWordsOf } from '../analysis/stop-words.ts';
import { COMPLETIONS_TRIED, CORRECTIONS_TRIED, QUERY_TERMS } from '../limits.ts';
import type { LocaleIndex } from '../locale-index.ts';
import type { Alternative, QueryGroup } from '../ranking/retrieve.ts';
import { correctionsOf } from './corrections.ts';
import type { Synonyms } from './synonyms.ts';
import type { QueryWord } from './words.ts';

export interface ExpandOptions {
  /** Complete the word that ends here; -1 for none. */
  readonly unfinishedEnd: number;
  readonly isVerbatim: boolean;
  readonly synonyms?: Synonyms;
  /** True when another locale of the search knows the word as it is. */
  readonly isKnownElsewhere: (folded: string) => boolean;
}

/** A word of the query with everything it may match. */
export interface WordGroup extends QueryGroup {
  readonly word: QueryWord;
  /** The dictionary word taken in its place, when it was misspelt. */
  readonly corrected?: string;
  /** A far commoner dictionary word one letter away from a rare one that was found. */
  readonly suggested?: string;
}

const FRAMING_SHARE = 0.3;
/** Names (words with a capital inside a query) say more than other words as rare. */
const NAME_SHARE = 1.3;
/** What a part of a compound counts when the compound itself is known, and when it is not. */
const PART_SHARE = 0.3;
const PART_SHARE_OF_UNKNOWN = 0.7;
/** What a compound counts for one of its parts. */
const COMPOUND_WEIGHT = 0.4;
const COMPLETION_WEIGHT = 0.7;
export const SYNONYM_WEIGHT = 0.7;
const RARE_DOCUMENTS = 1;
const FAR_COMMONER_DOCUMENTS = 20;
const FAMILY_WEIGHT = 0.35;
const SHORTEST_IN_FAMILY = 6;
const FAMILY_UNITS = 4;
const FAMILY_ENDING = 4;

/** What to look for in one locale, rarest words first when there are too many. */
export function expand(words: readonly QueryWord[], index: LocaleIndex, options: ExpandOptions): readonly WordGroup[] {
  const groups: WordGroup[] = [];
  const parts: WordGroup[] = [];
  for (const word of words) {
    const own = options.isVerbatim ? [] : partsOf(word, index);
    parts.push(...own);
    const group = expandWord(word, index, own.length > 0 ? { ...options, isKnownElsewhere: () => true } : options);
    if (group.alternatives.length > 0) groups.push(group);
  }
  // Last, so that the words around a compound stay neighbours.
  groups.push(...parts);
  if (groups.length <= QUERY_TERMS) return groups;
  return [...groups].sort((left, right) => right.weight - left.weight).slice(0, QUERY_TERMS);
}

/** The same groups counting only a share, for words that were not typed but stand for what was. */
export function weakened(groups: readonly WordGroup[], share: number): readonly WordGroup[] {
  return groups.map((group) => ({
    ...group,
    weight: group.weight * share,
    alternatives: group.alternatives.map(({ term, weight }) => ({ term, weight: weight * share })),
  }));
}

function expandWord(word: QueryWord, index: LocaleIndex, options: ExpandOptions): WordGroup {
  const alternatives = new Map<number, number>();
  const offer = (term: number, weight: number): void => {
    if (term >= 0 && index.lexicon.frequencyOf(term) > 0) {
      alternatives.set(term, Math.max(weight, alternatives.get(term) ?? 0));
    }
  };
  const own = index.lexicon.find(word.folded, word.typed);
  if (own >= 0) {
    offer(own, rarity(index, own));
    if (!options.isVerbatim) {
      offerFamily(word, own, index, offer);
      offerCompounds(own, index, offer);
    }
  }
  if (word.end === options.unfinishedEnd) offerCompletions(word, index, offer);
  for (const term of options.synonyms?.of(word.folded, word.typed) ?? [])
    offer(term, SYNONYM_WEIGHT * rarity(index, term));
  let corrected: string | undefined;
  if (alternatives.size === 0 && !options.isVerbatim && !options.isKnownElsewhere(word.folded)) {
    const corrections = correctionsOf(word.folded, index).slice(0, CORRECTIONS_TRIED);
    for (const { term, share } of corrections) offer(term, share * rarity(index, term));
    corrected = corrections[0]?.word;
  }
  const framing = framingWordsOf(index.lexicon.language.code).has(word.folded) ? FRAMING_SHARE : 1;
  const share = framing * (isName(word, index) ? NAME_SHARE : 1);
  const group = toGroup(word, alternatives, corrected, share);
  const suggested = own >= 0 && !options.isVerbatim ? suggestionFor(word.folded, own, index) : undefined;
  return suggested === undefined ? group : { ...group, suggested };
}

/** "Did you mean": only for a word that hardly occurs, when a word one letter away is far commoner. */
function suggestionFor(folded: string, own: number, index: LocaleIndex): string | undefined {
  if (index.lexicon.frequencyOf(own) > RARE_DOCUMENTS) return undefined;
  const best = correctionsOf(folded, index).find(({ term }) => term !== own);
  return best !== undefined && index.lexicon.frequencyOf(best.term) >= FAR_COMMONER_DOCUMENTS ? best.word : undefined;
}

function toGroup(
  word: QueryWord,
  alternatives: ReadonlyMap<number, number>,
  corrected: string | undefined,
  share: number,
): WordGroup {
  const listed: Alternative[] = [...alternatives].map(([term, weight]) => ({ term, weight: weight * share }));
  const weight = listed.reduce((most, alternative) => Math.max(most, alternative.weight), 0);
  const group = { word, typed: corrected ?? word.folded, alternatives: listed, weight };
  return corrected === undefined ? group : { ...group, corrected };
}

/** Words with the same beginning ("étymologie", "étymologique") count a little where the word itself does not stand. */
function offerFamily(
  word: QueryWord,
  own: number,
  index: LocaleIndex,
  offer: (term: number, weight: number) => void,
): void {
  if (word.folded.length < SHORTEST_IN_FAMILY || /\d/.test(word.folded)) return;
  const shared = word.folded.slice(0, Math.max(FAMILY_UNITS, word.folded.length - FAMILY_ENDING));
  const terms = index.completions
    .startingWith(shared, COMPLETIONS_TRIED)
    .map((surface) => index.lexicon.termOf(surface));
  const most = rarity(index, own);
  for (const term of terms) if (term !== own) offer(term, FAMILY_WEIGHT * Math.min(most, rarity(index, term)));
}

/** "Betrag" finds "Rechnungsbetrag" where it does not stand itself. */
function offerCompounds(own: number, index: LocaleIndex, offer: (term: number, weight: number) => void): void {
  const most = rarity(index, own);
  for (const term of index.compounds.having(own)) offer(term, COMPOUND_WEIGHT * Math.min(most, rarity(index, term)));
}

/** The parts of a compound as words of their own: "Rechnungsbetrag" finds "Rechnung" and "Betrag". */
function partsOf(word: QueryWord, index: LocaleIndex): readonly WordGroup[] {
  const terms = index.compounds
    .partsOf(word.folded)
    .map((part) => ({ part, term: index.lexicon.find(part, part) }))
    .filter(({ term }) => term >= 0 && index.lexicon.frequencyOf(term) > 0);
  const isKnown = index.lexicon.find(word.folded, word.typed) >= 0;
  const share = (isKnown ? PART_SHARE : PART_SHARE_OF_UNKNOWN) / Math.sqrt(Math.max(1, terms.length - 1));
  return terms.map(({ part, term }) => {
    const weight = share * rarity(index, term);
    return { word: { ...word, folded: part, typed: part }, typed: part, alternatives: [{ term, weight }], weight };
  });
}

/** True for a word with a capital inside a query in a language that writes only names so. */
function isName(word: QueryWord, index: LocaleIndex): boolean {
  return word.start > 0 && index.lexicon.language.code !== 'de' && /^\p{Lu}\p{Ll}/u.test(word.typed);
}

/** Completions share one rarity, that of the commonest, so that a rare one cannot outweigh what was typed. */
function offerCompletions(word: QueryWord, index: LocaleIndex, offer: (term: number, weight: number) => void): void {
  const terms = index.completions
    .startingWith(word.folded, COMPLETIONS_TRIED)
    .map((surface) => index.lexicon.termOf(surface));
  const least = Math.min(...terms.map((term) => rarity(index, term)));
  for (const term of terms) offer(term, COMPLETION_WEIGHT * least);
}

/** Inverse document frequency as in BM25, never negative. */
export function rarity(index: LocaleIndex, term: number): number {
  const frequency = index.lexicon.frequencyOf(term);
  return Math.log(1 + (Math.max(0, index.documentCount - frequency) + 0.5) / (frequency + 0.5));
}
