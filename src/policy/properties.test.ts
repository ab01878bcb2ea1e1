import fc from 'fast-check';
import { expect } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { withFact } from './check/merge.ts';
import { canonicalText } from './model/canonical.ts';
import type { Award, ChargeResult, Decision } from './model/decision.ts';
import type { PolicyDocument } from './model/document.ts';
import { DEFINE, window } from './testing/arbitraries.ts';
import { completeFacts, type GivenCase } from './testing/arbitrary-facts.ts';
import { company, decided, goodwill, hidden, holds, isOpen, statute, without } from './testing/property.ts';

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
