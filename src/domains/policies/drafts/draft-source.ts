import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { IsoDate } from '#lib/time.ts';

/** A stretch of the text and what stands there instead. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a version says about itself; `supersedes` null takes the line out. */
export interface VersionFacts {
  readonly version: number;
  readonly supersedes: number | null;
  readonly status: 'draft' | 'published';
  /** The first day it holds; left as it is when not given. */
  readonly from?: IsoDate;
}

const isPair = (item: unknown): item is Pair => typeof item === 'object' && item !== null && 'key' in item;

/** The pair of a key at the top, or one level down, with where its key and value stand. */
function pairAt(document: ReturnType<typeof parseDocument>, path: readonly string[]): Pair | undefined {
  let node: unknown = document.contents;
  let found: Pair | undefined;
  for (const name of path) {
    if (!isMap(node)) return undefined;
    found = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
    node = found?.value;
  }
  return found;
}

const valueSplice = (pair: Pair | undefined, text: string): Splice | undefined =>
  isScalar(pair?.value) && pair.value.range ? { from: pair.value.range[0], to: pair.value.range[1], text } : undefined;

/** The whole line a key stands on, with its end. */
function lineOf(source: string, pair: Pair | undefined): { from: number; to: number } | undefined {
  if (!isScalar(pair?.key) || !pair.key.range) return undefined;
  const from = source.lastIndexOf('\n', pair.key.range[0]) + 1;
  const end = source.indexOf('\n', pair.key.range[0]);
  return { from, to: end === -1 ? source.length : end + 1 };
}

function supersedesSplice(source: string, document: ReturnType<typeof parseDocument>, number: number | null): Splice[] {
  const known = pairAt(document, ['supersedes']);
  const line = lineOf(source, known ?? pairAt(document, ['version']));
  if (!line) return [];
  if (known) {
    const splice = number === null ? { ...line, text: '' } : valueSplice(known, String(number));
    return splice ? [splice] : [];
  }
  return number === null ? [] : [{ from: line.to, to: line.to, text: `supersedes: ${number}\n` }];
}

/**
 * Writes a version's own facts into its text and leaves every other character as people wrote it.
 * @param source YAML that can be read; what is missing in it stays missing
 */
export function withVersionFacts(source: string, facts: VersionFacts): string {
  const document = parseDocument(source, { schema: 'core', prettyErrors: false });
  const splices = [
    valueSplice(pairAt(document, ['version']), String(facts.version)),
    valueSplice(pairAt(document, ['status']), facts.status),
    facts.from === undefined ? undefined : valueSplice(pairAt(document, ['effective', 'from']), facts.from),
    ...supersedesSplice(source, document, facts.supersedes),
  ].filter((splice) => splice !== undefined);
  return splices
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: instead }) => text.slice(0, from) + instead + text.slice(to), source);
}

/** A file beside those of earlier versions: `refunds.yaml`, then `refunds-v2.yaml`. */
export const fileOfVersion = (stem: string, version: number): string =>
  version === 1 ? `${stem}.yaml` : `${stem}-v${version}.yaml`;

/** The name all files of a document share. */
export const stemOf = (file: string): string => file.replace(/\.yaml$/, '').replace(/-v\d+$/, '');
