import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { evaluate, parseDataset } from '#search/evaluate.ts';
import { UsageError } from './usage-error.ts';

const INSTRUMENTS = {
  milliseconds: () => performance.now(),
  memoryBytes: () => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  },
};

/** Measures search, and answers where there is a qa.jsonl, on folders of documents, queries and judgements. */
export async function searchEval(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length === 0) throw new UsageError('Name at least one data set folder.');
  const reports: Record<string, unknown> = {};
  for (const folder of folders) {
    const file = (name: string) => readFile(join(resolve(folder), name), 'utf8');
    const qa = existsSync(join(resolve(folder), 'qa.jsonl')) ? { qa: await file('qa.jsonl') } : {};
    const meta = existsSync(join(resolve(folder), 'META.json')) ? { meta: await file('META.json') } : {};
    const dataset = parseDataset({
      docs: await file('docs.jsonl'),
      queries: await file('queries.jsonl'),
      qrels: await file('qrels.tsv'),
      ...qa,
      ...meta,
    });
    reports[folder] = evaluate(dataset, INSTRUMENTS);
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else
    for (const [folder, report] of Object.entries(reports))
      process.stdout.write(`${folder}\n${JSON.stringify(report, null, 2)}\n`);
  return 0;
}
