import { Scanner } from '../analysis/scanner.ts';
import { ANSWER_SENTENCES } from '../limits.ts';
import type { QueryGroup } from '../ranking/retrieve.ts';
import type { Passage, SearchDocument, TextRange } from '../types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type Expectation, meets, startsWithPronoun } from './question.ts';
import { sentencesOf } from './sentences.ts';

/** What is known of a sentence as an answer to a question. Shares are of the question's weight, 0 to 1. */
export interface SentenceFeatures {
  /** Share of the question in the sentence. */
  readonly own: number;
  /** The same, counting only words in the very form they were asked in. */
  readonly exact: number;
  /** The same, a word counting less the more sentences of the passage have it. */
  readonly local: number;
  /** Share in the sentence before that is not in the sentence. */
  readonly before: number;
  /** Share in the title or heading that is in neither of them. */
  readonly title: number;
  /** Share of `before` and `title` when the sentence begins by pointing back ("It …", "They …"). */
  readonly referred: number;
  /** Share of the question's neighbouring pairs that are neighbours in the sentence. */
  readonly pairs: number;
  /** The document's ranking score against the best one's. */
  readonly document: number;
  /** 1 when the sentence holds the kind of thing that was asked for, -1 when it does not, 0 when any will do. */
  readonly expected: number;
  /** Logarithm of its number of words. */
  readonly length: number;
}

export interface SentenceCandidate {
  readonly document: SearchDocument;
  readonly passage: Passage;
  readonly range: TextRange;
  readonly features: SentenceFeatures;
}

type Shares = Pick<SentenceFeatures, 'own' | 'exact' | 'local' | 'before' | 'title'>;

interface Seen {
  readonly groups: Float32Array;
  readonly exact: Float32Array;
  pairs: number;
  words: number;
}

/** Words apart at which two words of the question still count as neighbours. */
const NEAR_WORDS = 3;

/** Measures the sentences of documents against a question. One for each question and locale. */
export class SentenceReader {
  private readonly scanner = new Scanner();
  private readonly lexicon: Lexicon;
  private readonly groups: readonly QueryGroup[];
  private readonly expectation: Expectation;
  private readonly typed: readonly number[];
  private readonly shares: readonly number[];
  private readonly pairShares: readonly number[];
  private readonly matchOfTerm = new Map<number, { readonly group: number; readonly strength: number }>();
  private left = ANSWER_SENTENCES;

  constructor(groups: readonly QueryGroup[], unknownWeight: number, lexicon: Lexicon, expectation: Expectation) {
    this.lexicon = lexicon;
    this.groups = groups;
    this.expectation = expectation;
    this.typed = groups.map(({ typed }) => (typed === undefined ? -1 : lexicon.surfaces.find(typed)));
    const total = groups.reduce((sum, { weight }) => sum + weight, unknownWeight) || 1;
    this.shares = groups.map(({ weight }) => weight / total);
    const pairs = groups.map((group, index) =>
      index === 0 ? 0 : Math.min(group.weight, groups[index - 1]?.weight ?? 0),
    );
    const pairTotal = pairs.reduce((sum, weight) => sum + weight, 0) || 1;
    this.pairShares = pairs.map((weight) => weight / pairTotal);
    groups.forEach(({ alternatives, weight }, group) => {
      for (const alternative of alternatives) {
        this.matchOfTerm.set(alternative.term, { group, strength: weight > 0 ? alternative.weight / weight : 0 });
      }
    });
  }

  /** The sentences of a document. `score` is the document's ranking score against the best one's. */
  read(document: SearchDocument, score: number): readonly SentenceCandidate[] {
    const title = this.see(document.title, 0, document.title.length);
    return document.passages.flatMap((passage) => this.readPassage(document, passage, title, score));
  }

  private readPassage(
    document: SearchDocument,
    passage: Passage,
    title: Seen,
    score: number,
  ): readonly SentenceCandidate[] {
    const ranges = sentencesOf(passage.text, this.left);
    this.left = Math.max(0, this.left - ranges.length);
    const seen = ranges.map(({ start, end }) => this.see(passage.text, start, end));
    const heading = this.see(passage.heading, 0, passage.heading.length);
    const names = merge([title, heading], this.groups.length);
    const nothing = new Float32Array(this.groups.length);
    const spread = this.spreadOf(seen);
    return ranges.map((range, index) => {
      const own = seen[index] as Seen;
      const shares = this.compare(own, seen[index - 1]?.groups ?? nothing, names, spread);
      const text = passage.text.slice(range.start, range.end);
      const features = {
        ...shares,
        referred: startsWithPronoun(text) ? shares.before + shares.title : 0,
        pairs: own.pairs,
        document: score,
        expected: this.expected(text),
        length: Math.log(1 + own.words),
      };
      return { document, passage, range, features };
    });
  }

  /** For each word of the question, the share of the sentences it stands in. */
  private spreadOf(seen: readonly Seen[]): Float32Array {
    const spread = new Float32Array(this.groups.length);
    for (const { groups } of seen) {
      groups.forEach((strength, group) => {
        if (strength > 0) spread[group] = (spread[group] as number) + 1 / seen.length;
      });
    }
    return spread;
  }

  private compare(own: Seen, before: Float32Array, names: Float32Array, spread: Float32Array): Shares {
    const sums = { own: 0, exact: 0, local: 0, before: 0, title: 0 };
    this.shares.forEach((share, group) => {
      const here = own.groups[group] as number;
      const withBefore = Math.max(here, before[group] as number);
      sums.own += share * here;
      sums.exact += share * (own.exact[group] as number);
      sums.local += share * here * (1 - (spread[group] as number));
      sums.before += share * (withBefore - here);
      sums.title += share * (Math.max(withBefore, names[group] as number) - withBefore);
    });
    return sums;
  }

  private expected(sentence: string): number {
    if (this.expectation === 'open') return 0;
    return meets(this.expectation, sentence) ? 1 : -1;
  }

  private see(text: string, from: number, to: number): Seen {
    const { scanner, lexicon } = this;
    const seen: Seen = {
      groups: new Float32Array(this.groups.length),
      exact: new Float32Array(this.groups.length),
      pairs: 0,
      words: 0,
    };
    const lastAt = new Int32Array(this.groups.length).fill(-NEAR_WORDS - 1);
    const isPaired = new Uint8Array(this.groups.length);
    scanner.reset(text, from, to);
    while (scanner.next()) {
      seen.words += 1;
      const surface = lexicon.surfaces.findUnits(scanner.units, scanner.length, scanner.hash);
      const match = surface < 0 ? undefined : this.matchOfTerm.get(lexicon.termOf(surface));
      if (match === undefined) continue;
      const { group, strength } = match;
      seen.groups[group] = Math.max(strength, seen.groups[group] as number);
      if (surface === this.typed[group]) seen.exact[group] = 1;
      lastAt[group] = seen.words;
      if (group > 0 && seen.words - (lastAt[group - 1] as number) <= NEAR_WORDS) isPaired[group] = 1;
    }
    isPaired.forEach((mark, group) => {
      seen.pairs += mark * (this.pairShares[group] ?? 0);
    });
    return seen;
  }
}

function merge(parts: readonly Seen[], size: number): Float32Array {
  const merged = new Float32Array(size);
  for (const { groups } of parts) {
    for (let group = 0; group < size; group += 1)
      merged[group] = Math.max(merged[group] as number, groups[group] as number);
  }
  return merged;
}
