import { foldText } from '../analysis/characters.ts';
import { CODE_CHARACTERS, QUERY_CHARACTERS } from '../limits.ts';

/** A run of letters and digits in a text. */
export interface Piece {
  /** Upper case, Latin letters without accents. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when blanks stand before it, false for "-", "." and the like or the beginning. */
  readonly isAfterBlank: boolean;
}

const run = /[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]+/gu;

/** The pieces of a text, at most `limit`. */
export function piecesOf(text: string, limit: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let before = 0;
  for (const match of text.slice(0, QUERY_CHARACTERS).matchAll(run)) {
    const folded = foldText(match[0]).toUpperCase();
    if (folded === '') continue;
    const end = match.index + match[0].length;
    pieces.push({ text: folded, start: match.index, end, isAfterBlank: /\s/.test(text.slice(before, match.index)) });
    before = end;
    if (pieces.length === limit) break;
  }
  return pieces;
}

/** A code without case and separators: "nw-2-5" → "NW25". Empty when it is no code at all. */
export function canonicalCode(code: string): string {
  return piecesOf(code.slice(0, CODE_CHARACTERS), CODE_CHARACTERS)
    .map(({ text }) => text)
    .join('');
}

/** The same for characters people take for each other: O and 0; I, l and 1. */
export function confusableKey(canonical: string): string {
  return canonical.replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** The digits of a code alone. */
export function digitsOf(canonical: string): string {
  return canonical.replace(/\D/g, '');
}

const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];

function areNeighbours(left: string, right: string): boolean {
  return rows.some(
    (row) => Math.abs(row.indexOf(left) - row.indexOf(right)) === 1 && row.includes(left) && row.includes(right),
  );
}

/**
 * How unlikely one typo turned `code` into `typed`: swapped neighbours and doubled characters are likelier than a wrong
 * key, a key nearby likelier than another. Infinity when more than one edit lies between them.
 */
export function typoCost(typed: string, code: string): number {
  let start = 0;
  while (start < typed.length && start < code.length && typed[start] === code[start]) start += 1;
  let [typedEnd, codeEnd] = [typed.length, code.length];
  while (typedEnd > start && codeEnd > start && typed[typedEnd - 1] === code[codeEnd - 1]) {
    typedEnd -= 1;
    codeEnd -= 1;
  }
  const [wrong, right] = [typed.slice(start, typedEnd), code.slice(start, codeEnd)];
  if (wrong.length === 2 && right.length === 2) return wrong[0] === right[1] && wrong[1] === right[0] ? 0.7 : Infinity;
  if (wrong.length > 1 || right.length > 1) return Infinity;
  if (wrong === '') return right === code[start - 1] ? 0.75 : 1;
  if (right === '') return wrong === typed[start - 1] ? 0.6 : 0.95;
  if (areNeighbours(wrong, right)) return 0.8;
  return /\d/.test(wrong) === /\d/.test(right) ? 1 : 1.2;
}
