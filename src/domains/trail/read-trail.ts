import { type ChainCheck, checkChain } from '#lib/hash-chain.ts';
import type { Context } from '#platform/context.ts';
import { listEntries } from './queries.ts';
import type { TrailEntry } from './trail.ts';

/** A trail with the result of checking it. It is also what is exported: it holds everything needed to check it again. */
export interface ReadTrail {
  readonly subject: string;
  readonly entries: readonly TrailEntry[];
  readonly check: ChainCheck;
}

/** Reads a subject's trail and checks it; a subject nothing was recorded of has an empty one. */
export async function readTrail(ctx: Pick<Context, 'db'>, subject: string): Promise<ReadTrail> {
  const entries = await listEntries(ctx, subject);
  const contents = new Map(entries.map(({ number, content }) => [number, content]));
  return { subject, entries, check: checkChain(subject, entries, contents) };
}

/** The head as people read it aloud: the first eight characters. */
export const shortHead = (check: ChainCheck): string | null => (check.intact ? check.head.slice(0, 8) : null);
