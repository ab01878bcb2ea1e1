import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '#lib/bytes.ts';
import { type Files, folderFiles } from './files.ts';

let folder: string;
let files: Files;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recourse-files-'));
  files = folderFiles(join(folder, 'inside'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const namesBelow = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => /\w{64}/.test(name));

test('what was put is found by the name put gave it, which is the hash of its bytes', async () => {
  const name = await files.put(bytesOf('a picture'));
  expect(name).toBe(sha256('a picture'));
  expect(Buffer.from((await files.find(name)) ?? []).toString()).toBe('a picture');
});

test('the same bytes have the same name and are kept once', async () => {
  const first = await files.put(bytesOf('twice'));
  const before = (await namesBelow()).length;
  expect(await files.put(bytesOf('twice'))).toBe(first);
  expect((await namesBelow()).length).toBe(before);
});

test('many putting the same bytes at once leave one whole file and nothing beside it', async () => {
  const bytes = new Uint8Array(200_000).fill(7);
  const names = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes)));
  expect(new Set(names).size).toBe(1);
  expect(await files.find(names[0] ?? '')).toEqual(Buffer.from(bytes));
  expect((await namesBelow()).filter((name) => name.includes(names[0] ?? '?'))).toHaveLength(1);
});

test.each([
  ['nobody put', 'f'.repeat(64)],
  ['that leads out of the folder', '../../../../etc/passwd'],
  ['that leads out and is long enough', `../${'a'.repeat(61)}`],
  ['in capitals', 'A'.repeat(64)],
  ['that is empty', ''],
])('a name %s finds nothing', async (_what, name) => {
  expect(await files.find(name)).toBeNull();
});

test('no bytes are bytes too', async () => {
  const name = await files.put(new Uint8Array());
  expect(await files.find(name)).toHaveLength(0);
});
