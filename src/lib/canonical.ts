import { sha256 } from './bytes.ts';

/** The same text for the same content: keys sorted, nothing unset. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`);
  return `{${entries.join(',')}}`;
}

/** SHA-256 of the canonical text, as lower-case hex. */
export const contentHash = (value: unknown): string => sha256(canonicalText(value));
