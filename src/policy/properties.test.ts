import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { withFact } from './check/merge.ts';
import { compilePolicies } from './compile/policies.ts';
import { decide } from './decide/decide.ts';
import { explain } from './explain/explain.ts';
import { canonicalText } from './model/canonical.ts';
import type { Award, ChargeResult, Decision } from './model/decision.ts';
import type { AnyDocument, PolicyDocument } from './model/document.ts';
import { readFacts } from './reading/facts.ts';
import { completeFacts, HIDEABLE, policyDocument } from './testing/arbitraries.ts';

const RUNS = Number(process.env.POLICY_RUNS ?? 1_000);
const AS_OF = Temporal.Instant.from('2026-05-01T00:00:00Z');
const check = (...parameters: Parameters<typeof fc.property>): void => {
  fc.assert(fc.property(...parameters), { numRuns: RUNS });
};

const statute = policyDocument('law', 'statute');
const company = policyDocument('own', 'company');
const goodwill = policyDocument('kind', 'goodwill');
const hidden = fc.uniqueArray(fc.constantFrom(...HIDEABLE), { maxLength: 5 });

type Given = Readonly<Record<string, unknown>>;

function decided(documents: readonly unknown[], given: Given): Decision {
  const policies = compilePolicies(documents as readonly AnyDocument[]);
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return decide(policies, read.facts, AS_OF);
}

const without = (given: Given, paths: readonly string[]): Given =>
  paths.reduce((facts, path) => withFact(facts, path, undefined), given);

const only = (decision: Decision): ChargeResult => {
  const [result] = decision.results;
  if (!result) throw new Error('no result');
  return result;
};

/** What a customer can be sure of, in minor units: what is granted, or certain while something is asked. */
const certain = (result: ChargeResult): number => {
  const open = result.kind === 'ask' || result.award?.reason === 'notDecidable';
  const award: Award | null = open ? (result.proposal ?? result.atLeast) : result.award;
  return award?.kind === 'full' || award?.kind === 'partial' ? (award.amount?.minor ?? 0) : 0;
};

/** Without the documents' names and hashes, which differ when rules are reordered. */
const said = ({ documents: _d, notSelected: _n, ...decision }: Decision): string => canonicalText(decision);

test('adding a company document never lowers what the statute alone gives', () => {
  check(statute, company, completeFacts, (law, own, facts) => {
    const alone = only(decided([law], facts as Given));
    const both = only(decided([law, own], facts as Given));
    expect(certain(both)).toBeGreaterThanOrEqual(alone.kind === 'ask' ? 0 : certain(alone));
  });
});

test('the order of rules does not matter', () => {
  check(company, goodwill, completeFacts, hidden, (own, kind, facts, paths) => {
    const turned = (document: unknown): AnyDocument => {
      const policy = document as PolicyDocument;
      return { ...policy, rules: policy.rules.toReversed() };
    };
    const given = without(facts as Given, paths as string[]);
    const forwards = decided([own, kind], given);
    expect(said(decided([turned(kind), turned(own)], given))).toBe(said(forwards));
  });
});

test('a refund lies between nothing and what is still refundable, and its parts add up', () => {
  check(statute, company, completeFacts, (law, own, facts) => {
    const result = only(decided([law, own], facts as Given));
    const [charge] = (
      facts as { charges: { components: { amount: number; refundable?: boolean }[]; alreadyRefunded: number }[] }
    ).charges;
    const refundable = (charge?.components ?? []).reduce(
      (sum, part) => sum + (part.refundable === false ? 0 : part.amount),
      0,
    );
    const left = Math.max(0, refundable - (charge?.alreadyRefunded ?? 0));
    for (const award of [result.award, result.proposal, result.atLeast]) {
      if (!award?.amount || award.components.length === 0) continue;
      expect(award.amount.minor).toBeGreaterThanOrEqual(0);
      expect(award.amount.minor).toBeLessThanOrEqual(left);
      expect(award.components.reduce((sum, part) => sum + part.minor, 0)).toBe(award.amount.minor);
      expect(award.lines.reduce((sum, line) => sum + line.minor, 0)).toBe(award.amount.minor);
      expect(award.components.every(({ minor }) => minor > 0)).toBe(true);
    }
  });
});

test('for rules of windows only, an earlier request is never worse', () => {
  const days = fc.integer({ min: 0, max: 40 });
  const windows = fc.array(fc.record({ upTo: days, percent: fc.integer({ min: 1, max: 100 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  check(windows, completeFacts, days, days, (rules, facts, a, b) => {
    const document = {
      ...base,
      rules: (rules as { upTo: number; percent: number }[]).map(({ upTo, percent }, i) => ({
        id: `w${i}`,
        on: ['refund'],
        when: { within: { of: 'charge.at', upTo } },
        outcome: { refund: { amount: { percent } } },
      })),
    } as unknown as AnyDocument;
    const given = facts as { charges: { at: string }[] };
    const later = (days: number): string =>
      Temporal.Instant.from(given.charges[0]?.at ?? '')
        .add({ hours: 24 * days })
        .toString();
    const [first, second] = [Math.min(a as number, b as number), Math.max(a as number, b as number)];
    const at = (day: number): number =>
      certain(only(decided([document], withFact(given as unknown as Given, 'request.at', later(day)))));
    expect(at(first)).toBeGreaterThanOrEqual(at(second));
  });
});

const base = {
  kind: 'policy',
  id: 'own',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2020-01-01' },
  provenance: [{ source: 'generated', verified: true }],
  zone: 'Europe/Berlin',
} as const;

test('the same documents and facts give the same bytes, with and without an explanation', () => {
  check(statute, company, completeFacts, hidden, (law, own, facts, paths) => {
    const given = without(facts as Given, paths as string[]);
    const once = decided([law, own], given);
    const again = decided(JSON.parse(JSON.stringify([law, own])), JSON.parse(JSON.stringify(given)));
    expect(canonicalText(again)).toBe(canonicalText(once));
    const policies = compilePolicies([law, own] as AnyDocument[]);
    const read = readFacts(given, policies.vocabulary);
    if ('problems' in read) throw new Error('unreadable');
    expect(canonicalText(explain(policies, read.facts, AS_OF).decision)).toBe(canonicalText(once));
  });
});

test('answering a question never makes a definite decision wrong', () => {
  check(statute, company, goodwill, completeFacts, hidden, (law, own, kind, facts, paths) => {
    const documents = [law, own, kind] as AnyDocument[];
    const partly = decided(documents, without(facts as Given, paths as string[]));
    if (partly.kind === 'ask' || only(partly).award?.reason === 'notDecidable') return;
    const fully = decided(documents, facts as Given);
    expect([fully.kind, fully.amounts]).toEqual([partly.kind, partly.amounts]);
  });
});

test('with nothing known but the request, nothing conditional is granted or denied', () => {
  check(company, completeFacts, (own, facts) => {
    const { request } = facts as { request: { at: string } };
    const given = { request: { kind: 'refund', at: request.at, about: ['c1'] } };
    const document = own as PolicyDocument;
    const conditional = {
      ...document,
      rules: document.rules.map((rule) => ({ ...rule, when: { all: [{ fact: 'request.reason', eq: 'a' }] } })),
    };
    const decision = decided([conditional as AnyDocument], given);
    expect(['ask', 'noRule', 'refer']).toContain(decision.kind);
    expect(decision.amounts).toEqual([]);
  });
});
