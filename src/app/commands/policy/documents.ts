import { existsSync, globSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnyDocument, locateProblems, PolicyError, type Problem, readDocumentText } from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';

const SHIPPED = fileURLToPath(new URL('../../../../jurisdictions', import.meta.url));
const PACKS = fileURLToPath(new URL('../../../../packs', import.meta.url));
const IN_FOLDER = '**/*.{yaml,yml,json}';
const MAX_FILE_BYTES = 33_554_432;

/** Something wrong in a file, at a line where that is known. */
export interface FileFinding {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** A document with the file it was read from. */
export interface FileDocument {
  readonly file: string;
  readonly text: string;
  readonly document: AnyDocument;
}

export interface Loaded {
  readonly files: readonly FileDocument[];
  readonly problems: readonly FileFinding[];
}

/** A document that cannot be used, told with file and line. */
export class DocumentsError extends Error {
  readonly findings: readonly FileFinding[];

  constructor(findings: readonly FileFinding[]) {
    super(findings.map(findingText).join('\n'));
    this.name = 'DocumentsError';
    this.findings = findings;
  }
}

export const findingText = ({ file, line, message }: FileFinding): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}`;

/** Files as named; of a folder every YAML and JSON file in it. */
function filesOf(named: string): readonly string[] {
  const path = resolve(named);
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${named}.`);
  if (!statSync(path).isDirectory()) return [path];
  const inside = globSync(IN_FOLDER, { cwd: path }).sort();
  if (inside.length === 0) throw new UsageError(`The folder ${named} holds no YAML or JSON file.`);
  return inside.map((name) => join(path, name));
}

const nameOf = (path: string): string => {
  const name = relative(process.cwd(), path);
  return name === '' || name.startsWith('..') ? path : name;
};

/** A folder may hold other files beside policies: without a kind of ours they are none of our business. */
const isOurs = (text: string): boolean => /^\s*(?:["{,]\s*)*"?kind"?\s*:\s*"?(?:policy|calendar)\b/m.test(text);

async function readOne(path: string, named: boolean): Promise<Loaded> {
  const file = nameOf(path);
  if (statSync(path).size > MAX_FILE_BYTES) {
    return { files: [], problems: [{ file, line: null, message: `larger than ${MAX_FILE_BYTES / 1_048_576} MB` }] };
  }
  const text = await readFile(path, 'utf8');
  if (!named && !isOurs(text)) return { files: [], problems: [] };
  const read = readDocumentText(text);
  return 'document' in read
    ? { files: [{ file, text, document: read.document }], problems: [] }
    : { files: [], problems: read.problems.map((problem) => ({ file, ...problem })) };
}

/** Reads documents from files and folders. */
export async function readDocuments(names: readonly string[]): Promise<Loaded> {
  const read: Loaded[] = [];
  for (const name of names) {
    const paths = filesOf(name);
    for (const path of paths) read.push(await readOne(path, paths.length === 1));
  }
  return { files: read.flatMap(({ files }) => files), problems: read.flatMap(({ problems }) => problems) };
}

/** Laws and calendars that come with the product. */
export async function shippedDocuments(): Promise<readonly AnyDocument[]> {
  const { files, problems } = await readDocuments([SHIPPED]);
  if (problems.length > 0) throw new DocumentsError(problems);
  return files.map(({ document }) => document);
}

/** The folder of a shipped brand's policies. */
export function brandFolder(brand: string): string {
  const folder = join(PACKS, brand, 'policies');
  if (!/^[\w-]+$/.test(brand) || !existsSync(folder)) throw new UsageError(`No brand ${brand} comes with the product.`);
  return folder;
}

/** Every text in a document: names of calendars are among them. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

/**
 * Documents with what they name of the shipped ones: calendars, and laws their tests are decided with.
 * @param laws whether every shipped law is added: `all`, those that are `named`, or `none`
 */
export async function withShipped(
  documents: readonly AnyDocument[],
  laws: 'all' | 'named' | 'none',
): Promise<readonly AnyDocument[]> {
  const own = new Set(documents.map(({ id }) => id));
  const others = (await shippedDocuments()).filter(({ id }) => !own.has(id));
  const named = new Set(documents.flatMap((each) => (each.kind === 'policy' ? (each.tests?.with ?? []) : [])));
  const policies = others.filter(
    ({ kind, id }) => kind === 'policy' && (laws === 'all' || (laws === 'named' && named.has(id))),
  );
  const texts = new Set([...textsIn([documents, policies])]);
  const calendars = others.filter(({ kind, id }) => kind === 'calendar' && texts.has(id));
  return [...documents, ...policies, ...calendars];
}

/** Problems of compiled documents, with the file and line each stands at. Their paths begin with the document's id. */
export function locate(problems: readonly Problem[], files: readonly FileDocument[]): readonly FileFinding[] {
  return problems.map(({ path: [id, ...path], message }) => {
    const found = files.find(({ document }) => document.id === id);
    if (!found) return { file: String(id ?? 'documents'), line: null, message };
    const [at] = locateProblems(found.text, [{ path, message }]);
    return { file: found.file, line: at?.line ?? null, message: at?.message ?? message };
  });
}

/** Runs something that compiles, and tells its problems with file and line. */
export function located<T>(files: readonly FileDocument[], compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof PolicyError) throw new DocumentsError(locate(error.problems, files));
    throw error;
  }
}

/** Reads documents that must all be right. */
export async function documentsFrom(names: readonly string[]): Promise<readonly FileDocument[]> {
  const { files, problems } = await readDocuments(names);
  if (problems.length > 0) throw new DocumentsError(problems);
  return files;
}
