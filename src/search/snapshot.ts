import { LocaleIndex } from './locale-index.ts';
import { Segment, type SegmentData } from './ranking/segment.ts';
import { Lexicon, type PackedLexicon } from './words/lexicon.ts';

/**
 * A snapshot: "RCSI", the version, the length of a JSON header, the header, then every array aligned to 8 bytes. The
 * header names each array, its type and its length, in the order in which they follow.
 */

const MAGIC = 0x49534352;
/** Raised when analysis or layout change, so that old snapshots are not believed. */
export const SNAPSHOT_VERSION = 2;
const PREAMBLE_BYTES = 16;
const ALIGNMENT_BYTES = 8;
const MOST_LOCALES = 500;

const kinds = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof kinds;
type Packed = InstanceType<(typeof kinds)[Kind]>;
type Arrays = Record<string, Packed>;

interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly length: number;
}

interface Header {
  readonly locales: readonly { readonly locale: string; readonly documents: number; readonly segments: number }[];
  readonly arrays: readonly Entry[];
}

/** The indexes of all locales in one array of bytes. */
export function writeSnapshot(indexes: readonly LocaleIndex[]): Uint8Array {
  const arrays: Arrays = {};
  indexes.forEach((index, at) => {
    arrays[`${at}.lengths`] = index.lengths.totals;
    for (const [name, values] of Object.entries(index.lexicon.pack()))
      arrays[`${at}.lexicon.${name}`] = values as Packed;
    index.segments.forEach((segment, number) => {
      for (const [name, values] of Object.entries(segment.data)) arrays[`${at}.${number}.${name}`] = values as Packed;
    });
  });
  const header: Header = {
    locales: indexes.map(({ locale, lengths, segments }) => ({
      locale,
      documents: lengths.documents,
      segments: segments.length,
    })),
    arrays: Object.entries(arrays).map(([name, values]) => ({ name, kind: kindOf(values), length: values.length })),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(PREAMBLE_BYTES + headerBytes.length);
  const total = Object.values(arrays).reduce((sum, values) => sum + aligned(values.byteLength), start);
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, SNAPSHOT_VERSION, headerBytes.length]);
  bytes.set(headerBytes, PREAMBLE_BYTES);
  let at = start;
  for (const values of Object.values(arrays)) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += aligned(values.byteLength);
  }
  return bytes;
}

/** The indexes of a snapshot, or null when the bytes are not a whole snapshot of this version. */
export function readSnapshot(bytes: Uint8Array): readonly LocaleIndex[] | null {
  const copy = bytes.byteOffset % ALIGNMENT_BYTES === 0 ? bytes : bytes.slice();
  const header = readHeader(copy);
  if (header === null) return null;
  const arrays = readArrays(copy, header);
  if (arrays === null) return null;
  return header.locales.map((each, at) => readLocale(each.locale, each.documents, each.segments, `${at}`, arrays));
}

function readLocale(locale: string, documents: number, segments: number, at: string, arrays: Arrays): LocaleIndex {
  const named = (prefix: string): Arrays => {
    const own = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(own.map(([name, values]) => [name.slice(prefix.length), values]));
  };
  const index = new LocaleIndex(locale, new Lexicon(locale, named(`${at}.lexicon.`) as unknown as PackedLexicon));
  index.lengths.totals.set(arrays[`${at}.lengths`] ?? []);
  index.lengths.documents = documents;
  for (let number = 0; number < segments; number += 1) {
    index.adopt(new Segment(named(`${at}.${number}.`) as unknown as SegmentData));
  }
  return index;
}

function readHeader(bytes: Uint8Array): Header | null {
  if (bytes.length < PREAMBLE_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(8, true);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== SNAPSHOT_VERSION) return null;
  if (PREAMBLE_BYTES + length > bytes.length) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(PREAMBLE_BYTES, PREAMBLE_BYTES + length),
    );
    const header = JSON.parse(text) as Header;
    return Array.isArray(header.arrays) && header.locales.length <= MOST_LOCALES ? header : null;
  } catch {
    return null;
  }
}

function readArrays(bytes: Uint8Array, header: Header): Arrays | null {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  let at = aligned(PREAMBLE_BYTES + headerLength);
  const arrays: Arrays = {};
  for (const { name, kind, length } of header.arrays) {
    const ArrayOfKind = kinds[kind];
    if (ArrayOfKind === undefined || !Number.isSafeInteger(length) || length < 0) return null;
    const byteLength = length * ArrayOfKind.BYTES_PER_ELEMENT;
    if (at + byteLength > bytes.length) return null;
    arrays[name] = new ArrayOfKind(
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + byteLength) as ArrayBuffer,
    );
    at += aligned(byteLength);
  }
  return arrays;
}

function kindOf(values: Packed): Kind {
  const kind = (Object.keys(kinds) as Kind[]).find((name) => values instanceof kinds[name]);
  if (kind === undefined) throw new TypeError('a snapshot holds only packed arrays');
  return kind;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
