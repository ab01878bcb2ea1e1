import MiniSearch from 'minisearch';
import { percentile } from '../../src/search/evaluation/metrics.ts';
import { createSearchIndex, type SearchDocument } from '../../src/search/index.ts';
import { generatePassages, generateQueries } from './generate.ts';

export interface ScaleFigures {
  readonly buildSeconds: number;
  readonly memoryMegabytes: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly typingP50Milliseconds: number;
  readonly typingP99Milliseconds: number;
}

const WARM_UP = 30;
const OUR_QUERIES = 500;
const MINISEARCH_QUERIES = 60;
const MEGABYTE = 1_048_576;

/** Bytes of heap and buffers in use after collecting garbage, when node was started with --expose-gc. */
function bytesInUse(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

type Search = (text: string, isTyping: boolean) => unknown;

function measure(
  count: number,
  build: (documents: SearchDocument[]) => { readonly search: Search; readonly keep: unknown },
  queryCount: number,
): ScaleFigures {
  let documents: SearchDocument[] | null = generatePassages(count);
  const queries = generateQueries(queryCount + WARM_UP);
  const before = bytesInUse();
  const started = performance.now();
  const built = build(documents);
  built.search('account', false);
  const buildSeconds = (performance.now() - started) / 1_000;
  const generated = bytesInUse();
  documents = null;
  const memoryMegabytes = (generated - before) / MEGABYTE;
  const time = (text: string, isTyping: boolean): number => {
    const from = performance.now();
    built.search(text, isTyping);
    return performance.now() - from;
  };
  for (const text of queries.slice(0, WARM_UP)) time(text, false);
  const whole = queries.slice(WARM_UP).map((text) => time(text, false));
  const typing = queries.slice(WARM_UP).map((text) => time(text.slice(0, Math.ceil(text.length * 0.7)), true));
  return {
    buildSeconds,
    memoryMegabytes,
    p50Milliseconds: percentile(whole, 0.5),
    p99Milliseconds: percentile(whole, 0.99),
    typingP50Milliseconds: percentile(typing, 0.5),
    typingP99Milliseconds: percentile(typing, 0.99),
  };
}

export function measureOurs(count: number): ScaleFigures {
  return measure(
    count,
    (documents) => {
      const index = createSearchIndex({ defaultLocale: 'en' });
      index.put(documents);
      return { keep: index, search: (text, isTyping) => index.search({ text, locale: 'en', isTyping }) };
    },
    OUR_QUERIES,
  );
}

/** MiniSearch without its fuzzy matching, which takes seconds a query at this size; ours corrects spelling throughout. */
export function measureMiniSearch(count: number): ScaleFigures {
  return measure(
    count,
    (documents) => {
      const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'] });
      index.addAll(documents.map(({ id, title, passages }) => ({ id, title, text: passages[0]?.text ?? '' })));
      const options = { boost: { title: 2 } };
      return {
        keep: index,
        search: (text, isTyping) => index.search(text, { ...options, prefix: isTyping }).slice(0, 10),
      };
    },
    MINISEARCH_QUERIES,
  );
}
