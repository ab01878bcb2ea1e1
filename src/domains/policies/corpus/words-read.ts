import type { PolicyDocument } from '#policy/index.ts';

/** What a document asks about: past requests are made of these words, so that its clauses have something to decide. */
export interface WordsRead {
  readonly reasons: readonly string[];
  readonly evidence: readonly string[];
  /** Last days of its windows, counted from the charge. */
  readonly windowDays: readonly number[];
  readonly incidentKinds: readonly string[];
  /** Its own facts that are words, with the words there are. */
  readonly ownWords: ReadonlyMap<string, readonly string[]>;
  readonly ownNumbers: readonly string[];
}

type Visit = (group: Readonly<Record<string, unknown>>) => void;

function everyGroup(node: unknown, visit: Visit): void {
  if (Array.isArray(node)) for (const each of node) everyGroup(each, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Readonly<Record<string, unknown>>);
    for (const each of Object.values(node)) everyGroup(each, visit);
  }
}

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** The values a fact is compared with. */
const comparedWith = (group: Readonly<Record<string, unknown>>, fact: string): string[] =>
  group.fact === fact ? [...wordsIn(group.eq), ...wordsIn(group.in)] : [];

/** A bound of a window in days, through a constant where it is named. */
function boundOf(value: unknown, constants: Readonly<Record<string, unknown>>): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null || !('constant' in value)) return [];
  const named = constants[String(value.constant)];
  return typeof named === 'number' ? [named] : [];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Collects the words of a document's conditions. Tests and texts are not looked at. */
export function wordsReadBy({ define, gate, rules, otherwise, facts }: PolicyDocument): WordsRead {
  const reasons: string[] = [];
  const evidence: string[] = [];
  const windowDays: number[] = [];
  const incidentKinds: string[] = [];
  everyGroup([define, gate, rules, otherwise], (group) => {
    reasons.push(...comparedWith(group, 'request.reason'));
    incidentKinds.push(...comparedWith(group, 'item.kind'));
    evidence.push(...wordsIn(group.allOf), ...wordsIn(group.anyOf));
    const { within } = group;
    if (typeof within !== 'object' || within === null || !('upTo' in within)) return;
    const inDays = !('unit' in within) || within.unit === 'calendarDay';
    if (inDays) windowDays.push(...boundOf(within.upTo, define?.constants ?? {}).filter((days) => days > 0));
  });
  const own = Object.entries(facts ?? {});
  return {
    reasons: unique(reasons),
    evidence: unique(evidence),
    windowDays: unique(windowDays),
    incidentKinds: unique(incidentKinds),
    ownWords: new Map(own.flatMap(([name, { type, words }]) => (type === 'word' && words ? [[name, words]] : []))),
    ownNumbers: own.flatMap(([name, { type }]) => (type === 'number' ? [name] : [])),
  };
}
