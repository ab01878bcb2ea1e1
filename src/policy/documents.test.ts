import { globSync, readFileSync } from 'node:fs';
import IntlMessageFormat from 'intl-messageformat';
import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import {
  type AnyDocument,
  checkDocuments,
  compilePolicies,
  decide,
  documentSchema,
  explain,
  nextQuestion,
  type PolicyDocument,
  PolicyError,
  readDocumentText,
  readFacts,
} from './index.ts';

const AS_OF = Temporal.Instant.from('2026-11-20T12:00:00Z');
const ROOT = new URL('../../', import.meta.url);

function load(pattern: string): readonly AnyDocument[] {
  return globSync(pattern, { cwd: ROOT.pathname }).map((file) => {
    const read = readDocumentText(readFileSync(new URL(file, ROOT), 'utf8'));
    if ('problems' in read) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
    return read.document;
  });
}

const laws = [...load('jurisdictions/*.yaml'), ...load('jurisdictions/calendars/*.yaml')];
const brands = load('packs/*/policies/*.yaml');
const invented = load('test/policies/*.yaml');
const isPolicy = (document: AnyDocument): document is PolicyDocument => document.kind === 'policy';

test.each([...laws, ...brands].filter(isPolicy))('$id decides its own test cases as it says', (document) => {
  const checked = checkDocuments([...laws, ...brands]).filter((each) => each.document === document.id);
  expect(checked.flatMap(({ name, differences }) => differences.map((difference) => `${name}: ${difference}`))).toEqual(
    [],
  );
  if (document.status === 'published') expect(checked.length).toBeGreaterThan(3);
});

test.each([...new Set(invented.map(({ id }) => id))])(
  'the invented company %s decides its scenarios as it says',
  (id) => {
    const calendars = laws.filter(({ kind }) => kind === 'calendar');
    const checked = checkDocuments([...invented.filter((each) => each.id === id), ...calendars]);
    expect(
      checked.flatMap(({ name, differences }) => differences.map((difference) => `${name}: ${difference}`)),
    ).toEqual([]);
    expect(checked.length).toBeGreaterThanOrEqual(6);
  },
);

test('the example of the guide is a whole policy that passes its own tests', () => {
  const guide = readFileSync(new URL('docs/policy-guide.md', ROOT), 'utf8');
  const read = readDocumentText(/```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  expect(checkDocuments([read.document]).map(({ differences }) => differences)).toEqual([[], [], []]);
});

test('every rule speaks all four languages, in messages that can be formatted', () => {
  const texts = [...laws, ...brands]
    .filter(isPolicy)
    .flatMap(({ rules, gate = [], otherwise = [] }) => [...rules, ...gate, ...otherwise].map(({ text }) => text));
  for (const text of texts) {
    for (const locale of ['en', 'ms', 'fr', 'de'] as const) {
      const pattern = text?.[locale] ?? '';
      expect(pattern).not.toBe('');
      expect(new IntlMessageFormat(pattern, locale).format()).not.toBe('');
    }
  }
});

const find = (id: string): AnyDocument => {
  const document = [...laws, ...brands].find((each) => each.id === id);
  if (!document) throw new Error(id);
  return document;
};

const LANTERN = {
  brand: 'lantern',
  channel: 'own',
  request: { kind: 'refund', at: '2026-11-15T10:00:00Z', about: ['c1'], reason: 'notSatisfied' },
  account: { standing: 'good', supportContacts: 1 },
  evidence: { invoiceNumber: 'verified', purchaseEmail: 'verified', explanation: 'verified' },
  sources: { charges: 'ledger', request: 'customer' },
  charges: [
    {
      id: 'c1',
      at: '2026-11-03T19:14:00Z',
      currency: 'EUR',
      alreadyRefunded: 0,
      disputeState: null,
      components: [{ kind: 'fee', amount: 1299 }],
    },
  ],
};

function factsOf(given: unknown, documents: readonly AnyDocument[]) {
  const policies = compilePolicies(documents);
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { policies, facts: read.facts };
}

test('a denial names the nearest rule, the last eligible day, what would change it and the way to appeal', () => {
  const { policies, facts } = factsOf(LANTERN, [find('lantern-refunds')]);
  const { decision, explanations } = explain(policies, facts, AS_OF);
  expect(decision.kind).toBe('none');
  const [why] = explanations;
  expect(why?.lastEligible).toBe('2026-11-10');
  expect(why?.because.map(({ id }) => id)).toEqual(['lantern-refunds/after-seven-days']);
  expect(why?.becauseNot.map(({ id }) => id)).toEqual(['lantern-refunds/within-seven-days.not']);
  expect(why?.wouldChange.map(({ id }) => id)).toEqual(['changeTooLate']);
  expect(why?.appeal[0]?.params).toEqual({ upTo: 30, unit: 'calendarDay' });
  const rule = why?.rules.find((each) => each.rule === 'lantern-refunds/within-seven-days');
  expect(rule?.truth).toBe('false');
  expect(rule?.facts).toContainEqual({
    path: 'charges[c1].at',
    value: '2026-11-03T19:14:00Z',
    known: 'value',
    source: 'ledger',
  });
});

/** Answers of a customer whose renewal was charged 58 days ago in the brand's own store. */
const RENEWAL: Readonly<Record<string, unknown>> = {
  channel: 'own',
  'contract.region': 'FR',
  'contract.term': 'annual',
  'contract.periodKind': 'renewal',
};

test('the interview asks where it was bought first and stops as soon as nothing can change', () => {
  const norton = find('norton-refunds');
  let given: Readonly<Record<string, unknown>> = {
    answerers: { '': 'customer' },
    brand: 'norton',
    request: { kind: 'refund', at: '2026-11-20T10:00:00Z', about: ['c1'] },
    charges: [
      {
        id: 'c1',
        at: '2026-09-23T15:00:00Z',
        currency: 'EUR',
        alreadyRefunded: 0,
        components: [{ kind: 'fee', amount: 8999 }],
      },
    ],
  };
  const asked: string[] = [];
  for (;;) {
    const { policies, facts } = factsOf(given, [norton]);
    const question = nextQuestion(policies, facts, AS_OF);
    if (question === null) break;
    asked.push(question.path);
    expect(asked.length).toBeLessThan(6);
    const [group = '', name] = question.path.split('.');
    const inside = (given[group] ?? {}) as Record<string, unknown>;
    given = { ...given, [group]: name ? { ...inside, [name]: RENEWAL[question.path] } : RENEWAL[question.path] };
  }
  const { policies, facts } = factsOf(given, [norton]);
  expect(decide(policies, facts, AS_OF).kind).toBe('full');
  expect(asked[0]).toBe('channel');
  expect(asked).toContain('contract.term');
});

test('a misspelt word is answered with its line and the word that was meant', () => {
  const text = readFileSync(new URL('packs/lantern/policies/refunds.yaml', ROOT), 'utf8');
  const broken = readDocumentText(text.replace('exceptionTo:', 'exeptionTo:'));
  if (!('problems' in broken)) throw new Error('read');
  expect(broken.problems[0]?.message).toContain('did you mean exceptionTo?');
  expect(broken.problems[0]?.line).toBe(text.slice(0, text.indexOf('exceptionTo:')).split('\n').length);
});

test.each([
  ['a fact nobody knows', { fact: 'contract.concludedOn', exists: true }, 'did you mean concludedAt?'],
  ['a value of the wrong type', { fact: 'usage[minutes].value', lt: 'two hours' }, 'expected a number'],
  ['an order of words', { fact: 'channel', lt: 'own' }, 'has no order'],
  ['a condition that leads to itself', { condition: 'loop' }, 'leads back to itself'],
])('%s is refused with its place', (_name, when, expected) => {
  const lantern = find('lantern-refunds') as PolicyDocument;
  const [first, ...rest] = lantern.rules;
  if (!first) throw new Error('no rules');
  const define = { ...lantern.define, conditions: { loop: { not: { condition: 'loop' } } } };
  const broken = { ...lantern, define, rules: [{ ...first, when }, ...rest] } as AnyDocument;
  expect(() => compilePolicies([broken])).toThrow(PolicyError);
  expect(() => compilePolicies([broken])).toThrow(expected);
});

test('exceptions in a circle, and versions with a gap, are refused', () => {
  const lantern = find('lantern-refunds') as PolicyDocument;
  const circle = lantern.rules.map((rule) =>
    rule.id === 'within-seven-days' ? { ...rule, exceptionTo: ['terms-broken'] } : rule,
  );
  expect(() => compilePolicies([{ ...lantern, rules: circle }])).toThrow('form a circle');
  const first = { ...lantern, effective: { from: '2026-01-01', until: '2026-06-01' } };
  const second = { ...lantern, version: 2, effective: { from: '2026-06-02' } };
  expect(() => compilePolicies([first, second])).toThrow('leaves a gap');
});

test('ten thousand rules compile and decide in bounded time', () => {
  const lantern = find('lantern-refunds') as PolicyDocument;
  const rules = Array.from({ length: 10_000 }, (_, i) => ({
    id: `r${i}`,
    on: ['refund' as const],
    when: { fact: 'request.reason', eq: `reason${i}` },
    outcome: { deny: {} },
  }));
  const started = performance.now();
  const { policies, facts } = factsOf({ ...LANTERN, request: { ...LANTERN.request, reason: 'reason9999' } }, [
    { ...lantern, rules },
  ]);
  expect(decide(policies, facts, AS_OF).kind).toBe('none');
  expect(performance.now() - started).toBeLessThan(60_000);
}, 90_000);

test('the schema for editors names every part it refers to', () => {
  const schema = documentSchema();
  const names = [...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name);
  expect(new Set(names).size).toBeGreaterThan(4);
  for (const name of names) expect(Object.keys(schema.$defs as object)).toContain(name);
});
