import type { Temporal } from '#lib/time.ts';
import type { FileProblem } from '#lib/yaml.ts';
import {
  type CheckedCase,
  checkDocuments,
  compilePolicies,
  locateProblems,
  type PolicyDocument,
  PolicyError,
  problemText,
  readDocumentText,
} from '#policy/index.ts';
import type { GoldenCase } from '../golden-cases/golden-case.ts';
import { type GoldenResult, runGoldenCases } from '../golden-cases/run-golden-cases.ts';
import { inOrder, type PolicyShelf } from '../policy-shelves.ts';
import { type Compared, comparedPolicies, heldAllAlong } from './compared.ts';
import { type DraftFinding, lintDraft } from './lint-draft.ts';

/** What a desk may not write: it has a reason in the reader's language. */
export type DraftRefusal = 'calendar' | 'statute' | 'otherDocument';

/** Everything that can be said about a text without publishing it. */
export interface DraftCheck {
  /** Null while the text cannot be read. */
  readonly document: PolicyDocument | null;
  /** Mistakes with their line: of the text alone, or beside the other documents. */
  readonly problems: readonly FileProblem[];
  readonly refusal: DraftRefusal | null;
  /** Null while there are problems. */
  readonly compared: Compared | null;
  readonly findings: readonly DraftFinding[];
  readonly tests: readonly CheckedCase[];
  readonly golden: readonly GoldenResult[];
}

export interface CheckDraft {
  readonly shelf: PolicyShelf;
  readonly documentId: string;
  readonly source: string;
  readonly golden: readonly GoldenCase[];
  readonly now: Temporal.Instant;
}

const NOTHING: DraftCheck = {
  document: null,
  problems: [],
  refusal: null,
  compared: null,
  findings: [],
  tests: [],
  golden: [],
};

/** Problems found while documents were compiled; places in other documents are named in words only. */
function problemsOf(error: PolicyError, documentId: string, source: string): readonly FileProblem[] {
  const own = error.problems.filter(({ path }) => path[0] === documentId);
  const others = error.problems.filter(({ path }) => path[0] !== documentId);
  return [
    ...locateProblems(
      source,
      own.map(({ path, message }) => ({ path: path.slice(1), message })),
    ),
    ...others.map((problem) => ({ line: 1, message: problemText(problem) })),
  ];
}

/** The tests a document carries, decided by it alone and with the documents they name. */
function testsOf(document: PolicyDocument, shelf: PolicyShelf): readonly CheckedCase[] {
  const others = inOrder([...shelf.own, ...shelf.laws]).filter(({ id }) => id !== document.id);
  return checkDocuments([heldAllAlong(document), ...others.map(withoutTests)]);
}

const withoutTests = (document: ReturnType<typeof inOrder>[number]): ReturnType<typeof inOrder>[number] => {
  if (document.kind === 'calendar') return document;
  const { tests: _, ...rest } = document;
  return rest;
};

function refusalOf(document: ReturnType<typeof inOrder>[number], documentId: string): DraftRefusal | null {
  if (document.kind === 'calendar') return 'calendar';
  if (document.layer === 'statute') return 'statute';
  return document.id === documentId ? null : 'otherDocument';
}

/** Reads a text, compiles it beside the others, and runs its tests and the golden cases. Nothing is stored. */
export function checkDraft({ shelf, documentId, source, golden, now }: CheckDraft): DraftCheck {
  const read = readDocumentText(source);
  if ('problems' in read) return { ...NOTHING, problems: read.problems };
  const refusal = refusalOf(read.document, documentId);
  if (refusal !== null || read.document.kind === 'calendar') return { ...NOTHING, refusal };
  const { document } = read;
  try {
    const compared = comparedPolicies(shelf, document, now);
    const tests = testsOf(document, shelf);
    const findings = lintDraft(document, source, shelf);
    const held = runGoldenCases(golden, compared.after);
    return { document, problems: [], refusal, compared, findings, tests, golden: held };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { ...NOTHING, document, problems: problemsOf(error, documentId, source) };
  }
}

/** What would stand in the way on the day it is published: gaps and overlaps with earlier and later versions. */
export function problemsWhenPublished(document: PolicyDocument, shelf: PolicyShelf): readonly string[] {
  try {
    compilePolicies([...inOrder([...shelf.own, ...shelf.laws]), { ...document, status: 'published' }]);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map(problemText);
  }
}
