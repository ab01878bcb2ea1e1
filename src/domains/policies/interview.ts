import type { Temporal } from '#lib/time.ts';
import {
  decide,
  type Facts,
  nextQuestion,
  type Policies,
  type PolicyDocument,
  type Question,
  readFacts,
} from '#policy/index.ts';

/** What is known, and what was asked and nobody knew. */
export interface Asking {
  /** Facts as they are given; see `readFacts`. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Paths that were asked for and are not asked again. */
  readonly unanswered: readonly string[];
}

/** The facts of an interview. @throws when the caller put them together wrongly: answers are checked one by one */
export function factsOf(policies: Policies, { given, unanswered }: Asking): Facts {
  const answerers = Object.fromEntries(unanswered.map((path) => [path, 'agent'] as const));
  const before = (given.answerers ?? {}) as Readonly<Record<string, unknown>>;
  const read = readFacts({ ...given, answerers: { ...before, ...answerers } }, policies.vocabulary);
  if ('problems' in read) throw new Error(`facts of an interview: ${JSON.stringify(read.problems)}`);
  return read.facts;
}

/** The question to ask the customer next, or null when no answer can change the decision any more. */
export const nextAsked = (policies: Policies, asking: Asking, at: Temporal.Instant): Question | null =>
  nextQuestion(policies, factsOf(policies, asking), at, ['customer']);

/** Whether the seller is somebody else: then nothing more has to be asked. */
export const isElsewhere = (policies: Policies, asking: Asking, at: Temporal.Instant): boolean =>
  decide(policies, factsOf(policies, asking), at).kind === 'route';

/** Every path documents name in conditions, tables, windows and formulas, wherever it stands. */
export function pathsRead(documents: readonly PolicyDocument[]): ReadonlySet<string> {
  const found = new Set<string>();
  const keys = new Set(['fact', 'of', 'event', 'byFact', 'over']);
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') {
      if (keys.has(key)) found.add(node);
    } else if (Array.isArray(node)) {
      for (const each of node) visit(each, key);
    } else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) if (name !== 'tests') visit(value, name);
    }
  };
  for (const document of documents) {
    visit(document, '');
    if (document.scope.channels) found.add('channel');
    if (document.scope.regions) found.add('contract.region');
    if (document.scope.products) found.add('product.kind');
  }
  return found;
}

/** Words a fact is compared with, in the order documents name them. */
export function wordsRead(documents: readonly PolicyDocument[], path: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const test = node as Readonly<Record<string, unknown>>;
    if (test.fact === path) {
      const { in: list } = test;
      for (const word of [test.eq, ...(Array.isArray(list) ? list : [])]) if (typeof word === 'string') found.add(word);
    }
    for (const [name, value] of Object.entries(test)) if (name !== 'tests') visit(value);
  };
  visit(documents);
  return [...found];
}
