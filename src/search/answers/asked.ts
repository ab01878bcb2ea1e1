import { Scanner } from '../analysis/scanner.ts';
import { QUERY_CHARACTERS } from '../limits.ts';
import type { WordGroup } from '../query/expand.ts';
import type { QueryWord } from '../query/words.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type Expectation, isQuestionWord } from './question.ts';

/** What a stop word counts as half of a phrase. */
const STOP_WORD_SHARE = 0.01;
const MOST_TERMS = 2 ** 26;
/** Letters of a word that may be compared loosely. */
const SHORTEST_LOOSE = 5;

/** A question as sentences are measured against it. One for each question and locale. */
export class Asked {
  readonly lexicon: Lexicon;
  readonly groups: readonly WordGroup[];
  readonly expectation: Expectation;
  /** What each word weighs in the whole question, unknown words included. */
  readonly shares: readonly number[];
  /** What each word weighs together with the one before it, among all pairs. */
  readonly pairShares: readonly number[];
  /** The surface each word was typed as, -1 when no document has it. */
  readonly typed: readonly number[];
  readonly isName: readonly boolean[];
  /** How many words the question has, unknown ones included. */
  readonly words: number;
  private readonly matches = new Map<number, { readonly group: number; readonly strength: number }>();
  private readonly phrases = new Map<number, number>();
  private readonly likeness: readonly Map<number, number>[];
  private readonly own = new Set<number>();

  /** `unknown` are the words no document has; they weigh as much as the rarest, `unknownWeight` each. */
  constructor(
    question: string,
    groups: readonly WordGroup[],
    unknown: readonly QueryWord[],
    unknownWeight: number,
    lexicon: Lexicon,
    expectation: Expectation,
  ) {
    this.lexicon = lexicon;
    this.groups = groups;
    this.expectation = expectation;
    this.words = Math.max(1, groups.length + unknown.length);
    this.typed = groups.map(({ typed }) => (typed === undefined ? -1 : lexicon.surfaces.find(typed)));
    this.isName = groups.map(
      ({ word }) => word.start > 0 && lexicon.language.code !== 'de' && /^\p{Lu}/u.test(word.typed),
    );
    const total = groups.reduce((sum, { weight }) => sum + weight, unknown.length * unknownWeight) || 1;
    this.shares = groups.map(({ weight }) => weight / total);
    const pairs = groups.map((group, at) => (at === 0 ? 0 : Math.min(group.weight, groups[at - 1]?.weight ?? 0)));
    const pairTotal = pairs.reduce((sum, weight) => sum + weight, 0) || 1;
    this.pairShares = pairs.map((weight) => weight / pairTotal);
    this.likeness = groups.map(() => new Map<number, number>());
    groups.forEach(({ alternatives, weight }, group) => {
      for (const { term, weight: other } of alternatives) {
        const strength = weight > 0 ? other / weight : 0;
        if (strength > (this.matches.get(term)?.strength ?? 0)) this.matches.set(term, { group, strength });
      }
    });
    this.readPhrases(question);
  }

  /** The word of the question a term stands for, and how well. */
  match(term: number): { readonly group: number; readonly strength: number } | undefined {
    return this.matches.get(term);
  }

  /** Weight of two words that stand side by side in the question, one of them a stop word; 0 when they do not. */
  phraseShare(before: number, term: number): number {
    return before < 0 || term < 0 ? 0 : (this.phrases.get(phraseKey(before, term)) ?? 0);
  }

  /** True when the question itself has the term. */
  has(term: number): boolean {
    return this.own.has(term);
  }

  /** How alike a surface is to a word of the question by its letters, 0 to 1; 0 for short words. */
  likenessTo(group: number, surface: number): number {
    const known = this.likeness[group]?.get(surface);
    if (known !== undefined) return known;
    const word = this.groups[group]?.word.folded ?? '';
    const other = this.lexicon.surfaces.at(surface);
    const isLoose = word.length >= SHORTEST_LOOSE && other.length >= SHORTEST_LOOSE - 1 && word[0] === other[0];
    const found = isLoose ? sharedTriples(word, other) : 0;
    this.likeness[group]?.set(surface, found);
    return found;
  }

  private readPhrases(question: string): void {
    const { lexicon } = this;
    const scanner = new Scanner();
    const words: { readonly term: number; readonly isStop: boolean; readonly share: number }[] = [];
    scanner.reset(question, 0, QUERY_CHARACTERS);
    while (scanner.next()) {
      const folded = scanner.word();
      const term = lexicon.find(folded, question.slice(scanner.start, scanner.end));
      this.own.add(term);
      if (isQuestionWord(folded)) continue;
      const at = this.groups.findIndex(({ word }) => word.folded === folded);
      const isStop = lexicon.language.stopWords.has(folded);
      words.push({ term, isStop, share: at < 0 ? STOP_WORD_SHARE : (this.shares[at] ?? 0) });
    }
    const pairs = words.slice(1).map((word, at) => ({ before: words[at] ?? word, word }));
    const joined = pairs.filter(({ before, word }) => before.isStop || word.isStop);
    const shareOf = ({ before, word }: (typeof pairs)[number]): number => Math.max(before.share, word.share);
    const total = joined.reduce((sum, pair) => sum + shareOf(pair), 0) || 1;
    for (const pair of joined) {
      const key = phraseKey(pair.before.term, pair.word.term);
      this.phrases.set(key, (this.phrases.get(key) ?? 0) + shareOf(pair) / total);
    }
  }
}

/** One number for two terms; exact while there are fewer terms than the factor. */
export const phraseKey = (before: number, term: number): number => before * MOST_TERMS + term;

/** Dice's coefficient of the runs of three letters of two words, their beginnings marked. */
function sharedTriples(left: string, right: string): number {
  const triples = (word: string): Set<string> => {
    const marked = `^${word}`;
    return new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
  };
  const [own, other] = [triples(left), triples(right)];
  let shared = 0;
  for (const triple of own) if (other.has(triple)) shared += 1;
  return (2 * shared) / (own.size + other.size);
}
