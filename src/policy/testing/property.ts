import fc from 'fast-check';
import { test } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { withFact } from '../check/merge.ts';
import { compilePolicies, type Policies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import type { ChargeResult, Decision } from '../model/decision.ts';
import type { AnyDocument } from '../model/document.ts';
import type { Facts } from '../model/facts.ts';
import { readFacts } from '../reading/facts.ts';
import { CALENDAR, policyDocument } from './arbitraries.ts';
import { HIDEABLE } from './arbitrary-facts.ts';

/** A dozen properties at this many runs each; `POLICY_RUNS=10000` for a longer look. */
const RUNS = Number(process.env.POLICY_RUNS ?? 4_000);
const LIMIT_MS = 240_000;
export const AS_OF = Temporal.Instant.from('2026-05-01T00:00:00Z');

export const statute = policyDocument('law', 'statute');
export const company = policyDocument('own', 'company');
export const goodwill = policyDocument('kind', 'goodwill');
export const hidden = fc.uniqueArray(fc.constantFrom(...HIDEABLE), { maxLength: 5 });
export const language = fc.constantFrom(...LOCALES);

export type Given = Readonly<Record<string, unknown>>;

export function ready(
  documents: readonly AnyDocument[],
  given: Given,
): { readonly policies: Policies; readonly facts: Facts } {
  const policies = compilePolicies([...documents, CALENDAR]);
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { policies, facts: read.facts };
}

export function decided(documents: readonly AnyDocument[], given: Given): Decision {
  const { policies, facts } = ready(documents, given);
  return decide(policies, facts, AS_OF);
}

export const without = (given: Given, paths: readonly string[]): Given =>
  paths.reduce((facts, path) => withFact(facts, path, undefined), given);

/** Runs one property as often as asked; `test.each` would hide its name. */
export function holds<T extends [unknown, ...unknown[]]>(
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

export const isOpen = ({ kind, award }: ChargeResult): boolean => kind === 'ask' || award?.reason === 'notDecidable';
