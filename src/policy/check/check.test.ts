import { expect, test } from 'vitest';
import type { PolicyDocument, TestCase } from '../model/document.ts';
import { checkDocuments } from './check.ts';

const told = (more: Partial<TestCase>): readonly string[] => {
  const document: PolicyDocument = {
    kind: 'policy',
    id: 'p',
    version: 1,
    layer: 'company',
    status: 'published',
    scope: {},
    effective: { from: '2026-01-01' },
    provenance: [{ source: 'invented', verified: true }],
    zone: 'UTC',
    rules: [{ id: 'no', on: ['refund'], outcome: { deny: {} } }],
    tests: {
      facts: { request: { kind: 'refund', at: '2026-03-01T10:00:00Z', about: [] }, charges: [] },
      cases: [{ name: 'denied', expect: { kind: 'none' }, ...more }],
    },
  };
  return checkDocuments([document]).flatMap(({ differences }) => differences);
};

test('a test that expects what no decision is, or makes unknown what no fact is, is told so', () => {
  expect(told({})).toEqual([]);
  expect(told({ expect: { kind: 'refunded' } })[0]).toContain(
    'refunded is no kind of decision; expected full, partial',
  );
  expect(told({ unknown: ['usge'] })).toEqual(['unknown: there is no fact usge; did you mean usage?']);
  expect(told({ unknown: ['usage[minutes].value', 'charges[c1].at'] })).toEqual([]);
});
