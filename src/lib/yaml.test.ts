import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_YAML_BYTES, readYaml, writeYaml } from './yaml.ts';

const anything = z.unknown();
const BOUND_MS = 3000;
const shop = z.strictObject({ name: z.string(), open: z.array(z.strictObject({ day: z.string(), hour: z.number() })) });

describe('readYaml', () => {
  test('gives the value in the shape of the schema', () => {
    const read = readYaml('name: Kiosk\nopen:\n  - day: mon\n    hour: 8\n', shop);
    expect(read).toEqual({ value: { name: 'Kiosk', open: [{ day: 'mon', hour: 8 }] } });
  });

  test('names the line and the place of everything that does not fit', () => {
    const read = readYaml('name: 5\nopen:\n  - day: mon\n    hour: 8\n  - day: tue\n    hour: late\nrent: 1\n', shop);
    expect('problems' in read ? read.problems.map(({ line, message }) => [line, message.split(':')[0]]) : []).toEqual([
      [1, 'name'],
      [6, 'open[2].hour'],
      [1, 'the file'],
    ]);
  });

  test('counts lines from where the text stands in a larger file', () => {
    expect(readYaml('name: 5\nopen: []\n', shop, 12)).toMatchObject({ problems: [{ line: 12 }] });
    expect(readYaml('name: a\nname: b\nopen: []\n', shop, 12)).toMatchObject({ problems: [{ line: 13 }] });
  });

  test('names at most twenty problems', () => {
    const read = readYaml('- x\n'.repeat(100), z.array(z.number()));
    expect('problems' in read && read.problems).toHaveLength(20);
  });

  test.each([
    ['an anchor', 'a: &x 1\n', 1, 'anchors, aliases and tags are not read here'],
    ['an alias', 'a: 1\nb: *a\n', 2, 'anchors, aliases and tags are not read here'],
    ['a tag of YAML itself', 'a: 1\nb: !!str 5\n', 2, 'anchors, aliases and tags are not read here'],
    ['a tag of somebody’s own', 'a: !js 1\n', 1, 'Unresolved tag: !js'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 3, 'the key a stands twice'],
    ['a key twice, deeper down', 'a:\n  - b: 1\n    b: 2\n', 3, 'the key b stands twice'],
    ['a list as a key', '? [a]\n: 1\n', 1, 'keys are plain words'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 2, 'Tabs are not allowed as indentation'],
    [
      'two documents',
      'a: 1\n---\nb: 1\n',
      2,
      'Source contains multiple documents; please use YAML.parseAllDocuments()',
    ],
    ['a file of more than 256 kB', `a: ${'x'.repeat(MAX_YAML_BYTES)}`, 1, 'the file is larger than 256 kB'],
  ])('refuses %s and names its line', (_what, text, line, message) => {
    expect(readYaml(text, anything)).toEqual({ problems: [{ line, message }] });
  });

  test('takes dates, colours and yes as the texts they are', () => {
    expect(readYaml('a: 2026-11-22\nb: yes\nc: 08:00\n', anything)).toEqual({
      value: { a: '2026-11-22', b: 'yes', c: '08:00' },
    });
  });

  test.each([
    ['brackets on one line', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(1000) + ']'.repeat(1000)],
    ['one bracket a line', '[\n'.repeat(100_000)],
    ['one closed bracket a line', '[\n'.repeat(900) + ']'.repeat(900)],
    ['braces', '{a: '.repeat(50_000)],
    ['one brace a line', '{a:\n'.repeat(50_000)],
    ['dashes', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')],
    ['keys of keys', `${'? '.repeat(1200)}1`],
    ['many keys of keys', `${'? '.repeat(100_000)}1`],
  ])('refuses a bomb of %s in bounded time, and does not throw', (_what, bomb) => {
    const started = performance.now();
    const read = readYaml(bomb, anything);
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
    expect(read).toEqual({
      problems: [
        {
          line: expect.any(Number),
          message: expect.stringMatching(/^(?:nested deeper than 24 levels|keys are plain words)$/),
        },
      ],
    });
  });

  test('reads a map of twenty thousand keys in bounded time', () => {
    const text = Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n');
    const started = performance.now();
    expect(readYaml(text, anything)).toHaveProperty('value');
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  });

  test('never throws, whatever the file holds', () => {
    const signs = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ':',
      '-',
      ' ',
      '\n',
      '?',
      '&a',
      '*a',
      '!',
      '"',
      "'",
      '|',
      '>',
      '#',
      'b',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const read = readYaml(parts.join(''), anything);
        expect('value' in read || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 200 }));
const key = fc.stringMatching(/^[a-zA-Z][a-z0-9_-]{0,8}$/);
/** What records are made of; empty lists and maps are left out on purpose, because writing leaves them out. */
const records = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4 }),
  ),
})).value;

describe('writeYaml', () => {
  test('what was written reads back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(key, records, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (value) => {
        expect(readYaml(writeYaml(value), anything)).toEqual({ value });
      }),
      { numRuns: 300 },
    );
  });

  test('the same value is always the same bytes, also after reading it back', () => {
    fc.assert(
      fc.property(fc.dictionary(key, records, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (value) => {
        const once = writeYaml(value);
        const read = readYaml(once, anything);
        expect('value' in read && writeYaml(read.value)).toBe(once);
      }),
    );
  });

  test.each([
    'yes',
    'null',
    '~',
    '1e3',
    '0x1F',
    '08:00',
    '#a',
    '- a',
    'a: b',
    '[x]',
    '*a',
    ' ',
    '',
    "it's",
    '2026-01-01',
  ])('the text “%s” stays a text', (text) => {
    expect(readYaml(writeYaml({ text, list: [text] }), anything)).toEqual({ value: { text, list: [text] } });
  });

  test('leaves out what is missing or empty', () => {
    expect(writeYaml({ a: 1, b: undefined, c: null, d: [], e: {}, f: { g: undefined } })).toBe('a: 1\n');
  });

  test('writes short lists of words on one line and long ones on lines of their own', () => {
    expect(writeYaml({ tags: ['wifi', 'buffering'] })).toBe('tags: [wifi, buffering]\n');
    expect(writeYaml({ tags: ['a'.repeat(100), 'b'.repeat(100)] })).toBe(
      `tags:\n  - ${'a'.repeat(100)}\n  - ${'b'.repeat(100)}\n`,
    );
  });
});
