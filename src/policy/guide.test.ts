import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkDocuments } from './check/check.ts';
import { compilePolicies } from './compile/policies.ts';
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
