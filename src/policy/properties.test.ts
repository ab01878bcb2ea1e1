import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { withFact } from './check/merge.ts';
import { compilePolicies, type Policies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { explain } from './explain/explain.ts';
import { sentencesFor } from './explain/sentences.ts';
import { nextQuestion } from './interview/interview.ts';
import { canonicalText, contentHash } from './model/canonical.ts';
import type { Award, ChargeResult, Decision } from './model/decision.ts';
import type { AnyDocument, PolicyDocument } from './model/document.ts';
import type { Facts } from './model/facts.ts';
import { readFacts } from './reading/facts.ts';
import { recordOf } from './replay/replay.ts';
import {
  CALENDAR,
  completeFacts,
  DEFINE,
  type GivenCase,
  HIDEABLE,
  policyDocument,
  window,
} from './testing/arbitraries.ts';

/** A dozen properties at this many runs each; `POLICY_RUNS=10000` for a longer look. */
const RUNS = Number(process.env.POLICY_RUNS ?? 1_200);
const LIMIT_MS = 240_000;
const AS_OF = Temporal.Instant.from('2026-05-01T00:00:00Z');

const statute = policyDocument('law', 'statute');
const company = policyDocument('own', 'company');
const goodwill = policyDocument('kind', 'goodwill');
const hidden = fc.uniqueArray(fc.constantFrom(...HIDEABLE), { maxLength: 5 });
const locale = fc.constantFrom(...LOCALES);

type Given = Readonly<Record<string, unknown>>;

function ready(
  documents: readonly AnyDocument[],
  given: Given,
): { readonly policies: Policies; readonly facts: Facts } {
  const policies = compilePolicies([...documents, CALENDAR]);
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { policies, facts: read.facts };
}

function decided(documents: readonly AnyDocument[], given: Given): Decision {
  const { policies, facts } = ready(documents, given);
  return decide(policies, facts, AS_OF);
}

const without = (given: Given, paths: readonly string[]): Given =>
  paths.reduce((facts, path) => withFact(facts, path, undefined), given);

/** Runs one property as often as asked; `test.each` would hide its name. */
function holds<T extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...values: T) => void,
): void {
  test(
    name,
    () => {
      fc.assert(fc.property(...arbitraries, check as (...values: unknown[]) => void) as fc.IProperty<unknown>, {
        numRuns: RUNS,
      });
    },
    LIMIT_MS,
  );
}

const isOpen = ({ kind, award }: ChargeResult): boolean => kind === 'ask' || award?.reason === 'notDecidable';

/** What a customer can be sure of, in minor units: what is granted in money, or certain while something is asked. */
const certain = (result: ChargeResult | undefined): number => {
  const award: Award | null = !result ? null : isOpen(result) ? (result.proposal ?? result.atLeast) : result.award;
  const inMoney = award?.kind === 'full' || award?.kind === 'partial' || award?.kind === 'credit';
  return inMoney && award.amount?.unit === 'EUR' ? award.amount.minor : 0;
};

/** Without the documents' names and hashes, which differ when rules are reordered. */
const said = ({ documents: _d, notSelected: _n, ...decision }: Decision): string => canonicalText(decision);

holds(
  'adding a company document never lowers what the statute alone gives',
  [statute, company, completeFacts],
  (law, own, facts) => {
    const alone = decided([law], facts).results;
    const both = decided([law, own], facts).results;
    for (const [i, result] of alone.entries()) {
      if (result.kind !== 'ask') expect(certain(both[i])).toBeGreaterThanOrEqual(certain(result));
    }
  },
);

holds(
  'the order of rules and documents does not matter',
  [company, goodwill, completeFacts, hidden],
  (own, kind, facts, paths) => {
    const turned = (policy: PolicyDocument): PolicyDocument => ({ ...policy, rules: policy.rules.toReversed() });
    const given = without(facts, paths);
    expect(said(decided([turned(kind), turned(own)], given))).toBe(said(decided([own, kind], given)));
  },
);

/** What is still refundable of a charge, computed by hand. */
const leftOf = ({ components, alreadyRefunded }: GivenCase['charges'][number]): number =>
  Math.max(
    0,
    components.reduce((sum, { amount, refundable = true }) => sum + (refundable ? amount : 0), 0) - alreadyRefunded,
  );

holds(
  'a refund lies between nothing and what is still refundable, and its parts add up',
  [statute, company, completeFacts],
  (law, own, facts) => {
    for (const result of decided([law, own], facts).results) {
      const charge = facts.charges.find(({ id }) => id === result.charge);
      for (const award of [result.award, result.proposal, result.atLeast]) {
        if (!award?.amount || award.components.length === 0) continue;
        const sum = (parts: Award['lines']): number => parts.reduce((total, { minor }) => total + minor, 0);
        expect(award.amount.minor).toBeGreaterThanOrEqual(0);
        expect(award.amount.minor).toBeLessThanOrEqual(charge ? leftOf(charge) : 0);
        expect([sum(award.components), sum(award.lines)]).toEqual([award.amount.minor, award.amount.minor]);
        expect(award.components.every(({ minor }) => minor > 0)).toBe(true);
      }
    }
  },
);

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
  define: DEFINE,
  rules: [],
};

/** Rules that ask for nothing but being in time, each paying a share. */
const windowRules = fc
  .array(fc.record({ within: window, percent: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 4 })
  .map(
    (each): PolicyDocument => ({
      ...base,
      rules: each.map(({ within, percent }, i) => ({
        id: `w${i}`,
        on: ['refund'],
        when: { within },
        outcome: { refund: { amount: { percent } } },
      })),
    }),
  );
const hours = fc.integer({ min: 0, max: 40 * 24 });

holds(
  'for rules of windows only, an earlier request is never worse',
  [windowRules, completeFacts, hours, hours],
  (document, facts, a, b) => {
    const from = Temporal.Instant.from(facts.charges[0]?.at ?? '');
    const at = (hour: number): readonly number[] =>
      decided([document], withFact(facts, 'request.at', from.add({ hours: hour }).toString())).results.map(certain);
    const [earlier, later] = [at(Math.min(a, b)), at(Math.max(a, b))];
    for (const [i, amount] of later.entries()) expect(earlier[i]).toBeGreaterThanOrEqual(amount);
  },
);

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
  'answering more questions never makes a definite decision wrong',
  [statute, company, goodwill, completeFacts, hidden],
  (law, own, kind, facts, paths) => {
    const documents = [law, own, kind];
    const partly = decided(documents, without(facts, paths));
    if (partly.kind === 'ask' || partly.results.some(isOpen)) return;
    const fully = decided(documents, facts);
    expect([fully.kind, fully.amounts, fully.fees]).toEqual([partly.kind, partly.amounts, partly.fees]);
  },
);

holds(
  'with nothing known but the request, nothing conditional is granted or denied',
  [company, completeFacts],
  (own, facts) => {
    const given = { request: { kind: 'refund', at: facts.request.at, about: ['c1'] } };
    const rules = own.rules.map((rule) => ({ ...rule, when: { all: [{ fact: 'request.reason', eq: 'a' }] } }));
    const decision = decided([{ ...own, rules }], given);
    expect(['ask', 'noRule', 'refer', 'route']).toContain(decision.kind);
    expect(decision.amounts).toEqual([]);
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
  [statute, company, completeFacts, hidden, locale],
  (law, own, facts, paths, language: Locale) => {
    const { policies, facts: read } = ready([law, own], without(facts, paths));
    const sheet = sentencesFor(explain(policies, read, AS_OF), language, 'Asia/Kuala_Lumpur', policies);
    expect(sheet.headline).not.toBe('');
    expect(JSON.stringify({ ...sheet, results: sheet.results.map(({ charge: _, ...result }) => result) })).not.toMatch(
      /undefined|\[c1\]|\{[a-z]+\}/,
    );
  },
);
