import { z } from 'zod';
import { type FileProblem, MAX_YAML_BYTES, readYaml } from '#lib/yaml.ts';
import type { AnyDocument } from '../model/document.ts';
import { DOCUMENT } from './document-shape.ts';
import { reportExpansion } from './expansion.ts';
import { parserHint } from './hints.ts';
import { type Problem, problemText, Reading } from './problems.ts';
import type { JsonSchema } from './shape.ts';

/** Reads a document that was already parsed, from JSON say. */
export function readDocument(
  given: unknown,
): { readonly document: AnyDocument } | { readonly problems: readonly Problem[] } {
  const at = new Reading();
  const document = DOCUMENT.read(given, at);
  if (document?.kind === 'policy') reportExpansion(document, at);
  return document === undefined || at.problems.length > 0 ? { problems: at.problems } : { document };
}

/** A program writes longer documents than a person; those come as JSON, without lines. */
const MAX_JSON_BYTES = 33_554_432;

/** Lets the reader of YAML find the line of each of our problems. */
const AS_DOCUMENT = z.unknown().transform((given, context) => {
  const result = readDocument(given);
  if ('document' in result) return result.document;
  for (const { path, message } of result.problems) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

function readLongJson(
  text: string,
): { readonly document: AnyDocument } | { readonly problems: readonly FileProblem[] } {
  const one = (message: string): { readonly problems: readonly FileProblem[] } => ({
    problems: [{ line: 1, message }],
  });
  if (text.length > MAX_JSON_BYTES) return one(`the file is larger than ${MAX_JSON_BYTES / 1_048_576} MB`);
  try {
    const read = readDocument(JSON.parse(text));
    return 'document' in read ? read : { problems: read.problems.flatMap((each) => one(problemText(each)).problems) };
  } catch (error) {
    return one(error instanceof SyntaxError ? `no JSON: ${error.message}` : 'cannot be read');
  }
}

/** Finds the lines of problems in the text they were found in; their messages get the place in front. */
export function locateProblems(text: string, problems: readonly Problem[]): readonly FileProblem[] {
  const asFound = z.unknown().transform((_given, context) => {
    for (const { path, message } of problems) context.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });
  const read = readYaml(text, asFound);
  return 'problems' in read ? read.problems : [];
}

/**
 * Reads a document as people write it, in YAML, or in JSON; problems come with their line.
 * YAML may have 256 kB; longer documents are read as JSON.
 */
export function readDocumentText(
  text: string,
): { readonly document: AnyDocument } | { readonly problems: readonly FileProblem[] } {
  if (text.length > MAX_YAML_BYTES && text.trimStart().startsWith('{')) return readLongJson(text);
  const result = readYaml(text, AS_DOCUMENT);
  if ('value' in result) return { document: result.value };
  // What the parser says after its first complaint follows from that one.
  const [first] = result.problems;
  const hint = first && parserHint(first.message);
  return first && hint ? { problems: [{ ...first, message: hint }] } : result;
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
