import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '#platform/log.ts';

/** Files kept at most, the latest; a deployment has at most 500 brands. */
const MAX_FILES = 500;
const MAX_BYTES = 2_000_000_000;
const MAX_HEADER_BYTES = 4_096;
/** What a node that was killed while writing left behind is swept away after this time. */
const ABANDONED_MS = 3_600_000;
const ENDING = '.snapshot';
const NEWLINE = 10;

/** One brand's index as bytes, with the content it was made of. */
export interface SearchSnapshot {
  readonly brandId: string;
  readonly version: number;
  /** Says of which database, see `findVersionStamp`. */
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

interface Header {
  readonly format: string;
  readonly brandId: string;
  readonly version: number;
  readonly stamp: string;
  readonly bytes: number;
  readonly sha256: string;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function headerOf(file: Uint8Array): { header: Header; start: number } | null {
  const end = file.subarray(0, MAX_HEADER_BYTES).indexOf(NEWLINE);
  if (end < 0) return null;
  try {
    return { header: JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as Header, start: end + 1 };
  } catch {
    return null;
  }
}

/**
 * Search indexes in a folder, one file per brand, so that a start need not build them. A file is a line of JSON (which
 * format, brand, version and checksum) and the index. Nothing in it is believed unless all of that is right, so nodes of
 * different versions may share the folder; whoever wrote last wins, and the others build their own.
 */
export class SearchSnapshots {
  readonly #folder: string;
  readonly #format: string;
  readonly #log: Log;

  /** @param format names what wrote the files: any other program's are not read */
  constructor(folder: string, format: string, log: Log) {
    this.#folder = folder;
    this.#format = format;
    this.#log = log;
  }

  /** The snapshot kept for a brand; null when there is none or it is not whole and ours. */
  async find(brandId: string): Promise<SearchSnapshot | null> {
    try {
      const { size } = await stat(this.#path(brandId));
      if (size > MAX_BYTES) return null;
      const file = await readFile(this.#path(brandId));
      return this.#read(brandId, file);
    } catch (error) {
      if (!isMissing(error)) this.#log.warn({ err: error, brand: brandId }, 'a search snapshot could not be read');
      return null;
    }
  }

  /** Writes a snapshot beside the old one and puts it in its place at once, so that nobody ever reads half of one. */
  async keep({ brandId, version, stamp, bytes }: SearchSnapshot): Promise<void> {
    if (bytes.byteLength > MAX_BYTES) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const header: Header = {
      format: this.#format,
      brandId,
      version,
      stamp,
      bytes: bytes.byteLength,
      sha256: hashOf(bytes),
    };
    const draft = join(this.#folder, `${brandId}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(header)}\n`);
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.#path(brandId));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async remove(brandId: string): Promise<void> {
    await rm(this.#path(brandId), { force: true });
  }

  /** Removes what belongs to no brand, is abandoned, or is too much. @param now milliseconds since 1970 */
  async sweep(brandIds: readonly string[], now: number): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const known = new Set(brandIds.map((id) => `${id}${ENDING}`));
    const files = await Promise.all(
      names.map(async (name) => {
        const at = await stat(join(this.#folder, name)).catch(() => null);
        return { name, changed: at?.mtimeMs ?? now };
      }),
    );
    const kept = files.filter(({ name }) => known.has(name)).sort((a, b) => b.changed - a.changed);
    const gone = [
      ...files.filter(({ name }) => name.endsWith(ENDING) && !known.has(name)),
      ...files.filter(({ name, changed }) => name.endsWith('.tmp') && now - changed > ABANDONED_MS),
      ...kept.slice(MAX_FILES),
    ];
    await Promise.all(gone.map(({ name }) => rm(join(this.#folder, name), { force: true })));
  }

  #read(brandId: string, file: Buffer): SearchSnapshot | null {
    const found = headerOf(file);
    const refuse = (why: string): null => {
      this.#log.info({ brand: brandId, why }, 'a search snapshot is not used; the index is built anew');
      return null;
    };
    if (!found) return refuse('it has no header');
    const { format, version, stamp, bytes, sha256, brandId: owner } = found.header;
    if (format !== this.#format) return refuse('another version wrote it');
    if (owner !== brandId) return refuse('it is of another brand');
    const body = file.subarray(found.start);
    if (body.byteLength !== bytes || hashOf(body) !== sha256) return refuse('it is damaged');
    return { brandId, version, stamp, bytes: body };
  }

  #path(brandId: string): string {
    return join(this.#folder, `${brandId}${ENDING}`);
  }
}
