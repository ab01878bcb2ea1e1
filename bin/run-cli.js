import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './node-version.js';

const CACHE = join(ROOT, '.cache/recourse');
const PREPARING = 'preparing-';

/** Names the present state of the sources: any file added, removed or written gives another name. */
function sourceState() {
  const hash = createHash('sha256');
  const files = readdirSync(join(ROOT, 'src'), { recursive: true }).filter((name) => /\.(?:tsx?|json)$/.test(name));
  for (const name of ['../package.json', '../package-lock.json', '../bin/bundle.js', ...files.sort()]) {
    const stat = statSync(join(ROOT, 'src', name), { throwIfNoEntry: false });
    if (stat) hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The commands as JavaScript, made from the sources when they changed. */
async function prepare() {
  const folder = join(CACHE, sourceState());
  const file = join(folder, 'cli.js');
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const older = readdirSync(CACHE).filter((name) => !name.startsWith(PREPARING));
  const preparing = mkdtempSync(join(CACHE, PREPARING));
  const { bundleLazily } = await import('./bundle.js');
  const { stop } = await import('esbuild');
  await bundleLazily('src/cli.ts', preparing);
  await stop();
  try {
    renameSync(preparing, folder);
  } catch {
    rmSync(preparing, { recursive: true, force: true }); // Another process made the same one first.
  }
  for (const name of older) rmSync(join(CACHE, name), { recursive: true, force: true });
  return file;
}

/** Where the cache cannot be written, the sources are run directly; slower, and nothing is left behind. */
async function load() {
  try {
    return await import(pathToFileURL(await prepare()).href);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) throw error;
    const { tsImport } = await import('tsx/esm/api');
    return tsImport('../src/cli.ts', import.meta.url);
  }
}

/** Runs one command and ends with its exit code, once everything it wrote has been taken. */
export async function run(argv) {
  try {
    process.setSourceMapsEnabled(true);
    const { runCli } = await load();
    process.exitCode = await runCli(argv);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}
