import { type FieldProblem, invalid } from '#lib/faults.ts';
import {
  type AnyDocument,
  compilePolicies,
  type Policies,
  type PolicyDocument,
  PolicyError,
  type Problem,
  readDocument,
  readDocumentText,
} from '#policy/index.ts';

const MAX_PROBLEMS = 50;
/**
 * Parts that documents of strangers stand for once every name in them is filled in; our own packs have fewer than 200.
 * Names that stand for names double at each step, so that few bytes can be minutes of work.
 */
const MAX_PARTS = 20_000;
/** Each charge is weighed against every part. */
const MAX_PARTS_WEIGHED = 200_000;

export const fieldOf = (prefix: string, { path, message }: Pick<Problem, 'path' | 'message'>): FieldProblem => ({
  path: [prefix, ...path.map(String)].join('.'),
  message,
});

/** @throws invalid, with at most so many of the problems */
export const refuse = (problems: readonly FieldProblem[]): never => {
  throw invalid('the question cannot be read', problems.slice(0, MAX_PROBLEMS));
};

/** How many parts a document comes to. What is named is counted once and remembered; circles are found elsewhere. */
export function partsOf({ define, rules, gate }: Pick<PolicyDocument, 'define' | 'rules' | 'gate'>): number {
  const known = new Map<string, number>();
  const named = (kind: 'condition' | 'formula', name: string): number => {
    const place = `${kind}s.${name}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    known.set(place, 0);
    const group: Readonly<Record<string, unknown>> = define?.[`${kind}s`] ?? {};
    const parts = partsIn(Object.hasOwn(group, name) ? group[name] : null);
    known.set(place, parts);
    return parts;
  };
  const partsIn = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 1;
    return Object.entries(node).reduce((parts, [key, each]) => {
      const isName = typeof each === 'string' && (key === 'condition' || key === 'formula');
      return parts + (isName ? named(key, each) : typeof each === 'object' ? partsIn(each) : 0);
    }, 1);
  };
  return partsIn([define, rules, gate]);
}

/** Reads documents sent along. @throws invalid with every problem by its place */
function readSent(sent: readonly (string | Readonly<Record<string, unknown>>)[]): readonly AnyDocument[] {
  const problems: FieldProblem[] = [];
  const documents = sent.flatMap((each, i) => {
    if (typeof each === 'string') {
      const read = readDocumentText(each);
      if ('document' in read) return [read.document];
      problems.push(
        ...read.problems.map(({ line, message }) => ({ path: `documents.${i}`, message: `line ${line}: ${message}` })),
      );
      return [];
    }
    const read = readDocument(each);
    if ('document' in read) return [read.document];
    problems.push(...read.problems.map((problem) => fieldOf(`documents.${i}`, problem)));
    return [];
  });
  return problems.length > 0 ? refuse(problems) : documents;
}

/**
 * Documents sent along, compiled; business calendars of this installation are known to them.
 * @param charges how many charges will be decided under them
 * @throws invalid when one cannot be read, or when deciding would take long
 */
export function compileSent(
  sent: readonly (string | Readonly<Record<string, unknown>>)[],
  known: readonly AnyDocument[],
  charges: number,
): Policies {
  const documents = readSent(sent);
  const parts = documents.reduce((sum, each) => sum + (each.kind === 'policy' ? partsOf(each) : 0), 0);
  if (parts > MAX_PARTS || parts * charges > MAX_PARTS_WEIGHED)
    return refuse([
      {
        path: 'documents',
        message: `stand for more than ${MAX_PARTS} parts, or ${MAX_PARTS_WEIGHED} for all charges together, once the names in them are filled in`,
      },
    ]);
  const calendars = known.filter(
    ({ kind, id }) => kind === 'calendar' && !documents.some((document) => document.id === id),
  );
  try {
    return compilePolicies([...documents, ...calendars]);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return refuse(error.problems.map((problem) => fieldOf('documents', problem)));
  }
}
