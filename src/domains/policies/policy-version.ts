import type { Temporal } from '#lib/time.ts';
import type { FileProblem } from '#lib/yaml.ts';
import { type AnyDocument, contentHash, readDocumentText } from '#policy/index.ts';

/** A file of a pack, or of the laws, that holds one document. */
export const POLICY_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** One version of a document as it was read: the text, what it says, and the hash that names it for ever. */
export interface PolicyText {
  readonly file: string;
  readonly source: string;
  readonly document: AnyDocument;
  readonly hash: string;
}

/** A version that was published. */
export interface PolicyVersion extends PolicyText {
  /** Null for laws and calendars, which are the same for all brands. */
  readonly brandId: string | null;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
}

/** Reads one file. Problems come with their line, counted from 1. */
export function readPolicyText(
  file: string,
  source: string,
): PolicyText | { readonly problems: readonly FileProblem[] } {
  if (!POLICY_FILE.test(file))
    return { problems: [{ line: 1, message: 'needs a name of small letters, digits and hyphens, ending in .yaml' }] };
  const read = readDocumentText(source);
  if ('problems' in read) return read;
  return { file, source, document: read.document, hash: contentHash(read.document) };
}
