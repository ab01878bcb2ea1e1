import { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { enqueue } from '#platform/jobs.ts';
import { versionInForce } from '../drafts/compared.ts';
import { insertRequests, lockCorpus, measureRequests } from '../queries/corpus.ts';
import { listPolicyVersions } from '../queries.ts';
import { type GenerateRequests, requestAt } from './generate-requests.ts';
import { CORPUS } from './trades.ts';
import { wordsReadBy } from './words-read.ts';

/** The job that makes and stores past requests; its payload is `{ brandId, until }`. */
export const CORPUS_JOB = 'fill-policy-corpus';

/** Requests made and stored between two breaths. */
const BATCH = 250;

/** Asks for a brand's past requests, unless it has them all or has none to be made. */
export async function askForCorpus(ctx: Context, brandId: string): Promise<void> {
  const size = CORPUS.get(brandId)?.size ?? 0;
  const { count } = await measureRequests(ctx, brandId, 'generated');
  if (count >= size) return;
  const until = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  await enqueue(ctx, CORPUS_JOB, { brandId, until }, { key: `${CORPUS_JOB}:${brandId}` });
}

/** What a brand's corpus is made from; null for a brand that has none. */
async function recipeOf(ctx: Context, brandId: string, until: string): Promise<GenerateRequests | null> {
  const known = CORPUS.get(brandId);
  const [first] = (await listPolicyVersions(ctx, brandId)).filter(({ document }) => document.kind === 'policy');
  const version = first && versionInForce([first], first.document.id, ctx.now);
  if (!known || version?.document.kind !== 'policy') return null;
  return { brandId, trade: known.trade, document: version.document, until: Temporal.PlainDate.from(until) };
}

/** Stores the next requests; true while there are more to come. */
async function fillNext(ctx: Context, recipe: GenerateRequests, size: number): Promise<boolean> {
  const words = wordsReadBy(recipe.document);
  return inTransaction(ctx, async (ctx) => {
    await lockCorpus(ctx, recipe.brandId);
    const { count } = await measureRequests(ctx, recipe.brandId, 'generated');
    const batch = Array.from({ length: Math.min(BATCH, size - count) }, (_, i) => requestAt(count + i, recipe, words));
    if (batch.length > 0) await insertRequests(ctx, recipe.brandId, batch);
    return count + batch.length < size;
  });
}

/** Fills a brand's corpus up to its size. What is there already stays: after a crash it goes on with the next request. */
export async function fillCorpus(ctx: Context, brandId: string, until: string): Promise<void> {
  const recipe = await recipeOf(ctx, brandId, until);
  const size = CORPUS.get(brandId)?.size ?? 0;
  if (!recipe) return;
  while (await fillNext(ctx, recipe, size));
}
