import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { PackError, type PackFiles } from './pack.ts';

const MAX_FILES = 20_000;
const MAX_FILE_BYTES = 2_000_000;
const MAX_DEPTH = 3;

/**
 * Reads a pack folder. Hidden files are passed over; links, other kinds of file and anything too large are problems.
 * @throws PackError naming the file
 */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const files = new Map<string, Uint8Array>();
  const walk = async (inside: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = posix.join(inside, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && depth < MAX_DEPTH) await walk(path, depth + 1);
      else if (entry.isFile() && files.size < MAX_FILES) files.set(path, await readOne(join(folder, path), path));
      else
        throw new PackError([
          { file: path, line: 1, message: 'is not a plain file, lies too deep, or is one too many' },
        ]);
    }
  };
  await walk('', 0).catch((error: unknown) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    throw new PackError([{ file: folder, line: 1, message: 'there is no such folder' }]);
  });
  return files;
}

async function readOne(path: string, name: string): Promise<Uint8Array> {
  const { size } = await lstat(path);
  if (size > MAX_FILE_BYTES)
    throw new PackError([{ file: name, line: 1, message: `is larger than ${MAX_FILE_BYTES / 1_000_000} MB` }]);
  return readFile(path);
}

/** Writes a pack's files under a folder, making what folders it needs. Files already there are replaced, others left alone. */
export async function writePackFolder(folder: string, files: PackFiles): Promise<void> {
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
