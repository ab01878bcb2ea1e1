import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseEncoding, encode, encodeSync } from './encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.1, gzip;q=1.0', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0, gzip ;q=0.000', 'identity'],
  ['br;q=0,gzip;q=0.5', 'gzip'],
  ['brotli, x-gzip', 'identity'],
  ['identity', 'identity'],
])('a caller accepting %s gets %s', (accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding);
});

test('an endless header is answered at once', () => {
  const started = performance.now();
  chooseEncoding(`${'br;q=0'.repeat(100_000)} `);
  expect(performance.now() - started).toBeLessThan(100);
});

const page = Buffer.from('a page of help. '.repeat(100));

test('what is compressed unpacks to the same bytes', async () => {
  expect(brotliDecompressSync(encodeSync(page, 'br'))).toEqual(page);
  expect(gunzipSync(encodeSync(page, 'gzip'))).toEqual(page);
  const br = await encode(page, 'br');
  const gzip = await encode(page, 'gzip');
  expect([br.encoding, gzip.encoding]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(br.bytes)).toEqual(page);
  expect(gunzipSync(gzip.bytes)).toEqual(page);
});

test('an answer too small to gain stays as it is and says so', async () => {
  const small = Buffer.from('ok');
  expect(await encode(small, 'br')).toEqual({ bytes: small, encoding: 'identity' });
});
