import type { Context } from '#platform/context.ts';
import { type AnyDocument, compilePolicies, PolicyError, problemText } from '#policy/index.ts';
import { type PolicyText, type PolicyVersion, readPolicyText } from './policy-version.ts';
import { insertPolicyVersion, listPolicyVersions, putPolicySource } from './queries.ts';

/** What keeps a file from being taken. */
export interface PolicyFileProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type PutPolicies =
  | { readonly added: readonly PolicyText[]; readonly all: readonly PolicyVersion[] }
  | { readonly problems: readonly PolicyFileProblem[] };

/** Reads every file; problems of all of them together. */
export function readPolicyFiles(files: ReadonlyMap<string, string>): {
  readonly texts: readonly PolicyText[];
  readonly problems: readonly PolicyFileProblem[];
} {
  const texts: PolicyText[] = [];
  const problems: PolicyFileProblem[] = [];
  for (const [file, source] of files) {
    const read = readPolicyText(file, source);
    if ('problems' in read) problems.push(...read.problems.map((problem) => ({ file, ...problem })));
    else texts.push(read);
  }
  return { texts, problems };
}

/** Problems that show only beside the other documents: overlaps, gaps between versions, calendars nobody wrote. */
export function problemsTogether(texts: readonly PolicyText[], others: readonly AnyDocument[]): PolicyFileProblem[] {
  const fileOf = new Map(texts.map(({ document, file }) => [document.id, file]));
  try {
    compilePolicies([...texts.map(({ document }) => document), ...others]);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const [first] = texts;
    return error.problems.map((problem) => ({
      file: fileOf.get(String(problem.path[0])) ?? first?.file ?? '',
      line: 1,
      message: problemText(problem),
    }));
  }
}

const isDraft = ({ document }: PolicyText): boolean => document.kind === 'policy' && document.status === 'draft';

/** A number that was used for another text cannot be used again, and a file goes on holding the version it held. */
function clashes(texts: readonly PolicyText[], known: readonly PolicyVersion[]): PolicyFileProblem[] {
  const overwritten = texts.flatMap(({ file, document: { id, version } }) => {
    const before = known.find((each) => each.file === file && each.document.id === id);
    if (!before || before.document.version >= version) return [];
    const message = `holds version ${before.document.version} of ${id}; leave it as it was and put version ${version} into a file beside it`;
    return [{ file, line: 1, message }];
  });
  const reused = texts.flatMap(({ file, document: { id, version }, hash }) => {
    const same = known.find(({ document }) => document.id === id && document.version === version);
    if (!same || same.hash === hash) return [];
    const message = `version ${version} of ${id} is published and never changes; write version ${version + 1} with supersedes: ${version}`;
    return [{ file, line: 1, message }];
  });
  return [...overwritten, ...reused];
}

/** A document says which brand it is of, so that a copied one cannot decide for somebody else, or for nobody. */
function strangers(texts: readonly PolicyText[], brandId: string | null): PolicyFileProblem[] {
  if (brandId === null) return [];
  return texts.flatMap(({ file, document }) => {
    const brands = document.kind === 'policy' ? document.scope.brand?.in : [brandId];
    if (brands?.length === 1 && brands[0] === brandId) return [];
    return [
      { file, line: 1, message: `does not say that it is of ${brandId}; write scope: { brand: { in: [${brandId}] } }` },
    ];
  });
}

/**
 * Publishes the documents of a pack, or (brand null) the laws and calendars: what is new is added, what is known stays.
 * Joins the caller's transaction.
 * @returns what was added, or every problem; with a problem nothing is added
 */
export async function putPolicyFiles(
  ctx: Context,
  brandId: string | null,
  files: ReadonlyMap<string, string>,
): Promise<PutPolicies> {
  const { texts, problems } = readPolicyFiles(files);
  const known = await listPolicyVersions(ctx, brandId);
  const laws = brandId === null ? [] : await listPolicyVersions(ctx, null);
  const drafts = texts
    .filter(isDraft)
    .map(({ file }) => ({ file, line: 1, message: 'is a draft; set status: published' }));
  const hashes = new Set(texts.map(({ hash }) => hash));
  const others = [...known.filter(({ hash }) => !hashes.has(hash)), ...laws].map(({ document }) => document);
  const found = [...problems, ...drafts, ...strangers(texts, brandId), ...clashes(texts, known)];
  const all = found.length > 0 ? found : problemsTogether(texts, others);
  if (all.length > 0) return { problems: all };
  const stored = new Map(known.map((version) => [version.hash, version]));
  const added = texts.filter(({ hash }) => !stored.has(hash));
  for (const text of added) await insertPolicyVersion(ctx, brandId, text);
  for (const text of texts) {
    const before = stored.get(text.hash);
    if (before && (before.source !== text.source || before.file !== text.file)) await putPolicySource(ctx, text);
  }
  return { added, all: await listPolicyVersions(ctx, brandId) };
}
