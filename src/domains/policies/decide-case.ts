import { type Context, inTransaction } from '#platform/context.ts';
import {
  compilePolicies,
  type Decision,
  decide,
  type Facts,
  type Problem,
  readFacts,
  recordOf,
} from '#policy/index.ts';
import { inOrder, type PolicyShelf } from './policy-shelves.ts';
import { findPolicyVersion, insertDecision, type StoredDecision } from './queries.ts';

export interface DecideCase {
  /** What it is about, as `claim:ID`. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type Decided =
  | { readonly decision: Decision; readonly facts: Facts; readonly id: string }
  | { readonly problems: readonly Problem[] };

/** Decides under the documents in force and keeps the decision with everything that reproduces it. */
export async function decideCase(ctx: Context, shelf: PolicyShelf, input: DecideCase): Promise<Decided> {
  const read = readFacts(input.facts, shelf.policies.vocabulary);
  if ('problems' in read) return read;
  const decision = decide(shelf.policies, read.facts, ctx.now);
  const record = recordOf(decision, read.facts);
  const id = await inTransaction(ctx, (ctx) =>
    insertDecision(ctx, {
      brandId: shelf.brandId,
      subject: input.subject,
      facts: input.facts,
      factsHash: record.facts,
      asOf: ctx.now,
      documentHashes: record.documents,
      calendarHashes: record.calendars,
      decision,
      decisionHash: record.decision,
    }),
  );
  return { decision, facts: read.facts, id };
}

/** Decides a stored case anew from its hashes; true when it comes out the same to the last bit. */
export async function replaysAlike(ctx: Pick<Context, 'db'>, stored: StoredDecision): Promise<boolean> {
  const hashes = [...stored.documentHashes, ...stored.calendarHashes];
  const versions = await Promise.all(hashes.map((hash) => findPolicyVersion(ctx, hash)));
  const found = versions.filter((version) => version !== null);
  if (found.length < hashes.length) return false;
  const policies = compilePolicies(inOrder(found));
  const read = readFacts(stored.facts, policies.vocabulary);
  if ('problems' in read) return false;
  return recordOf(decide(policies, read.facts, stored.asOf), read.facts).decision === stored.decisionHash;
}
