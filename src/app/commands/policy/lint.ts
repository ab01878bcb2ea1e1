import { type Finding, lintDocuments } from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseArguments } from './arguments.ts';
import { documentsFrom, locate, located, withShipped } from './documents.ts';
import { counted, paintFor, print, printJson } from './paint.ts';

/** Finds what is allowed but probably not meant. 0: no errors; 1: errors, or with --strict warnings. */
export async function policyLint(args: readonly string[]): Promise<number> {
  const { words, has } = parseArguments(args, { '--json': 'flag', '--strict': 'flag', '--statutes': 'flag' });
  if (words.length === 0) throw new UsageError('Name at least one file or folder.');
  const files = await documentsFrom(words);
  const documents = files.map(({ document }) => document);
  const all = await withShipped(documents, has('--statutes') ? 'all' : 'named');
  const findings = located(files, () => lintDocuments(documents, all));
  const placed = findings.map((finding) => {
    const [at] = locate([{ path: [finding.document, ...finding.path], message: finding.message }], files);
    return { ...finding, file: at?.file ?? finding.document, line: at?.line ?? null };
  });
  if (has('--json')) printJson({ findings: placed });
  else printFindings(placed);
  const count = (severity: Finding['severity']): number => findings.filter((each) => each.severity === severity).length;
  return count('error') > 0 || (has('--strict') && count('warning') > 0) ? 1 : 0;
}

function printFindings(findings: readonly (Finding & { readonly file: string; readonly line: number | null })[]): void {
  const paint = paintFor(process.stdout);
  const colour = { error: paint.red, warning: paint.yellow, info: paint.cyan } as const;
  for (const { file, line, severity, code, message, example } of findings) {
    print(
      `${paint.bold(line === null ? file : `${file}:${line}`)} ${colour[severity](severity)} ${message} ${paint.dim(code)}`,
    );
    if (example !== undefined) print(paint.dim(`    for example ${JSON.stringify(example)}`));
  }
  print(findings.length === 0 ? paint.green('nothing found') : counted(findings.length, 'finding'));
}
