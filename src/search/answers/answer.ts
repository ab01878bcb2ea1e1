import type { Catalogue } from '../catalogue.ts';
import { readCodes } from '../codes/read-codes.ts';
import { ANSWER_DOCUMENTS, QUERY_CHARACTERS } from '../limits.ts';
import type { LocaleIndex } from '../locale-index.ts';
import { type WordGroup, weakened } from '../query/expand.ts';
import { rankLocale } from '../query/rank.ts';
import { groupsFor } from '../query/search.ts';
import { Marker } from '../query/snippet.ts';
import { contentWords, type QueryWord, wordsOf } from '../query/words.ts';
import type { Answer, AnswerRequest, Quote } from '../types.ts';
import { Asked } from './asked.ts';
import { doubtsAbout } from './doubts.ts';
import { type SentenceCandidate, SentenceReader } from './features.ts';
import { confidenceOf, LEAST_CONFIDENCE, sentenceScore } from './model.ts';
import { expectationOf } from './question.ts';

const ALTERNATIVES = 2;
/** A question of fewer words of its own is read together with the one before it. */
const FEW_WORDS = 3;
/** What the words of the previous question count. */
const PREVIOUS_SHARE = 0.4;
/** What a sentence of the page the question was asked on gains. */
const SAME_DOCUMENT_BONUS = 1;

export interface RankedSentence extends SentenceCandidate {
  readonly index: LocaleIndex;
  readonly marker: Marker;
  readonly score: number;
}

/** The sentences of the help pages that answer a question best, or a refusal when none seems to. */
export function answer(catalogue: Catalogue, request: AnswerRequest): Answer {
  const ranked = rankSentences(catalogue, request);
  const chosen: RankedSentence[] = [];
  for (const sentence of ranked) {
    const isRepeated = chosen.some((other) => quoted(other) === quoted(sentence));
    if (!isRepeated) chosen.push(sentence);
    if (chosen.length > ALTERNATIVES) break;
  }
  const [main, ...alternatives] = chosen.map((sentence) => toQuote(sentence, request.question));
  if (main === undefined) return { kind: 'refusal', confidence: 0, nearest: [] };
  if (main.confidence >= LEAST_CONFIDENCE) return { kind: 'answer', main, alternatives };
  return { kind: 'refusal', confidence: main.confidence, nearest: [main, ...alternatives] };
}

/** Every sentence worth a look, the best first; those in the reader's language before the others. */
export function rankSentences(catalogue: Catalogue, request: AnswerRequest): readonly RankedSentence[] {
  const question = request.question.slice(0, QUERY_CHARACTERS);
  const codes = readCodes(question, catalogue.codes);
  const expectation = expectationOf(question);
  const indexes = catalogue.searched(request.locale);
  for (const index of indexes) {
    const others = indexes.filter((other) => other !== index);
    const own = groupsFor(catalogue, index, question, {}, codes, others);
    const groups = withPrevious(own, catalogue, index, request);
    const unknown = unknownWords(question, groups, index);
    const rarest = Math.log(1 + index.documentCount);
    const reader = new SentenceReader(new Asked(question, groups, unknown, rarest, index.lexicon, expectation));
    const marker = new Marker(groups, index.lexicon);
    const candidates = rankLocale({ index, groups }, [], []).slice(0, ANSWER_DOCUMENTS);
    const best = candidates[0]?.score ?? 1;
    const sentences = candidates.flatMap(({ segment, document, score }) => {
      return reader.read(segment.read(document), score / best).map((sentence) => {
        const bonus = sentence.document.id === request.documentId ? SAME_DOCUMENT_BONUS : 0;
        return { ...sentence, index, marker, score: sentenceScore(sentence.features) + bonus };
      });
    });
    if (sentences.length > 0) return sentences.sort((left, right) => right.score - left.score);
  }
  return [];
}

/** The words of a short follow-up question together with those of the question before. */
function withPrevious(
  own: readonly WordGroup[],
  catalogue: Catalogue,
  index: LocaleIndex,
  request: AnswerRequest,
): readonly WordGroup[] {
  if (request.previousQuestion === undefined || own.length >= FEW_WORDS) return own;
  const before = groupsFor(catalogue, index, request.previousQuestion.slice(0, QUERY_CHARACTERS), {}, [], []);
  const known = new Set(own.map(({ word }) => word.folded));
  const added = weakened(
    before.filter(({ word }) => !known.has(word.folded)),
    PREVIOUS_SHARE,
  );
  return [...own, ...added];
}

/** The words of the question that no document has. */
function unknownWords(question: string, groups: readonly WordGroup[], index: LocaleIndex): readonly QueryWord[] {
  const words = contentWords(wordsOf(question, index.lexicon.language));
  return words.filter(
    ({ folded }) => !groups.some(({ word, corrected }) => word.folded === folded && corrected === undefined),
  );
}

function quoted({ passage, range }: SentenceCandidate): string {
  return passage.text.slice(range.start, range.end);
}

function toQuote(sentence: RankedSentence, asked: string): Quote {
  const question = asked.slice(0, QUERY_CHARACTERS);
  const doubts = doubtsAbout(question, expectationOf(question), sentence, sentence.index);
  const { document, passage, range, features, index, marker } = sentence;
  return {
    documentId: document.id,
    locale: index.locale,
    title: document.title,
    anchor: passage.anchor,
    heading: passage.heading,
    passage: passage.text,
    range,
    sentence: marker.mark(quoted(sentence)),
    confidence: confidenceOf({ ...features, ...doubts }),
  };
}
