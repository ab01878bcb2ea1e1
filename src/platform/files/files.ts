import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '#lib/bytes.ts';

/** Where bytes live that are too large for rows. Named by their own hash: written once, never changed. */
export interface Files {
  /** Stores bytes and returns their SHA-256 as hex, which is their name. Storing the same bytes again is a no-op. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes behind a name; null when there are none. */
  find(hash: string): Promise<Uint8Array | null>;
}

const HASH = /^[0-9a-f]{64}$/;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Files in a folder, two levels deep, written aside and renamed so that no reader sees half of one. */
export function folderFiles(root: string): Files {
  const pathOf = (hash: string): string => join(root, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.${randomUUID()}`;
      await writeFile(aside, bytes, { mode: 0o640 });
      await rename(aside, path);
      return hash;
    },
    async find(hash) {
      if (!HASH.test(hash)) return null;
      return readFile(pathOf(hash)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
    },
  };
}
