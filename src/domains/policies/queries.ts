import { dateOf, instantOf } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Decision } from '#policy/index.ts';
import { type PolicyText, type PolicyVersion, readPolicyText } from './policy-version.ts';

type Reading = Pick<Context, 'db'>;

const MAX_VERSIONS = 500;
const MAX_DECISIONS = 50;

interface VersionRow {
  brand_id: string | null;
  file: string;
  source: string;
  published_at: Date;
  published_by: string;
}

const COLUMNS = ['brand_id', 'file', 'source', 'published_at', 'published_by'] as const;

function toVersion({ brand_id, file, source, published_at, published_by }: VersionRow): PolicyVersion {
  const text = readPolicyText(file, source);
  // It was read before it was stored; only a release that reads less than the one before it comes here.
  if ('problems' in text) throw new Error(`the stored policy ${file} cannot be read: ${text.problems[0]?.message}`);
  return { ...text, brandId: brand_id, publishedAt: instantOf(published_at), publishedBy: published_by };
}

/** Every version of a brand's own documents, or (null) of laws and calendars; oldest first. */
export async function listPolicyVersions(ctx: Reading, brandId: string | null): Promise<PolicyVersion[]> {
  const rows = await ctx.db
    .selectFrom('policy_version')
    .select(COLUMNS)
    .where('brand_id', brandId === null ? 'is' : '=', brandId)
    .orderBy('document_id')
    .orderBy('version')
    .limit(MAX_VERSIONS)
    .execute();
  return rows.map(toVersion);
}

export async function findPolicyVersion(ctx: Reading, hash: string): Promise<PolicyVersion | null> {
  const row = await ctx.db.selectFrom('policy_version').select(COLUMNS).where('hash', '=', hash).executeTakeFirst();
  return row ? toVersion(row) : null;
}

export async function insertPolicyVersion(ctx: Context, brandId: string | null, text: PolicyText): Promise<void> {
  await ctx.db
    .insertInto('policy_version')
    .values({
      hash: text.hash,
      brand_id: brandId,
      document_id: text.document.id,
      version: text.document.version,
      kind: text.document.kind,
      file: text.file,
      source: text.source,
      published_at: dateOf(ctx.now),
      published_by: actorKey(ctx.by),
    })
    // Nodes that start together publish the same laws.
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
}

/** Replaces the written text of a version whose meaning is the same: comments and layout may be mended. */
export async function putPolicySource(ctx: Context, { hash, file, source }: PolicyText): Promise<void> {
  await ctx.db.updateTable('policy_version').set({ file, source }).where('hash', '=', hash).execute();
}

/** A decision as it was made; see `recordOf` in src/policy for the hashes. */
export interface StoredDecision {
  readonly id: string;
  readonly brandId: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly factsHash: string;
  readonly asOf: ReturnType<typeof instantOf>;
  readonly documentHashes: readonly string[];
  readonly calendarHashes: readonly string[];
  readonly decision: Decision;
  readonly decisionHash: string;
  readonly decidedAt: ReturnType<typeof instantOf>;
}

export async function insertDecision(
  ctx: Context,
  { decision, facts, ...stored }: Omit<StoredDecision, 'id' | 'decidedAt'>,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('policy_decision')
    .values({
      brand_id: stored.brandId,
      subject: stored.subject,
      facts: JSON.stringify(facts),
      facts_hash: stored.factsHash,
      as_of: dateOf(stored.asOf),
      document_hashes: [...stored.documentHashes],
      calendar_hashes: [...stored.calendarHashes],
      decision: JSON.stringify(decision),
      decision_hash: stored.decisionHash,
      decided_at: dateOf(ctx.now),
      decided_by: actorKey(ctx.by),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Decisions about one thing, newest first. */
export async function listDecisions(ctx: Reading, subject: string): Promise<StoredDecision[]> {
  const rows = await ctx.db
    .selectFrom('policy_decision')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .limit(MAX_DECISIONS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    brandId: row.brand_id,
    subject: row.subject,
    facts: row.facts as Readonly<Record<string, unknown>>,
    factsHash: row.facts_hash,
    asOf: instantOf(row.as_of),
    documentHashes: row.document_hashes,
    calendarHashes: row.calendar_hashes,
    decision: row.decision as unknown as Decision,
    decisionHash: row.decision_hash,
    decidedAt: instantOf(row.decided_at),
  }));
}

export async function removeDecisions(ctx: Context, subject: string): Promise<void> {
  await ctx.db.deleteFrom('policy_decision').where('subject', '=', subject).execute();
}
