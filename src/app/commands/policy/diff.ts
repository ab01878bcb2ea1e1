import { documentDifferences, type PolicyDocument } from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseArguments } from './arguments.ts';
import { documentsFrom } from './documents.ts';
import { paintFor, print, printJson } from './paint.ts';

/** Says in plain words what changed between two versions of a document. 0: done, also when something changed. */
export async function policyDiff(args: readonly string[]): Promise<number> {
  const { words, has } = parseArguments(args, { '--json': 'flag' });
  const [first, second, ...more] = words;
  if (first === undefined || second === undefined || more.length > 0) throw new UsageError('Name two files.');
  const [before, after] = [await policyIn(first), await policyIn(second)];
  const differences = documentDifferences(before, after);
  if (has('--json')) {
    printJson({ differences });
    return 0;
  }
  const paint = paintFor(process.stdout);
  const mark = { added: paint.green('+'), removed: paint.red('-'), changed: paint.yellow('~') } as const;
  for (const { change, text } of differences) print(`${mark[change]} ${text}`);
  if (differences.length === 0) print('No difference.');
  return 0;
}

async function policyIn(file: string): Promise<PolicyDocument> {
  const [only, ...more] = await documentsFrom([file]);
  if (only?.document.kind !== 'policy' || more.length > 0) throw new UsageError(`${file} is not one policy.`);
  return only.document;
}
