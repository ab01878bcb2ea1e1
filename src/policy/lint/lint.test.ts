import { describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { compilePolicies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import type { PolicyDocument } from '../model/document.ts';
import { readFacts } from '../reading/facts.ts';
import { inventedDocuments, isPolicy, shippedDocuments } from '../testing/shipped.ts';
import { lintDocuments } from './lint.ts';

const shipped = shippedDocuments();
const documents = shipped.filter(isPolicy);

test.each(documents.map((document) => [document.id, document] as const))(
  '%s lints without errors and warnings',
  (_id, document) => {
    const found = lintDocuments([document], shipped).filter(({ severity }) => severity !== 'info');
    expect(found).toEqual([]);
  },
);

test.each(
  inventedDocuments()
    .filter(isPolicy)
    .map((document) => [document.id, document] as const),
)('the invented company %s has no errors', (_id, document) => {
  expect(
    lintDocuments([document], [...inventedDocuments(), ...shipped]).filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

const base: PolicyDocument = {
  kind: 'policy',
  id: 'oakline',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: { brand: { in: ['oakline'] } },
  effective: { from: '2026-01-01' },
  provenance: [{ source: 'invented', verified: true }],
  zone: 'Europe/London',
  locales: ['en'],
  rules: [],
};
const text = { en: 'Yes.' };
const pay = { refund: {} } as const;
const rule = (id: string, more: Partial<PolicyDocument['rules'][number]> = {}): PolicyDocument['rules'][number] => ({
  id,
  on: ['refund'],
  outcome: pay,
  text,
  textNot: text,
  ...more,
});
const rest = { id: 'rest', on: ['refund'], outcome: { deny: {} }, text } as const;

const codes = (document: PolicyDocument, all = [document, ...shipped]): readonly string[] =>
  lintDocuments([document], all)
    .filter(({ code }) => code !== 'noTests')
    .map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`.trim());

describe('lint finds', () => {
  test('nothing in an honest document', () => {
    const when = { within: { of: 'charge.at', upTo: 14 } } as const;
    expect(codes({ ...base, rules: [rule('in-time', { when })], otherwise: [rest] })).toEqual([]);
  });

  test('a rule whose conditions exclude each other', () => {
    const when = {
      all: [
        { fact: 'channel', eq: 'own' },
        { fact: 'channel', eq: 'retail' },
      ],
    } as const;
    expect(codes({ ...base, rules: [rule('never', { when })], otherwise: [rest] })).toEqual([
      'warning unreachable rules.0',
    ]);
  });

  test('facts no rule answers, and shows some that really give noRule', () => {
    const when = { fact: 'usage[minutes].value', lt: 120 } as const;
    const document = { ...base, rules: [rule('little-used', { when })] };
    const [gap] = lintDocuments([document]).filter(({ code }) => code === 'gap');
    expect(gap?.severity).toBe('warning');
    const policies = compilePolicies([document]);
    const read = readFacts(gap?.example, policies.vocabulary);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(decide(policies, read.facts, Temporal.Instant.from('2026-06-01T00:00:00Z')).kind).toBe('noRule');
  });

  test('two exceptions that can hold together and contradict each other, by an example that does', () => {
    const document: PolicyDocument = {
      ...base,
      rules: [
        rule('in-time', { when: { within: { of: 'charge.at', upTo: 14 } } }),
        rule('half', {
          exceptionTo: ['in-time'],
          when: { fact: 'usage[minutes].value', gt: 60 },
          outcome: { refund: { amount: { percent: 50 } } },
        }),
        rule('banned', {
          exceptionTo: ['in-time'],
          when: { fact: 'account.standing', eq: 'banned' },
          outcome: { deny: {} },
        }),
      ],
      otherwise: [rest],
    };
    const [conflict] = lintDocuments([document]).filter(({ code }) => code === 'conflict');
    expect(conflict?.severity).toBe('error');
    const policies = compilePolicies([document]);
    const read = readFacts(conflict?.example, policies.vocabulary);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(decide(policies, read.facts, Temporal.Instant.from('2026-06-01T00:00:00Z')).reasons).toEqual(['conflict']);
    const mended = document.rules.map((each) =>
      each.id === 'banned' ? { ...each, exceptionTo: ['in-time', 'half'] } : each,
    );
    expect(codes({ ...document, rules: mended })).toEqual([]);
  });

  test.each([
    ['a day in two windows', 14, 'warning windowOverlap rules.1'],
    ['a day in neither', 16, 'warning windowHole rules.1'],
  ])('%s', (_name, from, expected) => {
    const rules = [
      rule('full', { when: { within: { of: 'charge.at', from: 0, upTo: 14 } } }),
      rule('half', {
        when: { within: { of: 'charge.at', from, upTo: 30 } },
        outcome: { refund: { amount: { percent: 50 } } },
      }),
    ];
    expect(codes({ ...base, rules, otherwise: [rest] })).toEqual([expected]);
    const [first, second] = rules;
    if (!first || !second) throw new Error('two rules');
    const next = { ...second, when: { within: { of: 'charge.at', from: 15, upTo: 30 } } };
    expect(codes({ ...base, rules: [first, next], otherwise: [rest] })).toEqual([]);
  });

  test('texts that are missing, cannot be read, or ask for what nobody fills in', () => {
    const silent = { id: 'silent', on: ['refund'], outcome: { deny: {} } } as const;
    const rules = [rule('pays', { textNot: {}, text: { en: 'You get {amount}, {name}.' } }), silent];
    expect(codes({ ...base, rules })).toEqual([
      'error textPattern rules.0.text.en',
      'error textMissing rules.1',
      'warning textNotMissing rules.0',
    ]);
  });

  test('definitions and facts nothing uses, and effects that never apply or contradict each other', () => {
    const rules = [
      rule('none', { outcome: { noEntitlement: {} }, effects: [{ do: 'endNow' }] }),
      rule('both', { effects: [{ do: 'forfeitCredits' }, { do: 'keep', what: 'credits' }] }),
    ];
    const facts = { seen: { type: 'flag', answerer: 'ledger' } } as const;
    expect(codes({ ...base, facts, define: { constants: { days: 7 } }, rules })).toEqual([
      'error effectsOppose rules.1.effects',
      'warning unusedDefinition define.constants.days',
      'warning unusedFact facts.seen',
      'warning effectsNever rules.0.effects',
    ]);
  });

  test('words one slip from a known one, currencies there are none of, and documents nobody gave', () => {
    const when = { fact: 'channel', in: ['appstore', 'fax'] } as const;
    const rules = [rule('slips', { when, outcome: { fee: { amount: { minor: 5, unit: 'GPB' } } } })];
    const found = lintDocuments([
      { ...base, version: 3, supersedes: 2, replaces: ['oaklyne'], rules, otherwise: [rest] },
    ]);
    expect(
      found.filter(({ severity }) => severity === 'warning').map(({ code, message }) => `${code}: ${message}`),
    ).toEqual([
      'currencyUnknown: there is no currency GPB (ISO 4217); did you mean GBP?',
      'wordUnknown: nobody has named appstore; did you mean appStore? If not, give it a name under labels',
      'documentUnknown: no document oaklyne was given beside this one',
      'versionUnknown: version 2 of oakline was not given beside this one',
    ]);
  });

  test('a question without words, and papers without a name', () => {
    const facts = { watched: { type: 'flag', answerer: 'customer' } } as const;
    const rules = [
      rule('unwatched', { when: { fact: 'own.watched', eq: false }, evidence: { allOf: ['ticketStub'] } }),
    ];
    expect(codes({ ...base, facts, rules, otherwise: [rest] })).toEqual([
      'warning questionMissing facts.watched',
      'info labelMissing rules.0.evidence',
    ]);
    const asked = { watched: { ...facts.watched, ask: { en: 'Have you watched it?' } } };
    expect(
      codes({ ...base, facts: asked, labels: { ticketStub: { en: 'ticket stub' } }, rules, otherwise: [rest] }),
    ).toEqual([]);
  });

  test('a company that answers a withdrawal with less than the law', () => {
    const document: PolicyDocument = {
      ...base,
      scope: { brand: { in: ['oakline'] }, regions: { in: ['DE'] } },
      rules: [{ id: 'no-withdrawal', on: ['withdraw'], outcome: { deny: {} }, text }],
    };
    expect(codes(document)).toEqual(['warning belowLaw rules.0']);
    expect(codes(document, [document])).toEqual([]);
  });
});

test('ten thousand rules are linted in bounded time, and it is said that not all were tried', () => {
  const rules = Array.from({ length: 10_000 }, (_, i) =>
    rule(`r${i}`, { when: { fact: 'request.reason', eq: `reason${i}` } }),
  );
  const found = lintDocuments([{ ...base, rules, otherwise: [rest] }]);
  expect(found.map(({ code }) => code)).toContain('notAllTried');
}, 120_000);
