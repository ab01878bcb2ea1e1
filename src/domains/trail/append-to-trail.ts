import { randomToken } from '#lib/bytes.ts';
import { invalid } from '#lib/faults.ts';
import { type ChainEntry, firstHash, seal } from '#lib/hash-chain.ts';
import { Temporal } from '#lib/time.ts';
import { actorKey, type Context, inTransaction } from '#platform/context.ts';
import { findLastEntry, insertEntry, lockTrail, putTrail } from './queries.ts';
import { MAX_CONTENT_BYTES, MAX_TRAIL_ENTRIES, type TrailFact } from './trail.ts';

/** PostgreSQL keeps time to the microsecond and JavaScript to the millisecond; what is sealed has to come back as it was. */
const sealedTime = (at: Temporal.Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds).toString();

/**
 * Records a fact at the end of a subject's trail, which is opened by its first one. Joins the caller's transaction.
 * @throws invalid when the content is too large or the trail is full
 */
export async function appendToTrail(
  ctx: Context,
  about: { readonly brandId: string; readonly subject: string },
  fact: TrailFact,
): Promise<ChainEntry> {
  // What is stored is what JSON keeps of it, and that is what has to be sealed.
  const text = JSON.stringify(fact.content ?? null);
  if (Buffer.byteLength(text) > MAX_CONTENT_BYTES) throw invalid('this is too long for the trail');
  return inTransaction(ctx, async (ctx) => {
    await putTrail(ctx, about.brandId, about.subject);
    const trailId = await lockTrail(ctx, about.subject);
    if (trailId === null) throw invalid('the trail has just been removed');
    const last = await findLastEntry(ctx, trailId);
    const number = (last?.number ?? 0) + 1;
    if (number > MAX_TRAIL_ENTRIES) throw invalid('the trail is full');
    const content = { content: JSON.parse(text) as unknown, salt: randomToken() };
    const head = { number, at: sealedTime(ctx.now), kind: fact.kind, by: actorKey(ctx.by) };
    const entry = seal(head, content, last?.hash ?? firstHash(about.subject));
    await insertEntry(ctx, trailId, entry, content);
    return entry;
  });
}
