import { describe, expect, test } from 'vitest';
import { checkDocuments } from './check/check.ts';
import { compilePolicies } from './compile/policies.ts';
import type { AnyDocument } from './model/document.ts';
import { readDocument, readDocumentText } from './reading/documents.ts';
import { problemText } from './reading/problems.ts';
import { base, nested, withRule } from './testing/hostile.ts';

const problemsOf = (given: unknown): string => {
  const read = readDocument(given);
  return 'problems' in read ? read.problems.map(problemText).join('\n') : '';
};

describe('a document is refused with its place', () => {
  const leaf = { fact: 'channel', eq: 'own' };
  test.each<readonly [string, unknown, RegExp]>([
    [
      'conditions nested ten thousand deep',
      withRule({ when: nested(10_000, (not) => ({ not }), leaf) }),
      /rules\[1\]\.when.*nested deeper than 64/,
    ],
    [
      'amounts nested ten thousand deep',
      withRule({ outcome: { refund: { amount: nested(10_000, (floorZero) => ({ floorZero }), 'full') } } }),
      /nested deeper than 64/,
    ],
    [
      'facts of tests nested a hundred thousand deep',
      { ...base, tests: { cases: [{ name: 'deep', expect: {}, facts: { x: nested(100_000, (a) => [a], 1) } }] } },
      /tests\.cases\[1\]\.facts\.x: nested deeper/,
    ],
    [
      'a number that is none',
      withRule({ when: { within: { of: 'charge.at', upTo: Number.NaN } } }),
      /upTo: expected .* found NaN/,
    ],
    [
      'a number without end',
      withRule({ when: { fact: 'usage[m].value', lt: Number.POSITIVE_INFINITY } }),
      /lt: expected a number/,
    ],
    [
      'a window of a thousand million days',
      withRule({ when: { within: { of: 'charge.at', upTo: 1e9 } } }),
      /from -1000000 to 1000000/,
    ],
    [
      'an amount beyond all money',
      withRule({ outcome: { refund: { amount: { minor: 1e15, unit: 'EUR' } } } }),
      /minor: expected/,
    ],
    [
      'half a minor unit',
      withRule({ outcome: { refund: { amount: { minor: 0.5, unit: 'EUR' } } } }),
      /minor: expected/,
    ],
    [
      'a text of a million characters',
      withRule({ text: { en: 'a'.repeat(1_000_000) } }),
      /expected at most 20000 characters, found 1000000/,
    ],
    ['a text that turns its order around', withRule({ text: { en: 'You get \u202enothing' } }), /marks that reorder/],
    ['a text with control characters', withRule({ text: { en: 'You get\u0007' } }), /control characters/],
    [
      'a key of the prototype',
      withRule(JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>),
      /there is no __proto__/,
    ],
    [
      'a name of the prototype',
      { ...base, define: { constants: JSON.parse('{"__proto__":5}') as unknown } },
      /expected a name/,
    ],
    [
      'too many rules',
      {
        ...base,
        rules: Array.from({ length: 20_001 }, (_, i) => ({ id: `r${i}`, on: ['refund'], outcome: { deny: {} } })),
      },
      /at most 20000/,
    ],
    ['a zone that does not exist', { ...base, zone: 'Mars/Olympus' }, /zone: expected a time zone/],
    ['a list instead of a document', [base], /kind policy or calendar/],
    ['nothing', null, /kind policy or calendar/],
  ])('%s', (_name, given, expected) => {
    expect(problemsOf(given)).toMatch(expected);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ['aliases that multiply', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'anchors, aliases and tags'],
    ['a tag', 'kind: !!js/function "x"', 'Unresolved tag'],
    ['brackets without end', '['.repeat(100_000), 'nested deeper'],
    ['a file larger than any policy', `kind: policy\nid: ${'a'.repeat(300_000)}`, 'larger than 256 kB'],
    ['long JSON that breaks off', `{"kind":"policy","x":"${'a'.repeat(300_000)}`, 'no JSON'],
    ['the same key twice', 'kind: policy\nkind: calendar', 'stands twice'],
  ])('%s', (_name, text, expected) => {
    const read = readDocumentText(text);
    expect('problems' in read && read.problems[0]?.message).toContain(expected);
    expect('problems' in read && read.problems[0]?.line).toBeGreaterThan(0);
  });

  const compiled = (given: unknown): (() => unknown) => {
    const read = readDocument(given);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    return () => compilePolicies([read.document]);
  };

  test.each<readonly [string, unknown, string]>([
    [
      'a path through the prototype',
      withRule({ when: { fact: 'contract.constructor', exists: true } }),
      'there is no fact constructor',
    ],
    [
      'a constant of the prototype',
      withRule({ when: { fact: 'usage[m].value', lt: { constant: 'toString' } } }),
      'define.constants has no toString',
    ],
    [
      'definitions in a circle',
      {
        ...base,
        define: { formulas: { a: { sum: [{ formula: 'b' }] }, b: { formula: 'a' } } },
        rules: [{ id: 'x', on: ['refund'], outcome: { refund: { amount: { formula: 'a' } } } }],
      },
      'leads back to itself',
    ],
    [
      'a thousand exceptions to exceptions',
      {
        ...base,
        rules: Array.from({ length: 1_000 }, (_, i) => ({
          id: `r${i}`,
          on: ['refund'],
          outcome: { deny: {} },
          ...(i > 0 ? { exceptionTo: [`r${i - 1}`] } : {}),
        })),
      },
      'nested deeper than 32',
    ],
    ['rules of one name', { ...base, rules: [base.rules[0], base.rules[0]] }, 'the id pay stands twice'],
    ['a comparison of a date with a word', withRule({ when: { fact: 'charge.at', lt: 'soon' } }), 'expected a date'],
  ])('%s', (_name, given, expected) => {
    expect(compiled(given)).toThrow(expected);
  });
});

describe('what doubles at each step stays small', () => {
  test('thirty conditions that each name the one before twice are refused before they grow', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `c${i}`,
        i === 0 ? { fact: 'channel', eq: 'own' } : { all: [{ condition: `c${i - 1}` }, { condition: `c${i - 1}` }] },
      ]),
    );
    const given = { ...(withRule({ when: { condition: 'c29' } }) as object), define: { conditions } };
    expect(problemsOf(given)).toMatch(/define\.conditions\.c\d+: stands for more than 2000 parts/);
  });
});

test('tests of a document that break its own facts are told as failed, not thrown', () => {
  const document = {
    ...base,
    tests: {
      facts: { request: 'soon' },
      cases: [
        { name: 'odd', expect: { kind: 'full', knd: 1 } },
        { name: 'late', facts: { request: { at: 'never' } }, expect: {} },
      ],
    },
  };
  const read = readDocument(document);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const checked = checkDocuments([read.document as AnyDocument]);
  expect(checked.map(({ differences }) => differences.length > 0)).toEqual([true, true]);
});
