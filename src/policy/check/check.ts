import { Temporal } from '#lib/time.ts';
import { compilePolicies, type Policies } from '../compile/policies.ts';
import { decide } from '../decide/decide.ts';
import { canonicalText } from '../model/canonical.ts';
import type { Decision } from '../model/decision.ts';
import type { AnyDocument, PolicyDocument, Status, TestCase } from '../model/document.ts';
import { isGroup } from '../reading/fact-tree.ts';
import { readFacts } from '../reading/facts.ts';
import { problemText } from '../reading/problems.ts';
import { suggestion, wordList } from '../reading/suggest.ts';
import { readMoment } from '../time/moment.ts';
import { overlay, withFact } from './merge.ts';

/** A test case of a document, run. */
export interface CheckedCase {
  readonly document: string;
  readonly version: number;
  readonly name: string;
  /** Empty when it came out as expected. */
  readonly differences: readonly string[];
  readonly decision: Decision | null;
}

/** What a test may expect, as short values. */
const SUMMARY = {
  kind: (decision: Decision): unknown => decision.kind,
  amount: ({ amounts }: Decision): unknown =>
    amounts.length > 1 ? amounts.map(({ minor }) => minor) : (amounts[0]?.minor ?? 0),
  unit: ({ amounts, fees }: Decision): unknown => (amounts[0] ?? fees[0])?.unit ?? null,
  fee: ({ fees }: Decision): unknown => fees[0]?.minor ?? 0,
  rule: ({ results }: Decision): unknown => results[0]?.award?.rule ?? results[0]?.proposal?.rule ?? null,
  reason: ({ reasons }: Decision): unknown => reasons[0] ?? null,
  to: ({ results }: Decision): unknown => results[0]?.award?.to ?? null,
  method: ({ results }: Decision): unknown => results[0]?.award?.method ?? null,
  executor: ({ results }: Decision): unknown => results[0]?.award?.executor ?? null,
  missing: ({ missing }: Decision): unknown => missing.map(({ path }) => path),
  evidence: ({ evidence }: Decision): unknown => evidence.map(({ type }) => type),
  effects: ({ effects }: Decision): unknown => effects.map((effect) => effect.do),
  atLeast: ({ results }: Decision): unknown => results[0]?.atLeast?.amount?.minor ?? 0,
  proposal: ({ results }: Decision): unknown => results[0]?.proposal?.amount?.minor ?? 0,
  lines: ({ results }: Decision): unknown =>
    results.flatMap(({ award }) => award?.lines.map(({ minor }) => minor) ?? []),
  documents: ({ documents }: Decision): unknown => documents.map(({ id, version }) => `${id}@${version}`).sort(),
} as const;

const KINDS: readonly string[] = [
  'full',
  'partial',
  'none',
  'fee',
  'credit',
  'inKind',
  'route',
  'ask',
  'refer',
  'effects',
  'noRule',
] satisfies Decision['kind'][];
const NAMES = Object.keys(SUMMARY);
const isSummary = (name: string): name is keyof typeof SUMMARY => Object.hasOwn(SUMMARY, name);

function differencesOf(expected: TestCase['expect'], decision: Decision): readonly string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    if (!isSummary(name))
      return [`a test cannot expect ${name}; expected ${wordList(NAMES)}${suggestion(name, NAMES)}`];
    if (name === 'kind' && !KINDS.includes(String(value)))
      return [
        `kind: ${String(value)} is no kind of decision; expected ${wordList(KINDS)}${suggestion(String(value), KINDS)}`,
      ];
    const actual = SUMMARY[name](decision);
    return canonicalText(actual) === canonicalText(value)
      ? []
      : [`${name}: expected ${JSON.stringify(value)}, got ${JSON.stringify(actual)}`];
  });
}

/** The facts of a test: those of the document, with the case's own laid over and unknown ones taken out. */
export function factsOfCase(document: PolicyDocument, test: TestCase): Readonly<Record<string, unknown>> {
  const given = overlay(document.tests?.facts ?? {}, test.facts ?? {});
  return (test.unknown ?? []).reduce((facts, path) => withFact(facts, path, undefined), given);
}

const NO_DATE = '2026-01-01T00:00:00Z';

const atOf = (group: unknown): string | undefined =>
  isGroup(group) && typeof group.at === 'string' && readMoment(group.at) !== null ? group.at : undefined;

/** When facts are decided if nobody says: at their request or event; a date alone means its noon in UTC. */
export function asOfFacts(given: Readonly<Record<string, unknown>>): Temporal.Instant {
  const at = atOf(given.request) ?? atOf(given.event) ?? NO_DATE;
  return Temporal.Instant.from(at.includes('T') ? at : `${at}T12:00:00Z`);
}

/** When a test decides: as it says, else at its request. */
export const asOfCase = (test: TestCase, given: Readonly<Record<string, unknown>>): Temporal.Instant =>
  test.asOf === undefined ? asOfFacts(given) : Temporal.Instant.from(test.asOf);

/** What is wrong with the beginning of a path that is made unknown, or null: its group must be one there is. */
function strangePath(path: string, { vocabulary }: Policies): string | null {
  const known = [...Object.keys(vocabulary.fields), 'sources', 'answerers'];
  const [first = ''] = path.split(/[.[]/);
  return known.includes(first) ? null : `unknown: there is no fact ${path}${suggestion(first, known)}`;
}

function runCase(document: PolicyDocument, policies: Policies, test: TestCase): CheckedCase {
  const base = { document: document.id, version: document.version, name: test.name };
  const strange = (test.unknown ?? []).flatMap((path) => strangePath(path, policies) ?? []);
  if (strange.length > 0) return { ...base, differences: strange, decision: null };
  const given = factsOfCase(document, test);
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) return { ...base, differences: read.problems.map(problemText), decision: null };
  const decision = decide(policies, read.facts, asOfCase(test, given));
  return { ...base, differences: differencesOf(test.expect, decision), decision };
}

/** The documents a document's tests are decided with: its other versions, those it names, and every calendar. */
export function companionsOf(document: PolicyDocument, all: readonly AnyDocument[]): readonly AnyDocument[] {
  const named = new Set([document.id, ...(document.tests?.with ?? [])]);
  return all.filter((other) => other.kind === 'calendar' || named.has(other.id));
}

/**
 * Runs the test cases documents carry.
 * @param documents everything the cases may refer to; throws a PolicyError when they do not compile
 */
export function checkDocuments(documents: readonly AnyDocument[]): readonly CheckedCase[] {
  return documents
    .filter((document) => document.kind === 'policy')
    .flatMap((document) => {
      // A draft or an announced document is tried as if it were published.
      const statuses = [...new Set<Status>(['published', document.status])];
      const policies = compilePolicies(companionsOf(document, documents), { statuses });
      return (document.tests?.cases ?? []).map((test) => runCase(document, policies, test));
    });
}
