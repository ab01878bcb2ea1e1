import { describe, expect, test } from 'vitest';
import type { PolicyDocument, Rule } from '../model/document.ts';
import { PolicyError, problemText } from '../reading/problems.ts';
import { compilePolicies } from './policies.ts';

const base: PolicyDocument = {
  kind: 'policy',
  id: 'p',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2026-01-01' },
  provenance: [{ source: 'invented', verified: true }],
  zone: 'UTC',
  rules: [{ id: 'pay', on: ['refund'], outcome: { refund: {} } }],
};

const problemsOf = (more: Partial<PolicyDocument>): readonly string[] => {
  try {
    compilePolicies([{ ...base, ...more }]);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems.map(problemText);
    throw error;
  }
};
const ruled = (more: Partial<Rule>): Partial<PolicyDocument> => ({
  rules: [{ id: 'pay', on: ['refund'], outcome: { refund: {} }, ...more }],
});
const paid = (refund: NonNullable<NonNullable<Rule['outcome']>['refund']>): Partial<PolicyDocument> =>
  ruled({ outcome: { refund } });

describe('an exception to a rule that only lifts', () => {
  const rule = (id: string, more: Partial<Rule>): Rule => ({ id, on: ['refund'], ...more });
  const rules = (last: Rule['outcome'] & object): Partial<PolicyDocument> => ({
    rules: [
      rule('pay', { outcome: { refund: {} } }),
      rule('certified', { exceptionTo: ['pay'], outcome: { deny: {} } }),
      rule('revoked', { exceptionTo: ['certified'], outcome: { lift: true } }),
      rule('cheated', { exceptionTo: ['revoked'], outcome: last }),
    ],
  });

  test('cannot answer, and is told what to write instead', () => {
    expect(problemsOf(rules({ deny: {} }))).toEqual([
      'p.rules[4].exceptionTo[1]: revoked only lifts, so there is no answer to except from; write exceptionTo: [certified], with the condition of revoked beside its own: when: { all: [ … ] }',
    ]);
  });

  test('may lift the lift', () => {
    expect(problemsOf(rules({ lift: true }))).toEqual([]);
  });
});

describe('what can be compiled and cannot be meant is refused with its place', () => {
  const tableOf = (value: string): Partial<PolicyDocument> => ({
    define: { tables: { way: { byFact: 'charge.method', cases: [{ is: 'card', value }], otherwise: 'us' } } },
  });
  const region = (eq: string): NonNullable<Rule['when']> => ({ all: [{ fact: 'contract.region', eq }] });
  test.each<readonly [string, Partial<PolicyDocument>, string]>([
    [
      'a gate that denies',
      { gate: [{ id: 'g', on: ['refund'], outcome: { deny: {} } }] },
      'gate[1].outcome: a gate only',
    ],
    ['a payer that is nobody', paid({ executor: 'we' }), 'executor: expected us, bank, store or partner, found we'],
    [
      'one from a table',
      { ...paid({ executor: { table: 'way' } }), ...tableOf('bnk') },
      'executor: expected us, bank, store or partner, found bnk; did you mean bank?',
    ],
    [
      'one from a constant',
      { ...paid({ executor: { constant: 'who' } }), define: { constants: { who: 'shop' } } },
      'executor: expected us, bank, store or partner, found shop',
    ],
    [
      'a way of payment with a slip',
      paid({ method: 'orignal' }),
      'there is no way of payment orignal; did you mean original?',
    ],
    [
      'the United Kingdom by another code',
      { scope: { regions: { in: ['UK'] } } },
      'scope.regions.in[1]: expected a country',
    ],
    ['a region in a condition', ruled({ when: region('UK') }), 'rules[1].when.all[1].eq: expected a country'],
    ['a region in small letters', ruled({ when: region('de') }), 'found de; did you mean DE?'],
    [
      'a region in a list',
      { ...ruled({ when: { fact: 'contract.region', in: { list: 'eu' } } }), define: { lists: { eu: ['DE', 'EU'] } } },
      'found EU; did you mean the code of each country',
    ],
    [
      'a region in a table',
      { define: { tables: { t: { byFact: 'contract.region', cases: [{ is: ['DE', 'UK'], value: 1 }] } } } },
      'define.tables.t.cases[1].is: expected a country',
    ],
    [
      'a word in two cases of a table',
      {
        define: {
          tables: {
            t: {
              byFact: 'channel',
              cases: [
                { is: 'own', value: 1 },
                { is: ['retail', 'own'], value: 2 },
              ],
            },
          },
        },
      },
      'define.tables.t.cases[2]: own stands in two cases',
    ],
    [
      'an unused table of a fact there is not',
      { define: { tables: { t: { byFact: 'contract.country', cases: [{ is: 'DE', value: 1 }] } } } },
      'define.tables.t.byFact: there is no fact country',
    ],
    [
      'unused conditions in a circle',
      { define: { conditions: { a: { condition: 'b' }, b: { not: { condition: 'a' } } } } },
      'define.conditions.a: leads back to itself: a → b → a',
    ],
    [
      'unused formulas in a circle behind others',
      { define: { formulas: { x: { formula: 'a' }, a: { percent: 50, of: { formula: 'a' } } } } },
      'define.formulas.a: leads back to itself: a → a',
    ],
    [
      'an unused condition about a fact there is not',
      { define: { conditions: { a: { fact: 'usages[m].value', lt: 3 } } } },
      'define.conditions.a.fact: there is no fact usages',
    ],
    [
      'an unused condition that names none there is',
      { define: { conditions: { early: { fact: 'brand', known: true }, a: { condition: 'erly' } } } },
      'define.conditions.a: define.conditions has no erly; expected early or a; did you mean early?',
    ],
    [
      'both endings of one contract',
      ruled({ effects: [{ do: 'endNow' }, { do: 'endAtPeriodEnd', target: 'contract' }] }),
      'rules[1].effects: endNow and endAtPeriodEnd both end the contract',
    ],
    [
      'a window that ends before it begins',
      ruled({ when: { within: { of: 'charge.at', from: 10, upTo: -5 } } }),
      'nothing is inside',
    ],
    [
      'two ends the wrong way round',
      ruled({ when: { fact: 'usage[m].value', between: [9, 3] } }),
      'nothing lies between',
    ],
    [
      'an id that stands twice',
      { otherwise: [{ id: 'pay', on: ['refund'], outcome: { deny: {} } }] },
      'otherwise[1].id: the id pay stands twice',
    ],
    ['an exception to itself', ruled({ exceptionTo: ['pay'] }), 'a rule cannot be an exception to itself'],
  ])('%s', (_name, more, message) => {
    const problems = problemsOf(more);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});

test('what only looks like such a mistake passes', () => {
  const define = { conditions: { outage: { fact: 'item.kind', eq: 'outage' } } } as const;
  const when = { count: { over: 'incidents', where: { condition: 'outage' }, gte: 3 } } as const;
  expect(problemsOf({ define })).toEqual([]);
  expect(problemsOf({ define, ...ruled({ when }) })).toEqual([]);
  expect(problemsOf({ scope: { regions: { in: ['GB', 'US-CA', 'XK'] } } })).toEqual([]);
  expect(problemsOf({ ...paid({ method: 'wallets' }), labels: { wallets: { en: 'purse' } } })).toEqual([]);
  expect(problemsOf(paid({ method: 'bankTransfer' }))).toEqual([]);
  expect(problemsOf(ruled({ effects: [{ do: 'endNow' }, { do: 'endAtPeriodEnd', target: 'addOn' }] }))).toEqual([]);
  expect(problemsOf(ruled({ when: { fact: 'usage[m].value', between: [3, 3] } }))).toEqual([]);
});

test('ten thousand definitions, each naming the one before and used by nothing, are looked at in little time', () => {
  const conditions = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [
      `c${i}`,
      i === 0 ? { fact: 'brand', known: true } : { condition: `c${i - 1}` },
    ]),
  );
  const began = performance.now();
  expect(problemsOf({ define: { conditions } })).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2_000);
});
