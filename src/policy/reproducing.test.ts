import fc from 'fast-check';
import { expect } from 'vitest';
import type { Locale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { compilePolicies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { explain } from './explain/explain.ts';
import { sentencesFor } from './explain/sentences.ts';
import { nextQuestion } from './interview/interview.ts';
import { canonicalText, contentHash } from './model/canonical.ts';
import type { AnyDocument, PolicyDocument } from './model/document.ts';
import { readFacts } from './reading/facts.ts';
import { recordOf } from './replay/replay.ts';
import { CALENDAR } from './testing/arbitraries.ts';
import { completeFacts } from './testing/arbitrary-facts.ts';
import {
  AS_OF,
  company,
  decided,
  type Given,
  goodwill,
  hidden,
  holds,
  language,
  ready,
  statute,
  without,
} from './testing/property.ts';

const base: PolicyDocument = {
  kind: 'policy',
  id: 'own',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2020-01-01' },
  provenance: [{ source: 'generated', verified: true }],
  zone: 'Europe/Berlin',
  rules: [],
};

holds(
  'the same documents and facts give the same bytes, with and without an explanation',
  [statute, company, completeFacts, hidden],
  (law, own, facts, paths) => {
    const given = without(facts, paths);
    const once = decided([law, own], given);
    const again = decided(
      JSON.parse(JSON.stringify([law, own])) as AnyDocument[],
      JSON.parse(JSON.stringify(given)) as Given,
    );
    expect(canonicalText(again)).toBe(canonicalText(once));
    const { policies, facts: read } = ready([law, own], given);
    expect(canonicalText(explain(policies, read, AS_OF).decision)).toBe(canonicalText(once));
  },
);

holds(
  'a stored decision replays to the last bit from nothing but its hashes',
  [statute, company, completeFacts, hidden],
  (law, own, facts, paths) => {
    const given = without(facts, paths);
    const { policies, facts: read } = ready([law, own], given);
    const record = recordOf(decide(policies, read, AS_OF), read);
    const store = new Map<string, unknown>(
      [law, own, CALENDAR, given].map((each) => [contentHash(each), JSON.parse(JSON.stringify(each))]),
    );
    const documents = [...record.documents, ...record.calendars].map((hash) => store.get(hash)) as AnyDocument[];
    const again = compilePolicies(documents);
    const reread = readFacts(store.get(record.facts), again.vocabulary);
    if ('problems' in reread) throw new Error('unreadable');
    const decision = decide(again, reread.facts, Temporal.Instant.from(record.asOf));
    expect(contentHash(decision)).toBe(record.decision);
  },
);

holds(
  'what is asked for is unknown, can be answered, and is asked for once',
  [company, goodwill, completeFacts, hidden],
  (own, kind, facts, paths) => {
    const { policies, facts: read } = ready([own, kind], { ...without(facts, paths), answerers: { '': 'customer' } });
    const decision = decide(policies, read, AS_OF);
    const question = nextQuestion(policies, read, AS_OF, ['customer']);
    if (decision.kind !== 'ask') expect(question).toBeNull();
    if (question === null) return;
    expect(decision.missing.map(({ path }) => path)).toContain(question.path);
    expect(new Set(decision.missing.map(({ path }) => path)).size).toBe(decision.missing.length);
  },
);

/** Two versions that follow each other, selected by a date; the second pays half. */
const versions = fc.record({
  on: fc.integer({ min: 0, max: 40 }).map((days) => Temporal.PlainDate.from('2026-02-20').add({ days }).toString()),
  anchor: fc.constantFrom('purchase' as const, 'request' as const, 'contract' as const, 'evidence' as const),
});

holds(
  'exactly one version applies, the one in force on its date',
  [versions, completeFacts],
  ({ on, anchor }, facts) => {
    const paying = (percent: number) => [
      { id: 'pay', on: ['refund' as const], outcome: { refund: { amount: { percent } } } },
    ];
    const first: PolicyDocument = {
      ...base,
      zone: 'UTC',
      effective: { from: '2020-01-01', anchor },
      rules: paying(100),
    };
    const second: PolicyDocument = {
      ...first,
      version: 2,
      supersedes: 1,
      effective: { from: on, anchor },
      rules: paying(50),
    };
    const dates = {
      purchase: null,
      request: facts.request.at,
      contract: (facts.contract as { concludedAt: string }).concludedAt,
      evidence: facts.request.at,
    };
    const decision = decided([second, first], facts);
    for (const [i, { award, charge }] of decision.results.entries()) {
      const at = dates[anchor] ?? facts.charges.find(({ id }) => id === charge)?.at ?? '';
      expect(award?.rule).toBe('own/pay');
      const alone = decided([at.slice(0, 10) >= on ? { ...second, effective: first.effective } : first], facts).results[
        i
      ];
      expect(award?.amount).toEqual(alone?.award?.amount);
    }
  },
);

holds(
  'every decision can be said in every language, with nothing left open',
  [statute, company, completeFacts, hidden, language],
  (law, own, facts, paths, language: Locale) => {
    const { policies, facts: read } = ready([law, own], without(facts, paths));
    const sheet = sentencesFor(explain(policies, read, AS_OF), language, 'Asia/Kuala_Lumpur', policies);
    expect(sheet.headline).not.toBe('');
    expect(JSON.stringify({ ...sheet, results: sheet.results.map(({ charge: _, ...result }) => result) })).not.toMatch(
      /undefined|\[c1\]|\{[a-z]+\}/,
    );
  },
);
