import { raiseContentVersion } from '#domains/brands/index.ts';
import { flagDependents, lockArticles } from '#domains/knowledge/index.ts';
import { insertActivity } from '#domains/people/index.ts';
import {
  beginOf,
  documentsOf,
  inForce,
  listPolicyVersions,
  type PolicyFileProblem,
  type PolicyText,
  type PolicyVersion,
  type PutPolicies,
  putPolicyFiles,
  startPolicies,
} from '#domains/policies/index.ts';
import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';

export type PublishedPolicy =
  | { readonly published: PolicyVersion; readonly flagged: number }
  | { readonly problems: readonly PolicyFileProblem[] };

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;

/**
 * Publishes documents of a brand and flags every text that quotes a value they change. Joins the caller's transaction,
 * which holds the brand's articles locked and ends by raising the content version.
 * @returns what `putPolicyFiles` says, with how many texts were flagged
 */
export async function putPoliciesAndFlags(
  ctx: Context,
  brandId: string,
  files: ReadonlyMap<string, string>,
): Promise<PutPolicies & { readonly flagged: number }> {
  const known = await listPolicyVersions(ctx, brandId);
  const put = await putPolicyFiles(ctx, brandId, files);
  if ('problems' in put) return { ...put, flagged: 0 };
  let flagged = 0;
  for (const { document } of put.added) {
    if (document.kind !== 'policy' || document.status !== 'published') continue;
    const at = later(ctx.now, beginOf(document));
    flagged += await flagDependents(ctx, brandId, {
      document,
      before: documentsOf(inForce(known, ctx.now)),
      after: documentsOf(inForce(put.all, at)),
    });
  }
  await startPolicies(ctx, brandId);
  return { ...put, flagged };
}

/**
 * Publishes one document from the desk, in one transaction with the flags of the texts that quote it.
 * @returns the version and how many texts wait for an editor now, or every problem; with a problem nothing changes
 */
export async function publishPolicyDocument(ctx: Context, brandId: string, text: PolicyText): Promise<PublishedPolicy> {
  return inTransaction(ctx, async (ctx): Promise<PublishedPolicy> => {
    await lockArticles(ctx, brandId);
    const put = await putPoliciesAndFlags(ctx, brandId, new Map([[text.file, text.source]]));
    if ('problems' in put) return { problems: put.problems };
    const published = put.all.find(({ hash }) => hash === text.hash);
    if (!published) throw new Error(`the version ${text.document.version} of ${text.document.id} was not stored`);
    const { id, version } = text.document;
    await insertActivity(ctx, {
      brandId,
      action: 'publish-policy',
      subject: `${id}/${version}`,
      details: { hash: text.hash, flagged: put.flagged },
    });
    await raiseContentVersion(ctx, brandId, null);
    return { published, flagged: put.flagged };
  });
}
