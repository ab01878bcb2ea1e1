import { insertActivity } from '#domains/people/index.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { putFlagSettled } from './queries/policy-flags.ts';

/**
 * An editor looked at a text that quotes a changed value and found it right. Saving it anew settles it as well.
 * @returns false when nothing of that number is open in this brand
 */
export async function settleFlag(
  ctx: Context,
  { brandId, id }: { readonly brandId: string; readonly id: number },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const settled = await putFlagSettled(ctx, brandId, id);
    if (!settled) return false;
    await insertActivity(ctx, { brandId, action: 'settle-policy-flag', subject: `${id}/${settled.locale}` });
    return true;
  });
}
