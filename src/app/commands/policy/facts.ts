import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isLocale, LOCALES, type Locale } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { readYaml } from '#lib/yaml.ts';
import { asOfFacts, compilePolicies, type Facts, locateProblems, type Policies, readFacts } from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments, Options } from './arguments.ts';
import { brandFolder, DocumentsError, documentsFrom, located, withShipped } from './documents.ts';

/** Options of every command that decides a case. */
export const CASE_OPTIONS = {
  '--facts': 'value',
  '--as-of': 'value',
  '--brand': 'value',
  '--locale': 'value',
  '--statutes': 'flag',
  '--try': 'flag',
  '--json': 'flag',
} as const satisfies Options;

/** Documents and facts, ready to be decided. */
export interface ReadyCase {
  readonly policies: Policies;
  readonly facts: Facts;
  readonly asOf: Temporal.Instant;
  readonly locale: Locale;
  /** The zone times are written in. */
  readonly zone: string;
}

type Given = Readonly<Record<string, unknown>>;

const MAX_FACTS_BYTES = 8_388_608;

async function textOf(source: string): Promise<string> {
  if (source !== '-') {
    return readFile(source, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === 'ENOENT' ? `There is no file ${source}.` : error.message);
    });
  }
  let text = '';
  for await (const chunk of createReadStream('', { fd: 0, encoding: 'utf8', autoClose: false })) {
    text += chunk;
    if (text.length > MAX_FACTS_BYTES) throw new UsageError('More facts than can be read.');
  }
  return text;
}

const GROUP = z.record(z.string(), z.unknown());

/** Facts as given, in YAML or JSON; also as `{ facts, asOf }`. */
async function readGiven(
  source: string,
): Promise<{ readonly text: string; readonly given: Given; readonly asOf?: string }> {
  const text = await textOf(source);
  const read = readYaml(text, GROUP);
  if ('problems' in read) throw new DocumentsError(read.problems.map((problem) => ({ file: source, ...problem })));
  const { facts, asOf } = read.value;
  const wrapped = GROUP.safeParse(facts);
  if (!wrapped.success) return { text, given: read.value };
  return { text, given: wrapped.data, ...(typeof asOf === 'string' ? { asOf } : {}) };
}

export function readLocale(args: Arguments): Locale {
  const locale = args.value('--locale') ?? 'en';
  if (!isLocale(locale)) throw new UsageError(`--locale is one of ${LOCALES.join(', ')}.`);
  return locale;
}

function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text.includes('T') ? text : `${text}T12:00:00Z`);
  } catch {
    throw new UsageError(`--as-of is a date or an instant such as 2026-11-22T10:00:00Z, not ${text}.`);
  }
}

/** Documents named on the command line, or those of a shipped brand, compiled. */
export async function policiesFrom(args: Arguments): Promise<Policies> {
  const brand = args.value('--brand');
  if (args.words.length === 0 && brand === undefined)
    throw new UsageError('Name at least one policy file, or a --brand.');
  const own = args.words.length === 0 && brand !== undefined;
  const files = await documentsFrom(own ? [brandFolder(brand)] : args.words);
  const documents = await withShipped(
    files.map(({ document }) => document),
    own || args.has('--statutes') ? 'all' : 'none',
  );
  const statuses = args.has('--try') ? (['published', 'announced', 'draft'] as const) : (['published'] as const);
  return located(files, () => compilePolicies(documents, { statuses }));
}

/** Reads documents and facts; throws with file and line of what is wrong. */
export async function readCase(args: Arguments): Promise<ReadyCase> {
  const source = args.value('--facts');
  if (source === undefined) throw new UsageError('Name the facts: --facts FILE, or --facts - for standard input.');
  const locale = readLocale(args);
  const policies = await policiesFrom(args);
  const { text, given, asOf } = await readGiven(source);
  const brand = args.value('--brand');
  const facts = brand === undefined || given.brand !== undefined ? given : { ...given, brand };
  const read = readFacts(facts, policies.vocabulary);
  if ('problems' in read) {
    const wrapped = given !== undefined && asOf !== undefined ? ['facts'] : [];
    const problems = read.problems.map(({ path, message }) => ({ path: [...wrapped, ...path], message }));
    throw new DocumentsError(locateProblems(text, problems).map((problem) => ({ file: source, ...problem })));
  }
  const when = args.value('--as-of') ?? asOf;
  return {
    policies,
    facts: read.facts,
    asOf: when === undefined ? asOfFacts(facts) : readInstant(when),
    locale,
    zone: zoneOf(policies, facts),
  };
}

/** The customer's zone where it is known, else the one of the first document. */
export function zoneOf(policies: Policies, given: Given): string {
  const contract = GROUP.safeParse(given.contract);
  const known = contract.success ? contract.data.zone : undefined;
  if (typeof known === 'string') return known;
  const zone = policies.documents.find(({ source }) => source.layer !== 'statute')?.source.zone ?? 'UTC';
  return typeof zone === 'string' ? zone : zone.otherwise;
}
