import { closeSync, openSync, readSync } from 'node:fs';
import { Temporal } from '#lib/time.ts';
import {
  asOfFacts,
  compilePolicies,
  type Flip,
  type Money,
  type PastCase,
  type Policies,
  type Replay,
  readFacts,
  replay,
  sharedVocabulary,
  type Tally,
} from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseArguments } from './arguments.ts';
import { DocumentsError, documentsFrom, located, withShipped } from './documents.ts';
import { counted, paintFor, print, printJson } from './paint.ts';

/** Decides past requests under two sets of documents and says who comes out differently. */
export async function policyReplay(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, {
    '--before': 'values',
    '--after': 'values',
    '--csv': 'flag',
    '--json': 'flag',
    '--statutes': 'flag',
  });
  const [corpus] = parsed.words;
  const named = [parsed.values('--before'), parsed.values('--after')];
  if (corpus === undefined || named.some((files) => files.length === 0)) {
    throw new UsageError('Name a corpus, the documents --before and the documents --after.');
  }
  const laws = parsed.has('--statutes') ? 'all' : 'none';
  const [before, after] = [await compiled(named[0] ?? [], laws), await compiled(named[1] ?? [], laws)];
  const flips: Flip[] = [];
  const csv = parsed.has('--csv');
  if (csv) print('id,from,to,change,reason,region,channel');
  const onFlip = (flip: Flip): void => {
    if (csv) print(csvRow(flip));
    else if (flips.length < MAX_LISTED) flips.push(flip);
  };
  const result = replay(casesIn(corpus, before, after), before, after, onFlip);
  if (parsed.has('--json')) printJson({ ...result, examples: flips });
  else if (!csv) printReplay(result, flips);
  return 0;
}

const MAX_LISTED = 20;

async function compiled(names: readonly string[], laws: 'all' | 'none'): Promise<Policies> {
  const files = await documentsFrom(names);
  const documents = await withShipped(
    files.map(({ document }) => document),
    laws,
  );
  // What is tried is usually a draft.
  return located(files, () => compilePolicies(documents, { statuses: ['published', 'announced', 'draft'] }));
}

const CHUNK_BYTES = 1_048_576;
const MAX_LINE = 4_194_304;

/** Lines of a file, read piece by piece so that memory stays flat. */
function* linesOf(file: string): Generator<string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new UsageError(`There is no file ${file}.`);
  }
  try {
    const decoder = new TextDecoder();
    const chunk = new Uint8Array(CHUNK_BYTES);
    let rest = '';
    for (;;) {
      const read = readSync(handle, chunk);
      rest += decoder.decode(chunk.subarray(0, read), { stream: read > 0 });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE)
        throw new DocumentsError([{ file, line: null, message: 'a line is longer than 4 MB' }]);
      yield* lines;
      if (read === 0) break;
    }
    yield rest;
  } finally {
    closeSync(handle);
  }
}

/** Each line is `{ "id", "facts", "asOf" }`, or the facts alone. */
function* casesIn(file: string, before: Policies, after: Policies): Generator<PastCase> {
  const vocabulary = sharedVocabulary(before, after);
  let number = 0;
  for (const line of linesOf(file)) {
    number++;
    if (line.trim() === '') continue;
    const stop = (message: string): DocumentsError => new DocumentsError([{ file, line: number, message }]);
    let given: Record<string, unknown>;
    try {
      given = JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw stop('expected one JSON object on each line');
    }
    if (typeof given !== 'object' || given === null) throw stop('expected one JSON object on each line');
    const facts = (given.facts ?? given) as Record<string, unknown>;
    const read = readFacts(facts, vocabulary);
    if ('problems' in read)
      throw stop(read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    const asOf = typeof given.asOf === 'string' ? Temporal.Instant.from(given.asOf) : asOfFacts(facts);
    yield { id: typeof given.id === 'string' ? given.id : `line ${number}`, facts: read.facts, asOf };
  }
}

const money = (amounts: readonly Money[]): string =>
  amounts.map(({ minor, unit }) => `${minor > 0 ? '+' : ''}${minor} ${unit}`).join(' ') || '0';

/** A cell no spreadsheet takes for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t]/.test(text) && !/^[+-]?\d/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csvRow = ({ id, from, to, change, reason, region, channel }: Flip): string =>
  [id, from, to, money(change), reason, region, channel].map(cell).join(',');

function printReplay(result: Replay, flips: readonly Flip[]): void {
  const paint = paintFor(process.stdout);
  const total = `${counted(result.cases, 'request')}, ${result.flips} come out differently`;
  print(`${paint.bold(total)}, money ${money(result.change)} (minor units)`);
  const table = (title: string, groups: readonly Tally[]): void => {
    if (groups.length === 0) return;
    print(paint.dim(`\nby ${title}`));
    for (const { key, flips: count, change } of groups)
      print(`  ${key.padEnd(24)} ${String(count).padStart(8)}  ${money(change)}`);
  };
  table('reason', result.byReason);
  table('region', result.byRegion);
  table('channel', result.byChannel);
  if (flips.length > 0) print(paint.dim('\nexamples'));
  for (const { id, from, to, change } of flips) print(`  ${id}: ${from} → ${to} ${paint.dim(money(change))}`);
}
