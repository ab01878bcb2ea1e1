import { z } from 'zod';
import { type FileProblem, readYaml } from '#lib/yaml.ts';
import type { AnyDocument } from '../model/document.ts';
import { DOCUMENT } from './document-shape.ts';
import { type Problem, Reading } from './problems.ts';
import type { JsonSchema } from './shape.ts';

/** Reads a document that was already parsed, from JSON say. */
export function readDocument(
  given: unknown,
): { readonly document: AnyDocument } | { readonly problems: readonly Problem[] } {
  const at = new Reading();
  const document = DOCUMENT.read(given, at);
  return document === undefined || at.problems.length > 0 ? { problems: at.problems } : { document };
}

/** Lets the reader of YAML find the line of each of our problems. */
const AS_DOCUMENT = z.unknown().transform((given, context) => {
  const result = readDocument(given);
  if ('document' in result) return result.document;
  for (const { path, message } of result.problems) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

/** Reads a document as people write it, in YAML; problems come with their line. */
export function readDocumentText(
  text: string,
): { readonly document: AnyDocument } | { readonly problems: readonly FileProblem[] } {
  const result = readYaml(text, AS_DOCUMENT);
  return 'value' in result ? { document: result.value } : result;
}

/** JSON Schema of the format, made from the shapes that read it, for editors that complete and check. */
export function documentSchema(): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const schema = DOCUMENT.schema(definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Recourse policy document',
    ...schema,
    $defs: Object.fromEntries(definitions),
  };
}
