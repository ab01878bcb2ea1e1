/** Controls that no person types on purpose and that hide or reorder what others read. Tab and line feed stay. */
const UNSEEN_RANGES = [
  '\\u0000-\\u0008',
  '\\u000B-\\u001F',
  '\\u007F-\\u009F',
  '\\u061C',
  '\\u200B-\\u200F',
  '\\u202A-\\u202E',
  '\\u2060-\\u2064',
  '\\u2066-\\u206F',
  '\\uFEFF',
];
const UNSEEN = new RegExp(`[${UNSEEN_RANGES.join('')}]`, 'gu');

/** Normalising costs the square of a run of combining marks; no script stacks this many. */
const MARK_RUN = /(\p{M}{30})\p{M}+/gu;

/** Text as people see it: NFC, line feeds only, no control or bidirectional override characters, trimmed. */
export const cleanText = (raw: string): string =>
  raw
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed()
    .replaceAll(UNSEEN, '')
    .replaceAll(MARK_RUN, '$1')
    .normalize('NFC')
    .trim();

/** The same on one line, white space folded. */
export const cleanLine = (raw: string): string => cleanText(raw).replaceAll(/\s+/gu, ' ');

/** At most `limit` characters, cut at a code point and closed with an ellipsis when cut. */
export function shorten(text: string, limit: number): string {
  const points = [...text];
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

const MAX_SLUG = 80;

/** A URL slug: lower-case ASCII words joined by hyphens; empty when nothing is left. */
export const slugOf = (text: string): string =>
  text
    .replaceAll(MARK_RUN, '$1')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_SLUG)
    .replace(/-$/, '');

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
