import { describe, expect, test } from 'vitest';
import { addressKey, addressSchema } from './address.ts';

describe('one address is one account', () => {
  test.each([
    ['Maya@Example.com', 'maya@example.com'],
    ['maya@EXAMPLE.COM', 'maya@example.com'],
    ['maya+films@example.com', 'maya+films@example.com'],
    ['maya@bücher.example', 'maya@xn--bcher-kva.example'],
    ['MÜLLER@example.com', 'müller@example.com'],
  ])('%s is %s', (email, key) => {
    expect(addressKey(email)).toBe(key);
  });

  test('a letter that only looks the same makes another address', () => {
    // The first letter of the second domain is Cyrillic.
    expect(addressKey('maya@apple.example')).not.toBe(addressKey('maya@аpple.example'));
  });
});

test.each([
  '',
  'maya',
  '@example.com',
  'maya@',
  'maya@localhost',
  'a b@example.com',
  'maya@exa mple.com',
  'x@[127.0.0.1]',
  'maya@example.com\nbcc: all@example.com',
  '<maya@example.com>',
  `${'a'.repeat(250)}@example.com`,
])('%j is no address', (email) => {
  expect(addressSchema.safeParse(email).success).toBe(false);
});

test('spaces around an address are forgiven', () => {
  expect(addressSchema.parse('  maya@example.com ')).toBe('maya@example.com');
});
