import { describe, expect, test } from 'vitest';
import { windowsIn } from '../explain/change.ts';
import type { PolicyDocument } from '../model/document.ts';
import { inventedDocuments, isPolicy, shippedDocuments } from '../testing/shipped.ts';
import { boundaryCases } from './boundaries.ts';
import { trialOf, witnessFor } from './witness.ts';

const all = [...shippedDocuments(), ...inventedDocuments()];
const documents = all.filter(isPolicy);
const name = ({ id, version }: PolicyDocument): string => `${id}@${version}`;

/**
 * Edges nobody would notice, and why. Where the same rule pays on both sides, the window is one of two ways to be in time;
 * where another rule gives the same, it begins before that one ends.
 */
const UNNOTICED: Readonly<Record<string, string>> = {
  'eu-withdrawal/withdrawal first': 'samePart',
  'atrium/later-in-kind first': 'anotherRule',
  // A request on the last day before departure is later than a day after booking, on both sides.
  'meridian/within-a-day last': 'samePart',
};

describe.each(documents.map((document) => [name(document), document] as const))('%s', (_name, document) => {
  const trial = trialOf(document, all);
  const cases = boundaryCases(trial);

  test('has facts under which each of its rules applies', () => {
    const without = trial.rules.filter((rule) =>
      rule.source.on.every((occasion) => witnessFor(trial, rule, occasion) === null),
    );
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  test('has boundary cases for every window', () => {
    const windows = trial.rules.flatMap(({ test }) => (test === null ? [] : windowsIn(test)));
    expect(new Set(cases.map(({ window }) => window)).size).toBe(new Set(windows.map(({ source }) => source)).size);
  });

  test('decides differently a second after the last second inside, or it is known why not', () => {
    const unnoticed = cases.filter(({ differs }) => !differs);
    const unexplained = unnoticed.filter(({ rule, edge, because }) => UNNOTICED[`${rule} ${edge}`] !== because);
    expect(unexplained.map(({ rule, situation, edge, inside }) => [rule, situation, edge, inside.at])).toEqual([]);
  });

  test('asks for nothing at an edge: all facts are known there', () => {
    expect(cases.flatMap(({ inside, outside }) => [...inside.decision.missing, ...outside.decision.missing])).toEqual(
      [],
    );
  });
});

const lantern = documents.find(({ id }) => id === 'lantern-refunds');
const eu = documents.find(({ id }) => id === 'eu-withdrawal');

test('the last second is the customer’s: east and west of the company it is another instant', () => {
  if (!lantern) throw new Error('lantern');
  const found = boundaryCases(trialOf(lantern, all)).filter(({ edge }) => edge === 'last');
  const at = (situation: string): string | undefined => found.find((each) => each.situation === situation)?.inside.at;
  // In November the day ends at 11:00 UTC in Auckland (UTC+13), and at 08:00 UTC in Los Angeles (UTC−8).
  expect(at('east')?.slice(11)).toBe('10:59:59Z');
  expect(at('west')?.slice(11)).toBe('07:59:59Z');
  expect(at('leapDay')?.slice(0, 10)).toBe('2028-02-29');
});

test('a last day on which nobody works moves to the next working day', () => {
  if (!eu) throw new Error('eu');
  const [rolled] = boundaryCases(trialOf(eu, all), ['holiday']).filter(({ edge }) => edge === 'last');
  const day = new Date(rolled?.inside.at ?? '').getUTCDay();
  expect(rolled?.differs).toBe(true);
  expect([1, 2, 3, 4, 5]).toContain(day);
});
