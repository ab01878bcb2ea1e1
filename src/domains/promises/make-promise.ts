import { invalid } from '#lib/faults.ts';
import type { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { type BusinessHours, USUAL_HOURS } from './business-hours.ts';
import { dueAfter, type MadePromise, type Span } from './promise.ts';
import { findBusinessHours, insertPromise } from './queries.ts';

export type MakePromise = Pick<MadePromise, 'brandId' | 'subject' | 'kind' | 'waitsFor'> & { readonly within: Span };

/** When a brand works; the usual hours when it has not said. */
export const hoursOf = async (ctx: Pick<Context, 'db'>, brandId: string): Promise<BusinessHours> =>
  (await findBusinessHours(ctx, brandId)) ?? USUAL_HOURS;

/**
 * Promises something by a moment counted in the brand's business hours.
 * @throws invalid when the brand never works long enough to keep it
 */
export async function makePromise(
  ctx: Context,
  { within, ...promise }: MakePromise,
): Promise<{ readonly id: string; readonly dueAt: Temporal.Instant }> {
  const dueAt = dueAfter(await hoursOf(ctx, promise.brandId), ctx.now, within);
  if (!dueAt) throw invalid('the business hours leave no time to keep this promise');
  return { id: await insertPromise(ctx, { ...promise, dueAt }), dueAt };
}
