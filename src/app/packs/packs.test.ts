import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { type Files, folderFiles } from '#platform/files/files.ts';
import { packFolder } from '#test/support/app.ts';
import { testContext, useDatabase } from '#test/support/database.ts';
import { exportPack } from './export-pack.ts';
import { loadPack } from './load-pack.ts';
import type { PackFiles } from './pack.ts';
import { readPackFolder, writePackFolder } from './pack-folder.ts';
import { parsePack } from './parse-pack.ts';
import { writePack } from './write-pack.ts';

const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url));
const names = (await readdir(PACKS, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Paths whose bytes differ; documents that are read where they lie are no part of what is loaded. */
function differences(one: PackFiles, other: PackFiles): string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !/^(?:policies\/|README\.md$)/.test(path),
  );
  return paths.filter((path) => !Buffer.from(one.get(path) ?? []).equals(Buffer.from(other.get(path) ?? [])));
}

test('six packs ship', () => {
  expect(names).toEqual(['iptv-smarters-pro', 'lantern', 'netflix', 'northstar', 'norton', 'sentinel']);
});

describe.each([...names, 'tiny'])('the pack %s', (name) => {
  const database = useDatabase();
  let folder: string;
  let files: PackFiles;
  let ctx: Context & { files: Files };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-pack-'));
    files = await readPackFolder(packFolder(name));
    ctx = { ...testContext(database), files: folderFiles(join(folder, 'files')) };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has no problem, and is written as it was read', () => {
    expect(differences(writePack(parsePack(files)), files)).toEqual([]);
  });

  test('is the same bytes after loading and exporting, in memory and as a folder', async () => {
    const report = await loadPack(ctx, parsePack(files));
    expect(report.conflicts).toEqual([]);
    expect(report.applied.length).toBeGreaterThan(10);
    const exported = writePack(await exportPack(ctx, name));
    expect(differences(exported, files)).toEqual([]);
    await writePackFolder(join(folder, 'pack'), exported);
    expect(differences(await readPackFolder(join(folder, 'pack')), files)).toEqual([]);
  });

  test('applies nothing when it is loaded again', async () => {
    const before = await database.db.selectFrom('revision').select('id').execute();
    expect(await loadPack(ctx, parsePack(files))).toEqual({ brand: name, applied: [], conflicts: [] });
    expect(await database.db.selectFrom('revision').select('id').execute()).toEqual(before);
  });
});
