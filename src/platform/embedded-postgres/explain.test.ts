import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { EmbeddedPostgresError } from './errors.ts';
import { explainFailure } from './explain.ts';

const scene = { doing: 'start', folder: tmpdir(), uid: 1000 };

test.each([
  ['FATAL:  could not create semaphores: No space left on device', 'out-of-memory'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'out-of-memory'],
  ['could not resize shared memory segment "/PostgreSQL.1" to 8388608 bytes: No space left on device', 'out-of-memory'],
  ['initdb: could not look up effective user ID 1000: user does not exist', 'no-account'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'in-use'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'in-use'],
  ['FATAL:  database files are incompatible with server', 'version-mismatch'],
  ['FATAL:  could not locate a valid checkpoint record at 0/1', 'damaged'],
  ['FATAL:  incorrect checksum in control file', 'damaged'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
  ['error while loading shared libraries: libicuuc.so.60: cannot open shared object file', 'binaries-unusable'],
  ['FATAL:  data directory "/d" has invalid permissions', 'wrong-permissions'],
  ["EROFS: read-only file system, mkdir '/d'", 'wrong-permissions'],
])('%s is explained as %s', (said, code) => {
  const error = explainFailure(said, scene);
  expect(error.code).toBe(code);
  expect(error.detail).toBe(said);
});

test('what nobody foresaw is quoted as PostgreSQL said it, with a way on', () => {
  const error = explainFailure('FATAL:  the moon is in the wrong house', scene);
  expect(error.code).toBe('start-failed');
  expect(error.message).toMatch(/the moon is in the wrong house.*DATABASE_URL/);
});

test('an error that is explained already is not explained twice', () => {
  const first = new EmbeddedPostgresError('in-use', 'It is taken.', 'Stop the other.');
  expect(explainFailure(first, scene)).toBe(first);
});
