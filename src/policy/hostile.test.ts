import { describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { checkDocuments } from './check/check.ts';
import { compilePolicies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { explain } from './explain/explain.ts';
import type { Decision } from './model/decision.ts';
import type { AnyDocument, PolicyDocument } from './model/document.ts';
import { readDocument, readDocumentText } from './reading/documents.ts';
import { readFacts } from './reading/facts.ts';
import { problemText } from './reading/problems.ts';

const AS_OF = Temporal.Instant.from('2026-05-01T00:00:00Z');

const base = {
  kind: 'policy',
  id: 'hostile',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2020-01-01' },
  provenance: [{ source: 'invented', verified: true }],
  zone: 'UTC',
  rules: [{ id: 'pay', on: ['refund'], when: { within: { of: 'charge.at', upTo: 14 } }, outcome: { refund: {} } }],
};
const withRule = (more: Readonly<Record<string, unknown>>): unknown => ({
  ...base,
  rules: [{ ...base.rules[0], ...more }],
});

const problemsOf = (given: unknown): string => {
  const read = readDocument(given);
  return 'problems' in read ? read.problems.map(problemText).join('\n') : '';
};

/** Puts a value inside itself, so often. */
const nested = (times: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown => {
  let value = inner;
  for (let i = 0; i < times; i++) value = wrap(value);
  return value;
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
    expect(problemsOf(given)).toMatch(/define\.conditions\.c\d+: stands for more than 20000 parts/);
  });

  test('two thousand exceptions to one rule are decided', () => {
    const exceptions = Array.from({ length: 2_000 }, (_, i) => ({
      id: `e${i}`,
      on: ['refund'],
      exceptionTo: ['pay'],
      when: { fact: 'request.reason', eq: `r${i}` },
      outcome: { deny: {} },
    }));
    expect(decided({ ...base, rules: [...base.rules, ...exceptions] }, CASE).kind).toBe('none');
  });
});

const CASE = {
  channel: 'own',
  request: { kind: 'refund', at: '2026-03-10T10:00:00Z', about: ['c1'], reason: 'r7' },
  charges: [
    {
      id: 'c1',
      at: '2026-03-01T09:00:00Z',
      currency: 'EUR',
      alreadyRefunded: 0,
      components: [{ kind: 'fee', amount: 2000 }],
    },
  ],
};
const [CHARGE] = CASE.charges;
const charged = (more: Readonly<Record<string, unknown>>): unknown => ({ ...CASE, charges: [{ ...CHARGE, ...more }] });

function decided(given: unknown, facts: unknown): Decision {
  const read = readDocument(given);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const policies = compilePolicies([read.document as PolicyDocument]);
  const known = readFacts(facts, policies.vocabulary);
  if ('problems' in known) throw new Error(JSON.stringify(known.problems));
  explain(policies, known.facts, AS_OF);
  return decide(policies, known.facts, AS_OF);
}

describe('facts are refused with their place', () => {
  test.each<readonly [string, unknown, RegExp]>([
    [
      'a date that does not exist',
      { ...CASE, request: { ...CASE.request, at: '2026-02-30' } },
      /request\.at: expected a date/,
    ],
    [
      'a year nobody lives in',
      { ...CASE, request: { ...CASE.request, at: '3026-01-01' } },
      /request\.at: expected a date/,
    ],
    [
      'a negative amount',
      charged({ components: [{ kind: 'fee', amount: -1 }] }),
      /charges\[1\]\.components\[1\]\.amount: expected/,
    ],
    ['more paid back than charged', charged({ alreadyRefunded: 2001 }), /alreadyRefunded: expected at most/],
    ['an amount that is no number', charged({ components: [{ kind: 'fee', amount: Number.NaN }] }), /amount: expected/],
    ['an amount beside its components', charged({ amount: 2000 }), /sum of the components/],
    ['a charge twice', { ...CASE, charges: [CHARGE, CHARGE] }, /stands twice/],
    [
      'more charges than anybody has',
      { ...CASE, charges: Array.from({ length: 1_001 }, (_, i) => ({ ...CHARGE, id: `c${i}` })) },
      /expected a list of charges/,
    ],
    [
      'a word that is not one of them',
      { ...CASE, request: { ...CASE.request, kind: 'refnd' } },
      /did you mean refund\?/,
    ],
    ['a fact of the prototype', JSON.parse('{"__proto__":{"channel":"own"}}'), /there is no fact __proto__/],
    ['a fact nobody knows', { ...CASE, chanel: 'own' }, /did you mean channel\?/],
    [
      'a hundred thousand levels',
      { ...CASE, contract: nested(100_000, (a) => ({ a }), 1) },
      /contract\.a: there is no fact a/,
    ],
    [
      'a value of a hundred thousand levels',
      { ...CASE, channel: nested(100_000, (a) => [a], 1) },
      /channel: expected a word/,
    ],
    [
      'a text of a million characters',
      { ...CASE, request: { ...CASE.request, explanation: 'a'.repeat(1_000_000) } },
      /explanation: expected text/,
    ],
    [
      'more entries than a list has',
      { ...CASE, incidents: Array.from({ length: 5_001 }, (_, i) => ({ id: `i${i}` })) },
      /incidents: expected/,
    ],
    ['no facts at all', 'refund', /expected facts/],
  ])('%s', (_name, facts, expected) => {
    const read = readFacts(facts);
    const told = 'problems' in read ? read.problems.map(problemText).join('\n') : 'accepted';
    expect(told).toMatch(expected);
    expect(told.length).toBeLessThan(2_000);
  });

  test('a charge in the future of the request is outside a window that begins with it, and inside one that does not', () => {
    const future = charged({ at: '2026-04-01T09:00:00Z' });
    expect(decided(base, future).kind).toBe('full');
    expect(decided(withRule({ when: { within: { of: 'charge.at', from: 0, upTo: 14 } } }), future).kind).toBe('noRule');
  });

  test('amounts in another currency are never compared: a person decides', () => {
    const limit = { fact: 'charge.amount', lt: { minor: 5000, unit: 'USD' } };
    const decision = decided(withRule({ when: limit }), CASE);
    expect([decision.kind, decision.reasons]).toEqual(['refer', ['notDecidable']]);
    const capped = decided(
      withRule({ outcome: { refund: { amount: { cap: { of: 'full', at: { minor: 5000, unit: 'USD' } } } } } }),
      CASE,
    );
    expect(capped.kind).toBe('refer');
  });

  test('an entry named like a part of the prototype is an entry like any other', () => {
    const rule = withRule({ when: { fact: 'usage[constructor].value', gt: 3 } });
    expect(decided(rule, { ...CASE, usage: { constructor: 4 } }).kind).toBe('full');
    expect(decided(rule, { ...CASE, usage: {} }).kind).toBe('noRule');
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
