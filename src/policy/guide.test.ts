import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Temporal } from '#lib/time.ts';
import { checkDocuments } from './check/check.ts';
import { compilePolicies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { lintDocuments } from './lint/lint.ts';
import { readDocument, readDocumentText } from './reading/documents.ts';
import { readFacts } from './reading/facts.ts';
import { FORMAT_WORDS } from './testing/format-words.ts';
import { documentsIn } from './testing/shipped.ts';

const guide = readFileSync(new URL('../../docs/policy-guide.md', import.meta.url), 'utf8');
const blocks = (kind: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const parts = blocks('yaml').filter((text) => !text.startsWith('kind:'));
const calendars = documentsIn('jurisdictions/calendars/*.yaml');

/** A recipe as a whole policy: a list of rules, or keys of a document. */
function wholeOf(part: string): unknown {
  const given: unknown = parse(
    part.startsWith('within:') ? `- { id: w, on: [refund], when: { ${part.trim()} }, outcome: { refund: {} } }` : part,
  );
  const rest = Array.isArray(given) ? { rules: given } : (given as object);
  const rules = [{ id: 'placeholder', on: ['refund'], outcome: { refund: {} } }];
  return {
    kind: 'policy',
    id: 'recipe',
    version: 1,
    layer: 'company',
    status: 'published',
    scope: {},
    effective: { from: '2026-01-01' },
    provenance: [{ source: 'the guide', verified: true }],
    zone: 'UTC',
    rules,
    ...rest,
  };
}

test.each(parts.map((part) => [part.trim().split('\n')[0] ?? '', part] as const))(
  'the recipe that begins %s compiles, and lint has no objection',
  (_first, part) => {
    const read = readDocument(wholeOf(part));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(() => compilePolicies([read.document, ...calendars])).not.toThrow();
    const found = lintDocuments([read.document], [read.document, ...calendars]).filter(
      ({ severity, code }) => severity !== 'info' && code !== 'gap' && !code.startsWith('unused'),
    );
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  },
);

const tested = parts.filter((part) => /^tests:/m.test(part));

test.each(tested.map((part) => [/- (?:\{ )?name: ([^,\n]+)/.exec(part)?.[1] ?? '', part] as const))(
  'the recipe with a test that says %s comes out as the guide says',
  (_name, part) => {
    const read = readDocument(wholeOf(part));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const cases = checkDocuments([read.document]);
    expect(cases.length).toBeGreaterThan(1);
    expect(cases.flatMap(({ differences }) => differences)).toEqual([]);
  },
);

/** Days used when asking on a day, of a period from 1 February 2026 that costs 1 a day. */
function daysUsed(on: string, endDay: 'used' | 'unused'): number | undefined {
  const amount = { prorata: { basis: 'days', part: 'used' } };
  const rules = [{ id: 'used', on: ['refund'], outcome: { refund: { amount } } }];
  const read = readDocument({ ...(wholeOf('{}') as object), dayCount: { year: 360, endDay }, rules });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const policies = compilePolicies([read.document]);
  const covers = { from: '2026-02-01', until: '2027-02-01' };
  const charge = { id: 'c1', covers, currency: 'EUR', alreadyRefunded: 0, components: [{ kind: 'fee', amount: 360 }] };
  const given = readFacts(
    { request: { kind: 'refund', at: on, about: ['c1'] }, charges: [charge] },
    policies.vocabulary,
  );
  if ('problems' in given) throw new Error(JSON.stringify(given.problems));
  return decide(policies, given.facts, Temporal.Instant.from(`${on}T12:00:00Z`)).amounts[0]?.minor;
}

const MONTHS = ['January', 'February', 'March'];
const days = [...guide.matchAll(/^\| (\d+) (\w+) (\d{4}) \| (\d+) \| (\d+) \|$/gm)].map(
  ([, day = '', month = '', year = '', unused, used]) =>
    [`${year}-0${MONTHS.indexOf(month) + 1}-${day.padStart(2, '0')}`, Number(unused), Number(used)] as const,
);

test('the guide says on four days how a year of 360 days counts', () => {
  expect(days.map(([on]) => on)).toEqual(['2026-02-28', '2026-03-29', '2026-03-30', '2026-03-31']);
});

test.each(days)('a year of 360 days counts to %s as the guide says: %i, with the last day %i', (on, unused, used) => {
  expect([daysUsed(on, 'unused'), daysUsed(on, 'used')]).toEqual([unused, used]);
});

test('there is a recipe for most promises', () => {
  expect(parts.length).toBeGreaterThan(20);
});

test('the case of the guide can be read, and its policy decides it', () => {
  const [facts = ''] = blocks('yaml facts');
  const [text = ''] = blocks('yaml');
  const read = readDocumentText(text);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  expect(readFacts(parse(facts), compilePolicies([read.document]).vocabulary)).not.toHaveProperty('problems');
  expect(checkDocuments([read.document]).flatMap(({ differences }) => differences)).toEqual([]);
});

test.each(FORMAT_WORDS)('the guide explains %s', (word) => {
  expect(guide).toMatch(new RegExp(`(?<![\\w])${word.replace('.', '\\.')}(?![\\w])`));
});
