import { foldText } from './analysis/characters.ts';
import type { Dataset } from './evaluation/dataset.ts';
import { areaUnderCurve, DEPTH, mean, ndcg, percentile, recall, reciprocalRank } from './evaluation/metrics.ts';
import { createSearchIndex, type SearchIndex } from './index.ts';
import type { Answer, Quote, SearchDocument } from './types.ts';

export { type Dataset, type DatasetFiles, parseDataset } from './evaluation/dataset.ts';

/** What the caller lends, because this module reads no clock and no process. */
export interface Instruments {
  /** Milliseconds from any origin. */
  readonly milliseconds: () => number;
  /** Bytes in use now, when the caller can tell. */
  readonly memoryBytes?: () => number;
}

export interface AnswerReport {
  readonly questions: number;
  /** Share of answerable questions whose first quote is from the right document and holds an expected answer. */
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** The same without asking for the right document. */
  readonly looseHitAt1: number;
  /** How well confidence tells answerable from unanswerable questions; null when all can be answered. */
  readonly noAnswerAuroc: number | null;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

export interface EvaluationReport {
  readonly locale: string;
  readonly documents: number;
  readonly queries: number;
  readonly ndcgAt10: number;
  readonly mrrAt10: number;
  readonly recallAt10: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly buildSeconds: number;
  /** What the index added to the memory in use; null when the caller cannot tell. */
  readonly memoryBytes: number | null;
  readonly answers?: AnswerReport;
}

/** Indexes a dataset, asks all its queries and questions, and measures. `locale` overrides the dataset's own. */
export function evaluate(dataset: Dataset, instruments: Instruments, locale = dataset.locale): EvaluationReport {
  const before = instruments.memoryBytes?.() ?? 0;
  const started = instruments.milliseconds();
  const index = buildIndex(dataset, locale);
  const buildSeconds = (instruments.milliseconds() - started) / 1_000;
  const memoryBytes = instruments.memoryBytes === undefined ? null : Math.max(0, instruments.memoryBytes() - before);
  const ranking = measureRanking(dataset, index, instruments, locale);
  const report = { locale, documents: dataset.documents.length, ...ranking, buildSeconds, memoryBytes };
  return dataset.questions.length === 0
    ? report
    : { ...report, answers: measureAnswers(dataset, index, instruments, locale) };
}

/** An index of a dataset's documents, each with one passage. */
export function buildIndex(dataset: Dataset, locale = dataset.locale): SearchIndex {
  const index = createSearchIndex({ defaultLocale: locale, fallbacks: { [locale]: [] } });
  const documents: SearchDocument[] = dataset.documents.map(({ id, title, text }) => ({
    id,
    locale,
    type: 'article',
    title,
    passages: [{ anchor: '', heading: '', text }],
  }));
  index.put(documents);
  index.search({ text: dataset.queries[0]?.text ?? '', locale });
  return index;
}

function measureRanking(dataset: Dataset, index: SearchIndex, { milliseconds }: Instruments, locale: string) {
  const rows = dataset.queries.flatMap(({ id, text }) => {
    const grades = dataset.relevance.get(id);
    if (grades === undefined) return [];
    const started = milliseconds();
    const { hits } = index.search({ text, locale, limit: DEPTH });
    const took = milliseconds() - started;
    const ranked = hits.map((hit) => hit.id);
    return [{ took, ndcg: ndcg(ranked, grades), rank: reciprocalRank(ranked, grades), recall: recall(ranked, grades) }];
  });
  const times = rows.map(({ took }) => took);
  return {
    queries: rows.length,
    ndcgAt10: mean(rows.map((row) => row.ndcg)),
    mrrAt10: mean(rows.map(({ rank }) => rank)),
    recallAt10: mean(rows.map((row) => row.recall)),
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
  };
}

function measureAnswers(
  dataset: Dataset,
  index: SearchIndex,
  { milliseconds }: Instruments,
  locale: string,
): AnswerReport {
  const times: number[] = [];
  const [answerable, impossible]: [number[], number[]] = [[], []];
  const hits = { first: 0, firstThree: 0, loose: 0 };
  for (const { question, doc, answers, impossible: isImpossible } of dataset.questions) {
    const started = milliseconds();
    const reply = index.answer({ question, locale });
    times.push(milliseconds() - started);
    (isImpossible ? impossible : answerable).push(confidenceOf(reply));
    if (isImpossible) continue;
    const quotes = quotesOf(reply);
    const holds = (quote: Quote | undefined): boolean =>
      quote !== undefined && answers.some((text) => quotesAnswer(quote, text));
    const isRight = (quote: Quote | undefined): boolean => quote?.documentId === doc && holds(quote);
    if (isRight(quotes[0])) hits.first += 1;
    if (quotes.slice(0, 3).some(isRight)) hits.firstThree += 1;
    if (holds(quotes[0])) hits.loose += 1;
  }
  const share = (count: number): number => count / Math.max(1, answerable.length);
  return {
    questions: dataset.questions.length,
    hitAt1: share(hits.first),
    hitAt3: share(hits.firstThree),
    looseHitAt1: share(hits.loose),
    noAnswerAuroc: impossible.length === 0 || answerable.length === 0 ? null : areaUnderCurve(answerable, impossible),
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
  };
}

function confidenceOf(reply: Answer): number {
  return reply.kind === 'answer' ? reply.main.confidence : reply.confidence;
}

/** What was found, whether it was shown as an answer or withheld: refusing is measured apart, by the confidence. */
function quotesOf(reply: Answer): readonly Quote[] {
  return reply.kind === 'answer' ? [reply.main, ...reply.alternatives] : reply.nearest;
}

function quotesAnswer(quote: Quote, text: string): boolean {
  const plain = (value: string): string => foldText(value).replace(/\s+/g, ' ').trim();
  return plain(quote.sentence.text).includes(plain(text));
}
