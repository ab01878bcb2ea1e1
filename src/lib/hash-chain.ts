import { sha256 } from './bytes.ts';
import { canonicalText, contentHash } from './canonical.ts';

/** What an entry says outside its content; all of it is sealed by its hash. */
export interface ChainHead {
  /** Counted from 1, without gaps. */
  readonly number: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly kind: string;
  readonly by: string;
}

/** A link of the chain. The content itself is not in it: only the digest of content and salt is. */
export interface ChainEntry extends ChainHead {
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Content that is still there, with the salt its digest was made with; or when and by which rule it was erased. */
export type ChainContent =
  | { readonly content: unknown; readonly salt: string }
  | { readonly erasedAt: string; readonly byRule: string };

export type ChainCheck =
  | { readonly intact: true; readonly length: number; readonly erased: readonly number[]; readonly head: string }
  | { readonly intact: false; readonly number: number; readonly because: 'missing' | 'moved' | 'sealed' | 'content' };

/** What the first entry follows: a chain is bound to its subject. */
export const firstHash = (subject: string): string => sha256(`recourse trail ${subject}`);

/** Without its salt a digest tells nothing about short content, so that erasing the salt erases the content. */
export const digestOf = (content: unknown, salt: string): string => sha256(`${salt}\n${canonicalText(content)}`);

const sealOf = ({ number, at, kind, by }: ChainHead, digest: string, previousHash: string): string =>
  contentHash({ number, at, kind, by, digest, previousHash });

/** Seals an entry to the one before it. */
export function seal(head: ChainHead, content: { content: unknown; salt: string }, previousHash: string): ChainEntry {
  const digest = digestOf(content.content, content.salt);
  return { ...head, digest, previousHash, hash: sealOf(head, digest, previousHash) };
}

/**
 * Checks a whole chain, offline: order, seals, and every content that was not erased.
 * @param contents by number; an entry without one counts as changed
 */
export function checkChain(
  subject: string,
  entries: readonly ChainEntry[],
  contents: ReadonlyMap<number, ChainContent>,
): ChainCheck {
  let previous = firstHash(subject);
  const erased: number[] = [];
  for (const [i, entry] of entries.entries()) {
    const { number, digest } = entry;
    if (number !== i + 1) return { intact: false, number: i + 1, because: 'missing' };
    if (entry.previousHash !== previous) return { intact: false, number, because: 'moved' };
    if (entry.hash !== sealOf(entry, digest, previous)) return { intact: false, number, because: 'sealed' };
    const content = contents.get(number);
    if (content === undefined) return { intact: false, number, because: 'content' };
    if ('erasedAt' in content) erased.push(number);
    else if (digestOf(content.content, content.salt) !== digest) return { intact: false, number, because: 'content' };
    previous = entry.hash;
  }
  return { intact: true, length: entries.length, erased, head: previous };
}
