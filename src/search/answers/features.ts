import { Scanner } from '../analysis/scanner.ts';
import { ANSWER_CHARACTERS, ANSWER_SENTENCES } from '../limits.ts';
import type { Passage, SearchDocument, TextRange } from '../types.ts';
import type { Asked } from './asked.ts';
import { meets, startsWithPronoun } from './question.ts';
import { type Seen, see } from './sentence-words.ts';
import { sentencesOf } from './sentences.ts';

/** What is known of a sentence as an answer to a question. Shares are of the question's weight, 0 to 1. */
export interface SentenceFeatures {
  /** Share of the question in the sentence. */
  readonly own: number;
  /** The same, counting only words in the very form they were asked in. */
  readonly exact: number;
  /** The same, a word counting less the more sentences of the passage have it. */
  readonly local: number;
  /** Share of the words themselves, however rare, that are in the sentence. */
  readonly count: number;
  /** Share in words of the sentence that are only alike. */
  readonly alike: number;
  /** Share in the sentence before that is not in the sentence. */
  readonly before: number;
  /** Share in the title or heading that is in neither of them. */
  readonly title: number;
  /** Share of `before` and `title` when the sentence begins by pointing back ("It …", "They …"). */
  readonly referred: number;
  /** Share of the question's names in the sentence. */
  readonly names: number;
  /** Share of the question's names in the passage and its titles. */
  readonly namesAround: number;
  /** Share of the question's neighbouring pairs that are neighbours in the sentence. */
  readonly pairs: number;
  /** Share of the question's phrases with a stop word that are in the sentence. */
  readonly phrases: number;
  /** Share of the question around a number or date of the sentence, when one was asked for. */
  readonly near: number;
  /** The document's ranking score against the best one's. */
  readonly document: number;
  /** 1 when the sentence holds the kind of thing that was asked for, -1 when it does not, 0 when any will do. */
  readonly expected: number;
}

export interface SentenceCandidate {
  readonly document: SearchDocument;
  readonly passage: Passage;
  readonly range: TextRange;
  readonly features: SentenceFeatures;
}

/** Measures the sentences of documents against a question. */
export class SentenceReader {
  private readonly scanner = new Scanner();
  private readonly asked: Asked;
  private left = ANSWER_SENTENCES;
  private charactersLeft = ANSWER_CHARACTERS;

  constructor(asked: Asked) {
    this.asked = asked;
  }

  /** The sentences of a document. `score` is the document's ranking score against the best one's. */
  read(document: SearchDocument, score: number): readonly SentenceCandidate[] {
    const title = this.see(document.title, 0, document.title.length);
    return document.passages.flatMap((passage) => this.readPassage(document, passage, title, score));
  }

  private see(text: string, from: number, to: number): Seen {
    return see(this.asked, this.scanner, text, from, to);
  }

  private readPassage(
    document: SearchDocument,
    passage: Passage,
    title: Seen,
    score: number,
  ): readonly SentenceCandidate[] {
    const ranges = sentencesOf(passage.text.slice(0, this.charactersLeft), this.left);
    this.charactersLeft = Math.max(0, this.charactersLeft - passage.text.length);
    this.left = Math.max(0, this.left - ranges.length);
    const seen = ranges.map(({ start, end }) => this.see(passage.text, start, end));
    const heading = this.see(passage.heading, 0, passage.heading.length);
    const size = this.asked.groups.length;
    const names = merge([title, heading], size);
    const around = { names, spread: this.spreadOf(seen), all: merge([title, heading, ...seen], size) };
    return ranges.map((range, index) => {
      const before = seen[index - 1]?.groups ?? new Float32Array(size);
      const text = passage.text.slice(range.start, range.end);
      const features = this.measure(seen[index] as Seen, before, around, text, score);
      return { document, passage, range, features };
    });
  }

  /** For each word of the question, the share of the sentences it stands in. */
  private spreadOf(seen: readonly Seen[]): Float32Array {
    const spread = new Float32Array(this.asked.groups.length);
    for (const { groups } of seen) {
      groups.forEach((strength, group) => {
        if (strength > 0) spread[group] = (spread[group] as number) + 1 / seen.length;
      });
    }
    return spread;
  }

  private measure(own: Seen, before: Float32Array, around: Around, text: string, score: number): SentenceFeatures {
    const { asked } = this;
    const sums = { own: 0, exact: 0, local: 0, before: 0, title: 0, names: 0, namesAround: 0, met: 0 };
    asked.shares.forEach((share, group) => {
      const here = own.groups[group] as number;
      const withBefore = Math.max(here, before[group] as number);
      sums.own += share * here;
      sums.exact += share * (own.exact[group] as number);
      sums.local += share * here * (1 - (around.spread[group] as number));
      sums.before += share * (withBefore - here);
      sums.title += share * (Math.max(withBefore, around.names[group] as number) - withBefore);
      if (here > 0) sums.met += 1;
      if (asked.isName[group] !== true) return;
      sums.names += share * here;
      sums.namesAround += share * (around.all[group] as number);
    });
    const { met, ...shares } = sums;
    const { expectation } = asked;
    return {
      ...shares,
      count: met / asked.words,
      alike: own.alike,
      referred: startsWithPronoun(text) ? shares.before + shares.title : 0,
      pairs: own.pairs,
      phrases: own.phrases,
      near: own.near,
      document: score,
      expected: expectation === 'open' ? 0 : meets(expectation, text) ? 1 : -1,
    };
  }
}

interface Around {
  /** What of the question the title and heading have. */
  readonly names: Float32Array;
  readonly spread: Float32Array;
  /** What of it the whole passage has, title and heading included. */
  readonly all: Float32Array;
}

function merge(parts: readonly Seen[], size: number): Float32Array {
  const merged = new Float32Array(size);
  for (const { groups } of parts) {
    for (let group = 0; group < size; group += 1)
      merged[group] = Math.max(merged[group] as number, groups[group] as number);
  }
  return merged;
}
