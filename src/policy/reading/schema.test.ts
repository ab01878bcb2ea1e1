import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentSchema } from './documents.ts';
import { FIELD_EXAMPLES, FIELD_NOTES } from './field-notes.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const DOCUMENTS = globSync(
  ['jurisdictions/*.yaml', 'jurisdictions/calendars/*.yaml', 'packs/*/policies/*.yaml', 'test/policies/*.yaml'],
  {
    cwd: ROOT.pathname,
  },
);

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(documentSchema());

test('docs/policy.schema.json is what `recourse policy schema` prints', () => {
  expect(JSON.parse(read('docs/policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(documentSchema())));
});

test.each(DOCUMENTS)('%s is valid under the schema editors use', (file) => {
  const document: unknown = parse(read(file), { schema: 'core' });
  expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
});

type Rules = Record<string, unknown>;
const SLIPS: readonly (readonly [string, (rule: Rules) => Rules])[] = [
  ['a key nobody knows', (rule) => ({ ...rule, exeptionTo: ['a'] })],
  ['two outcomes', (rule) => ({ ...rule, outcome: { deny: {}, refund: {} } })],
  ['a request nobody can make', (rule) => ({ ...rule, on: ['complain'] })],
  ['a condition with an unknown operator', (rule) => ({ ...rule, when: { either: [] } })],
  [
    'a window that never ends where a number stands',
    (rule) => ({ ...rule, when: { within: { of: 'charge.at', upTo: 'soon' } } }),
  ],
];

test.each(SLIPS)('%s is marked by an editor as well', (_name, change) => {
  const document = parse(read('packs/lantern/policies/refunds.yaml')) as { rules: Rules[] };
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, rules: document.rules.map(change) })).toBe(false);
});

test('every note and every example belongs to a key of the format', () => {
  const schema = JSON.stringify(documentSchema());
  const notes = Object.values(FIELD_NOTES).filter((note) => !schema.includes(JSON.stringify(note).slice(1, -1)));
  expect(notes).toEqual([]);
  for (const examples of Object.values(FIELD_EXAMPLES))
    expect(schema).toContain(`"examples":${JSON.stringify(examples)}`);
});
