import { expect, test } from 'vitest';
import { randomToken, sha256 } from './bytes.ts';

test('text and the same text as bytes have one SHA-256, in lower-case hex', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256(new TextEncoder().encode('ü'))).toBe(sha256('ü'));
});

test('tokens are URL-safe, as long as asked for, and never the same', () => {
  const tokens = Array.from({ length: 200 }, () => randomToken());
  expect(new Set(tokens).size).toBe(200);
  expect(tokens.every((token) => /^[\w-]{32}$/.test(token))).toBe(true);
  expect(randomToken(12)).toHaveLength(16);
});
