import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let folder = '';
const docs =
  '{"id":"a","title":"Refund","text":"A refund is sent within 14 days."}\n{"id":"b","title":"TV","text":"No sound."}';
const qa = [
  { id: '1', question: 'When is a refund sent?', doc: 'a', answers: ['14 days'] },
  { id: '2', question: 'Who painted the ceiling?', doc: 'b', answers: [], impossible: true },
];
const sets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  asked: {
    'docs.jsonl': docs,
    'queries.jsonl': '{"id":"q","text":"refund"}',
    'qrels.tsv': 'q\ta\t1',
    'qa.jsonl': qa.map((row) => JSON.stringify(row)).join('\n'),
  },
  plain: { 'docs.jsonl': docs, 'queries.jsonl': '{"id":"q","text":"sound"}', 'qrels.tsv': 'q\tb\t1' },
  broken: { 'docs.jsonl': '{"id":"a"}\noops', 'queries.jsonl': '', 'qrels.tsv': '' },
  lacking: { 'docs.jsonl': docs, 'queries.jsonl': '' },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-eval-'));
  for (const [name, contents] of Object.entries(sets)) {
    await mkdir(join(folder, name));
    for (const [file, text] of Object.entries(contents)) await writeFile(join(folder, name, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as an operator does. */
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const line = ['bin/recourse.js', 'search', 'eval', ...args];
    execFile(process.execPath, line, { cwd: ROOT }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

test('--json gives an object for each folder, under names that stay', async () => {
  const [asked, plain] = [join(folder, 'asked'), join(folder, 'plain')];
  const { code, out } = await run(asked, plain, '--json');
  const figures: unknown = JSON.parse(out);
  const ranking = { 'ndcg@10': 1, 'mrr@10': 1, 'recall@10': 1, documents: 2, queries: 1, locale: 'und' };
  const measured = {
    p50: expect.any(Number),
    p99: expect.any(Number),
    build_seconds: expect.any(Number),
    memory_mb: expect.any(Number),
  };
  const answers = { questions: 2, 'hit@1': 1, 'hit@3': 1, no_answer_auroc: 1 };
  expect(code).toBe(0);
  expect(figures).toEqual({
    [asked]: { ...ranking, ...measured, ...answers, answer_p50: expect.any(Number), answer_p99: expect.any(Number) },
    [plain]: { ...ranking, ...measured },
  });
}, 60_000);

test('without --json people read a table', async () => {
  const { out } = await run(join(folder, 'plain'));
  expect(out).toMatch(/\nndcg@10 +1\n/);
}, 60_000);

test.each([
  ['broken', 'docs.jsonl: line 2 is not a JSON object'],
  ['lacking', 'qrels.tsv is missing'],
  ['nowhere', 'docs.jsonl is missing'],
])(
  'a folder that is %s is refused in one line',
  async (name, message) => {
    const at = join(folder, name);
    expect(await run(at, '--json')).toEqual({ code: 1, out: '', err: `${at}: ${message}\n` });
  },
  60_000,
);
