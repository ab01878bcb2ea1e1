import {
  type AnyDocument,
  type CheckedCase,
  checkDocuments,
  compilePolicies,
  PolicyError,
  type PolicyOptions,
  remarksOn,
} from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseArguments } from './arguments.ts';
import { type FileDocument, type FileFinding, findingText, locate, readDocuments, withShipped } from './documents.ts';
import { counted, type Paint, paintFor, print, printJson } from './paint.ts';

/** Checks documents and runs the tests they carry. 0: all right; 1: problems or failed tests. */
export async function policyCheck(args: readonly string[]): Promise<number> {
  const { words, has } = parseArguments(args, { '--json': 'flag', '--no-statutes': 'flag' });
  if (words.length === 0) throw new UsageError('Name at least one file or folder.');
  const { files, problems } = await readDocuments(words);
  const checked = problems.length > 0 ? null : await checkFiles(files, has('--no-statutes') ? 'none' : 'named');
  const found = [...problems, ...(checked?.problems ?? [])];
  const cases = checked?.cases ?? [];
  const ok = found.length === 0 && cases.every(({ differences }) => differences.length === 0);
  if (has('--json')) printJson({ ...report(ok, files, found, cases), warnings: checked?.remarks ?? [] });
  else {
    printRemarks(checked?.remarks ?? [], paintFor(process.stdout));
    printReport(files, found, cases, paintFor(process.stdout));
  }
  return ok ? 0 : 1;
}

interface Checked {
  /** What is allowed and hardly meant; it fails nothing. */
  readonly remarks: readonly FileFinding[];
  readonly problems: readonly FileFinding[];
  readonly cases: readonly CheckedCase[];
}

const TRIED: PolicyOptions = { statuses: ['published', 'announced', 'draft'] };

/** Brands a document names; what belongs to one brand is decided together. */
const brandsOf = (document: AnyDocument): readonly string[] =>
  document.kind === 'policy' ? (document.scope.brand?.in ?? []) : [];

/** Compiles each document alone, then all versions of one, then all of one brand; then runs the tests. */
async function checkFiles(files: readonly FileDocument[], laws: 'named' | 'none'): Promise<Checked> {
  const all = await withShipped(
    files.map(({ document }) => document),
    laws,
  );
  const calendars = all.filter(({ kind }) => kind === 'calendar');
  const policies = files.filter(({ document }) => document.kind === 'policy');
  const alone = policies.map((file) => [file]);
  const versions = [...Map.groupBy(policies, ({ document }) => document.id).values()];
  const brands = [...new Set(policies.flatMap(({ document }) => brandsOf(document)))].map((brand) =>
    policies.filter(({ document }) => brandsOf(document).includes(brand)),
  );
  const found = new Map<string, FileFinding>();
  for (const group of [...alone, ...versions, ...brands]) {
    // What is wrong in one document is not told again of every group it is part of.
    if (group.length > 1 && found.size > 0) continue;
    for (const finding of problemsOf(group, calendars)) found.set(findingText(finding), finding);
  }
  if (found.size > 0) return { problems: [...found.values()], cases: [], remarks: [] };
  const ids = new Set(files.map(({ document }) => document.id));
  const remarks = files.flatMap((file) => {
    const { document } = file;
    const found = document.kind === 'policy' ? remarksOn(document, all) : [];
    const problems = found.map(({ path, message }) => ({ path: [document.id, ...path], message }));
    return locate(problems, [file]);
  });
  return { problems: [], remarks, cases: checkDocuments(all).filter(({ document }) => ids.has(document)) };
}

function problemsOf(group: readonly FileDocument[], calendars: readonly AnyDocument[]): readonly FileFinding[] {
  try {
    compilePolicies([...group.map(({ document }) => document), ...calendars], TRIED);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return locate(error.problems, group);
    throw error;
  }
}

function report(
  ok: boolean,
  files: readonly FileDocument[],
  problems: readonly FileFinding[],
  cases: readonly CheckedCase[],
): object {
  return {
    ok,
    documents: files.map(({ file, document: { id, version, kind } }) => ({ file, kind, id, version })),
    problems,
    tests: cases.map(({ document, version, name, differences, decision }) => ({
      document,
      version,
      name,
      passed: differences.length === 0,
      differences,
      ...(differences.length > 0 ? { decision } : {}),
    })),
  };
}

function printRemarks(remarks: readonly FileFinding[], paint: Paint): void {
  for (const { file, line, message } of remarks) {
    print(`${paint.bold(line === null ? file : `${file}:${line}`)} ${paint.yellow('warning')} ${message}`);
  }
}

function printReport(
  files: readonly FileDocument[],
  problems: readonly FileFinding[],
  cases: readonly CheckedCase[],
  paint: Paint,
): void {
  for (const { file, line, message } of problems) {
    print(`${paint.bold(line === null ? file : `${file}:${line}`)} ${paint.red('problem')} ${message}`);
  }
  const failed = cases.filter(({ differences }) => differences.length > 0);
  for (const { document, name, differences } of failed) {
    print(`${paint.red('✗')} ${paint.bold(document)} ${name}`);
    for (const difference of differences) print(`    ${difference}`);
  }
  if (problems.length > 0) print(paint.red(counted(problems.length, 'problem')));
  for (const { file, document } of problems.length > 0 ? [] : files) {
    const own = cases.filter((each) => each.document === document.id && each.version === document.version);
    const broken = own.filter(({ differences }) => differences.length > 0).length;
    const mark = broken > 0 ? paint.red('✗') : paint.green('✓');
    const tests = document.kind === 'calendar' ? '' : paint.dim(` ${testsText(own.length, broken)}`);
    print(`${mark} ${file} ${document.id} version ${document.version}${tests}`);
  }
}

const testsText = (count: number, broken: number): string =>
  count === 0
    ? 'no tests yet'
    : broken > 0
      ? `${broken} of ${counted(count, 'test')} failed`
      : `${counted(count, 'test')} passed`;
