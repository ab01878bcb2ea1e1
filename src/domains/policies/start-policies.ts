import { raiseContentVersion } from '#domains/brands/index.ts';
import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { changesOf, datedVersions, inForce } from './in-force.ts';
import { listBrandsWithPolicies, listStartedHashes, putStarts } from './queries/starts.ts';
import { listPolicyVersions } from './queries.ts';

/**
 * Records which versions of a brand hold now. Joins the caller's transaction, which raises the content version.
 * @returns whether anything began or ended
 */
export async function startPolicies(ctx: Context, brandId: string): Promise<boolean> {
  const [versions, started] = await Promise.all([listPolicyVersions(ctx, brandId), listStartedHashes(ctx, brandId)]);
  const holding = inForce(versions, ctx.now).map(({ hash }) => hash);
  const begun = holding.filter((hash) => !started.includes(hash));
  const ended = started.filter((hash) => !holding.includes(hash));
  return (await putStarts(ctx, brandId, { begun, ended })) > 0;
}

/** Until when nothing begins or ends by date, for the documents a brand had; reading them all every time would be dear. */
interface Quiet {
  readonly hashes: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}
const quiet = new WeakMap<Context['db'], Map<string, Quiet>>();

const isQuiet = (known: Quiet | undefined, hashes: string, now: Temporal.Instant): boolean =>
  known !== undefined &&
  known.hashes === hashes &&
  Temporal.Instant.compare(known.from, now) <= 0 &&
  (known.until === null || Temporal.Instant.compare(now, known.until) < 0);

/** A version that starts today changes the pages that quote it today: looked for again and again, by every node. */
export async function startDuePolicies(ctx: Context): Promise<void> {
  const known = quiet.get(ctx.db) ?? new Map<string, Quiet>();
  quiet.set(ctx.db, known);
  for (const { brandId, hashes } of await listBrandsWithPolicies(ctx)) {
    if (isQuiet(known.get(brandId), hashes, ctx.now)) continue;
    await inTransaction(ctx, async (ctx) => {
      if (await startPolicies(ctx, brandId)) await raiseContentVersion(ctx, brandId, null);
    });
    known.set(brandId, { hashes, from: ctx.now, until: await nextChange(ctx, brandId) });
  }
}

/** The next instant a version begins or ends. */
async function nextChange(ctx: Context, brandId: string): Promise<Temporal.Instant | null> {
  const dates = datedVersions(await listPolicyVersions(ctx, brandId), ctx.now).flatMap(changesOf);
  const later = dates.filter((at) => Temporal.Instant.compare(at, ctx.now) > 0);
  return later.sort(Temporal.Instant.compare)[0] ?? null;
}
