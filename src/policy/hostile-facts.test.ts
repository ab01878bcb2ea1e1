import { describe, expect, test } from 'vitest';
import { compilePolicies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { explain } from './explain/explain.ts';
import type { Decision } from './model/decision.ts';
import type { PolicyDocument } from './model/document.ts';
import { readDocument } from './reading/documents.ts';
import { readFacts } from './reading/facts.ts';
import { problemText } from './reading/problems.ts';
import { base, nested, withRule } from './testing/hostile.ts';
import { AS_OF } from './testing/property.ts';

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
