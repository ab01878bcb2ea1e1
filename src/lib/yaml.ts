import { Document, isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a file, at a line counted from 1. */
export interface FileProblem {
  readonly line: number;
  readonly message: string;
}

export type Parsed<T> = { readonly value: T } | { readonly problems: readonly FileProblem[] };

export const MAX_YAML_BYTES = 262_144;
const MAX_DEPTH = 24;
/** A level is a pair and a node on the path to it. */
const MAX_PATH = 2 * MAX_DEPTH;
/** What the parser says when brackets over many lines have used up its stack. */
const EXHAUSTED = /call stack|Stack overflow/;
const MAX_PROBLEMS = 20;

/** Deepest nesting of flow brackets and indentation, counted without recursion so that a bomb cannot exhaust the stack. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let last = '';
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    // Prose may hold a bracket that nothing closes; a line that ends with an open one goes on.
    else if (char === '\n' && depth < MAX_DEPTH && !/[[{,]/.test(last)) depth = 0;
    if (char > ' ') last = char;
  }
  const indents = text.split('\n').map((line) => (/^[ -]*/.exec(line)?.[0].length ?? 0) / 2);
  return Math.max(deepest, ...indents.slice(0, 20_000));
}

const one = (line: number, message: string): Parsed<never> => ({ problems: [{ line, message }] });

/** `doors[0].links` as a person reads it. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('');

/**
 * Reads one plain YAML document into the shape a schema describes.
 * @param text the file; at most MAX_YAML_BYTES, no anchors, aliases or tags
 * @param firstLine the number of the line `text` starts at, when it is part of a larger file
 * @returns the value with keys in the schema's order, or every problem with its line
 */
export function readYaml<S extends z.ZodType>(text: string, schema: S, firstLine = 1): Parsed<z.output<S>> {
  if (text.length > MAX_YAML_BYTES) return one(firstLine, `the file is larger than ${MAX_YAML_BYTES / 1024} kB`);
  const deep = `nested deeper than ${MAX_DEPTH} levels`;
  if (depthOf(text) > MAX_DEPTH) return one(firstLine, deep);
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, schema: 'core', prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.some((e) => EXHAUSTED.test(e.message))) return one(firstLine, deep);
  if (broken.length > 0) {
    return { problems: broken.slice(0, MAX_PROBLEMS).map((e) => ({ line: lineAt(e.pos[0]), message: e.message })) };
  }
  const odd = oddityIn(document);
  if (odd) return one(lineAt(odd.offset), odd.message);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
      line: lineAt(offsetOf(document, issue.path)),
      message: `${pathText(issue.path) || 'the file'}: ${issue.message}`,
    })),
  };
}

/**
 * The first thing that is not plain: too deep, an anchor, alias or tag, or a key that is no word or stands twice.
 * Keys are compared here because the parser compares each with every other, which a long file makes slow.
 */
function oddityIn(document: ReturnType<typeof parseDocument>): { offset: number; message: string } | undefined {
  let found: { offset: number; message: string } | undefined;
  const report = (node: unknown, message: string): symbol => {
    found = { offset: (isNode(node) && node.range?.[0]) || 0, message };
    return visit.BREAK;
  };
  visit(document, (_key, node, path) => {
    if (path.length > MAX_PATH) return report(node, `nested deeper than ${MAX_DEPTH} levels`);
    if (!isNode(node)) return undefined;
    if (isAlias(node) || node.tag !== undefined || ('anchor' in node && node.anchor))
      return report(node, 'anchors, aliases and tags are not read here');
    const seen = new Set<string>();
    for (const { key } of isMap(node) ? node.items : []) {
      if (!isScalar(key)) return report(node, 'keys are plain words');
      if (seen.has(String(key.value))) return report(key, `the key ${String(key.value)} stands twice`);
      seen.add(String(key.value));
    }
    return undefined;
  });
  return found;
}

/** Where the closest existing ancestor of a path stands in the text. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Short lists of plain values stand on one line, as people write them. */
const MAX_FLOW = 160;

/** Writes a value as plain YAML, always the same bytes for the same value; `undefined` and empty lists are left out. */
export function writeYaml(value: unknown): string {
  const document = new Document(withoutBlanks(value) ?? {}, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_key, node) => {
      const words = node.items.map((item) => (isScalar(item) ? String(item.value) : null));
      if (words.every((word) => word !== null && !word.includes('\n')) && words.join(', ').length <= MAX_FLOW)
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, indentSeq: true, flowCollectionPadding: false });
}

function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutBlanks(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
