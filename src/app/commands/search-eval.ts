import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Dataset, type EvaluationReport, evaluate, parseDataset } from '#search/evaluate.ts';
import { UsageError } from './usage-error.ts';

/** Longest file that is read: what fits into one string. */
const MAX_FILE_BYTES = 500_000_000;
const BYTES_PER_MEGABYTE = 1_048_576;
const OPTIONS = ['--json'];

/** What is measured of one folder, under the names docs/operating.md promises. Times are milliseconds. */
export interface Figures {
  readonly locale: string;
  readonly documents: number;
  /** Queries with at least one relevant document; the five figures after it are null when there is none. */
  readonly queries: number;
  readonly 'ndcg@10': number | null;
  readonly 'mrr@10': number | null;
  readonly 'recall@10': number | null;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly build_seconds: number;
  /** What the index added to heap and buffers. */
  readonly memory_mb: number | null;
  /** The rest only with a qa.jsonl. */
  readonly questions?: number;
  readonly 'hit@1'?: number;
  readonly 'hit@3'?: number;
  /** Null when every question can be answered, or none. */
  readonly no_answer_auroc?: number | null;
  readonly answer_p50?: number;
  readonly answer_p99?: number;
}

/** Measures search, and answers where there is a qa.jsonl, on folders of documents, queries and judgements. */
export async function searchEval(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const strange = args.find((arg) => arg.startsWith('--') && !OPTIONS.includes(arg));
  if (strange !== undefined) throw new UsageError(`There is no option ${strange}.`);
  if (folders.length === 0) throw new UsageError('Name at least one data set folder.');
  const figures: Record<string, Figures> = {};
  const collect = garbageCollector();
  for (const folder of folders) {
    try {
      figures[folder] = figuresOf(evaluate(await readDataset(folder), instruments(collect)));
    } catch (error) {
      if (!(error instanceof DatasetError) && !(error instanceof SyntaxError)) throw error;
      process.stderr.write(`${folder}: ${error.message}\n`);
      return 1;
    }
  }
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
  return 0;
}

/** A folder that is no data set, told in one line. */
class DatasetError extends Error {}

async function readDataset(folder: string): Promise<Dataset> {
  const [meta, docs, queries, qrels, qa] = await Promise.all(
    ['META.json', 'docs.jsonl', 'queries.jsonl', 'qrels.tsv', 'qa.jsonl'].map((name) => readText(folder, name)),
  );
  if (docs === undefined) throw new DatasetError('docs.jsonl is missing');
  if (qa === undefined || queries !== undefined || qrels !== undefined) {
    if (queries === undefined) throw new DatasetError('queries.jsonl is missing');
    if (qrels === undefined) throw new DatasetError('qrels.tsv is missing');
  }
  return parseDataset({
    docs,
    queries: queries ?? '',
    qrels: qrels ?? '',
    ...(meta === undefined ? {} : { meta }),
    ...(qa === undefined ? {} : { qa }),
  });
}

/** The text of a file, or undefined when there is none. */
async function readText(folder: string, name: string): Promise<string | undefined> {
  const path = join(resolve(folder), name);
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) {
      throw new DatasetError(`${name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new DatasetError(`${name} cannot be read (${code ?? 'unknown error'})`);
  }
}

/** A function that frees what is no longer used, so that memory figures mean the index. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => collect() : () => undefined;
}

const instruments = (collect: () => void) => ({
  milliseconds: () => performance.now(),
  memoryBytes: () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  },
});

function figuresOf(report: EvaluationReport): Figures {
  const judged = (value: number): number | null => (report.queries === 0 ? null : value);
  const { answers } = report;
  return {
    locale: report.locale,
    documents: report.documents,
    queries: report.queries,
    'ndcg@10': judged(report.ndcgAt10),
    'mrr@10': judged(report.mrrAt10),
    'recall@10': judged(report.recallAt10),
    p50: judged(report.p50Milliseconds),
    p99: judged(report.p99Milliseconds),
    build_seconds: report.buildSeconds,
    memory_mb: report.memoryBytes === null ? null : report.memoryBytes / BYTES_PER_MEGABYTE,
    ...(answers === undefined
      ? {}
      : {
          questions: answers.questions,
          'hit@1': answers.hitAt1,
          'hit@3': answers.hitAt3,
          no_answer_auroc: answers.noAnswerAuroc,
          answer_p50: answers.p50Milliseconds,
          answer_p99: answers.p99Milliseconds,
        }),
  };
}

/** A line for each figure, a column for each folder. */
function table(figures: Readonly<Record<string, Figures>>): string {
  const folders = Object.keys(figures);
  const rows = [...new Set(folders.flatMap((folder) => Object.keys(figures[folder] ?? {})))] as (keyof Figures)[];
  const cell = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return '–';
    return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value);
  };
  const lines = [
    ['', ...folders],
    ...rows.map((row) => [row, ...folders.map((folder) => cell(figures[folder]?.[row]))]),
  ];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length))) ?? [];
  const padded = lines.map((line) =>
    line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
  );
  return `${padded.join('\n')}\n`;
}
