import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportPack } from '../packs/export-pack.ts';
import { loadPack } from '../packs/load-pack.ts';
import { readPackFolder, writePackFolder } from '../packs/pack-folder.ts';
import { parsePack } from '../packs/parse-pack.ts';
import { writePack } from '../packs/write-pack.ts';
import { withDatabase } from './session.ts';
import { UsageError } from './usage-error.ts';

/** Loads packs. Every folder is read and checked before the first is loaded, so a bad one changes nothing. */
export async function packLoad(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length === 0) throw new UsageError('Name at least one pack folder.');
  const packs = await Promise.all(folders.map(async (folder) => parsePack(await readPackFolder(resolve(folder)))));
  return withDatabase(async (ctx) => {
    for (const pack of packs) {
      const { brand, applied, conflicts } = await loadPack(ctx, pack, args.includes('--theirs'));
      process.stdout.write(
        `${brand}: ${applied.length} files loaded${conflicts.length === 0 ? '' : `, ${conflicts.length} kept as edited at the desk:`}\n`,
      );
      for (const path of conflicts) process.stdout.write(`  ${path}\n`);
    }
    return 0;
  });
}

export async function packExport(args: readonly string[]): Promise<number> {
  const [brand, folder] = args;
  if (brand === undefined || folder === undefined) throw new UsageError('Name a brand and a folder.');
  return withDatabase(async (ctx) => {
    const files = writePack(await exportPack(ctx, brand));
    const target = resolve(folder);
    await mkdir(target, { recursive: true });
    await writePackFolder(target, files);
    process.stdout.write(`${brand}: ${files.size} files written\n`);
    return 0;
  });
}
