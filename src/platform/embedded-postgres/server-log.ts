import { closeSync, constants, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';

/** At most this much in the log and as much again in its predecessor (`.1`), give or take one interval's lines. */
export const LOG_LIMIT_BYTES = 4 * 1024 * 1024;
const CHECK_EVERY_MS = 30_000;
const TAIL_LIMIT_BYTES = 16 * 1024;

/**
 * Opens the log for the server to write to directly: the server outlives this process, so no pipe may stand between.
 * Appending mode makes emptying the file safe while it is being written. Not through a link: root may be opening it.
 * @returns the handle, and the size so far: where the lines of this start begin.
 */
export function openLog(file: string): { handle: number; begins: number } {
  boundLog(file);
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const handle = openSync(file, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  return { handle, begins: fstatSync(handle).size };
}

/** What the log says from byte `begins` on: its last few kilobytes. */
export function logSince(file: string, begins: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const from = Math.max(size < begins ? 0 : begins, size - TAIL_LIMIT_BYTES);
  if (size <= from) return '';
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(size - from);
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, buffer.length, from));
  } finally {
    closeSync(handle);
  }
}

/** Sets an overgrown log aside and empties it. */
export function boundLog(file: string, limit: number = LOG_LIMIT_BYTES): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= limit) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // No room for a copy: losing old lines is better than filling the disk.
  }
  truncateSync(file);
}

/** Keeps the log within its bounds while the server runs. @returns how to end that. */
export function keepLogBounded(file: string): () => void {
  const timer = setInterval(() => {
    try {
      boundLog(file);
    } catch {
      // Looked at again next time.
    }
  }, CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
