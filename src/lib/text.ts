/** Controls that no person types on purpose and that hide or reorder what others read. Tab and line feed stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** Text as people see it: NFC, line feeds only, no control or bidirectional override characters, trimmed. */
export const cleanText = (raw: string): string =>
  raw.replaceAll(/\r\n?/g, '\n').normalize('NFC').toWellFormed().replaceAll(UNSEEN, '').trim();

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

/** A URL slug: lower-case ASCII words joined by hyphens; empty when nothing is left. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
