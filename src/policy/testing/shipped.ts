import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnyDocument, PolicyDocument } from '../model/document.ts';
import { readDocumentText } from '../reading/documents.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Documents of the repository, by pattern. Throws where one cannot be read. */
export function documentsIn(...patterns: readonly string[]): readonly AnyDocument[] {
  return globSync(patterns, { cwd: ROOT })
    .sort()
    .map((file) => {
      const read = readDocumentText(readFileSync(`${ROOT}/${file}`, 'utf8'));
      if ('problems' in read) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
      return read.document;
    });
}

export const isPolicy = (document: AnyDocument): document is PolicyDocument => document.kind === 'policy';

/** Laws, calendars and the policies of brands that come with the product. */
export const shippedDocuments = (): readonly AnyDocument[] =>
  documentsIn('jurisdictions/*.yaml', 'jurisdictions/calendars/*.yaml', 'packs/*/policies/*.yaml');

/** Policies of invented companies. */
export const inventedDocuments = (): readonly AnyDocument[] => documentsIn('test/policies/*.yaml');
