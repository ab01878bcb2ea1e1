import { closeSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { boundLog, logSince, openLog } from './server-log.ts';
import { Ground } from './testing/processes.ts';

const ground = new Ground();
afterEach(() => ground.clean());

test('an overgrown log is set aside once and goes on from empty, under the hands of its writer', () => {
  const file = join(ground.folder(), 'postgresql.log');
  const { handle } = openLog(file);
  writeSync(handle, 'old line\n'.repeat(10));
  boundLog(file, 50);
  writeSync(handle, 'new line\n');
  closeSync(handle);
  expect(readFileSync(file, 'utf8')).toBe('new line\n');
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('old line\n'.repeat(10));
});

test('a log within its bounds is left as it is', () => {
  const file = join(ground.folder(), 'postgresql.log');
  writeFileSync(file, 'line\n');
  boundLog(file, 50);
  expect(readFileSync(file, 'utf8')).toBe('line\n');
});

test('what a start has said is read without what stood there before', () => {
  const file = join(ground.folder(), 'postgresql.log');
  writeFileSync(file, 'FATAL:  yesterday\n');
  const { handle, begins } = openLog(file);
  writeSync(handle, 'FATAL:  today\n');
  closeSync(handle);
  expect(logSince(file, begins)).toBe('FATAL:  today\n');
  expect(logSince(join(ground.folder(), 'none'), 0)).toBe('');
});

test('the log can be read by its owner only', () => {
  const file = join(ground.folder(), 'postgresql.log');
  closeSync(openLog(file).handle);
  expect(statSync(file).mode & 0o077).toBe(0);
});
