import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sfntOf } from './sfnt.ts';

/** The faces a paper is set in; each has a Latin part and one for the rest of the Latin script. */
export const FACES = {
  text: { family: 'atkinson-hyperlegible-next', weight: 400 },
  strong: { family: 'atkinson-hyperlegible-next', weight: 700 },
  title: { family: 'newsreader', weight: 600 },
} as const;
export type Face = keyof typeof FACES;

const PARTS = { latin: 'latin', extended: 'latin-ext' } as const;
export type Part = keyof typeof PARTS;

const require = createRequire(import.meta.url);

const loaded = new Map<string, Buffer>();

/** The bytes of a face, read once. From the static WOFF files: the library cannot embed a variable WOFF2. */
export function faceBytes(face: Face, part: Part): Buffer {
  const { family, weight } = FACES[face];
  const name = `${family}-${PARTS[part]}-${weight}-normal.woff`;
  const known = loaded.get(name);
  if (known) return known;
  const home = dirname(require.resolve(`@fontsource/${family}/package.json`));
  const bytes = sfntOf(readFileSync(join(home, 'files', name)));
  loaded.set(name, bytes);
  return bytes;
}

/** Signs of the Latin part of both families, and of the extended part. Others cannot be set. */
const LATIN =
  /^[\n\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2212]$/u;
const EXTENDED = /^[\u0100-\u017f\u0218-\u021b\u1e80-\u1e85\u1e9e]$/u;
/** Neither family draws these spaces; they are all as wide as the one they become. */
const SPACES = /[\t\u2000-\u200a\u202f\u205f\u3000]/gu;
const SPACE = '\u00a0';
/** Stands for a sign that neither family has. */
const UNKNOWN = '?';

/** A stretch of text one font file can set. */
export interface Run {
  readonly part: Part;
  readonly text: string;
}

const withSpaces = (text: string): string => text.normalize('NFC').replaceAll(SPACES, SPACE);

/** Cuts text into runs; signs of other scripts become question marks (`unprintable` tells beforehand). */
export function runsOf(text: string): readonly Run[] {
  const runs: { part: Part; text: string }[] = [];
  for (const sign of withSpaces(text)) {
    // The Latin part goes first: it has œ and ı, which the other one lacks although they lie in its range.
    const isLatin = LATIN.test(sign);
    const part: Part = !isLatin && EXTENDED.test(sign) ? 'extended' : 'latin';
    const drawn = isLatin || part === 'extended' ? sign : UNKNOWN;
    const last = runs.at(-1);
    if (last?.part === part) last.text += drawn;
    else runs.push({ part, text: drawn });
  }
  return runs;
}

/** The signs of a text that a PDF of ours cannot show, each once: other scripts, pictures. */
export const unprintable = (text: string): readonly string[] => [
  ...new Set([...withSpaces(text)].filter((sign) => !LATIN.test(sign) && !EXTENDED.test(sign))),
];
