import { dateIn } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Schedule } from './editorial.ts';
import { publish } from './publish.ts';
import { getArticleById } from './queries/articles.ts';
import { removeFeedbackBefore } from './queries/readers.ts';
import { listDueSchedules, putScheduleDone } from './queries/schedules.ts';
import { removeSearchesBefore } from './queries/searches.ts';
import { getRevision, lockArticle } from './queries/texts.ts';

/** What readers wrote is kept for two years, what they searched for thirteen months (docs/operating.md, retention). */
const FEEDBACK_DAYS = 730;
const SEARCH_MONTHS = 13;

/**
 * Publishes what is scheduled for now or earlier. Two nodes may run it together: a schedule is taken by one of them.
 * @throws the first failure, after the others are published all the same; what failed is tried again
 */
export async function publishDue(ctx: Context): Promise<number> {
  let count = 0;
  const failures: unknown[] = [];
  for (const schedule of await listDueSchedules(ctx)) {
    try {
      if (await publishOne(ctx, schedule)) count += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return count;
}

const publishOne = (ctx: Context, { id, articleId, revisionId }: Schedule): Promise<boolean> =>
  inTransaction(ctx, async (ctx) => {
    // The article first, as everybody who publishes does: two orders of locking would stop each other.
    await lockArticle(ctx, articleId);
    if (!(await putScheduleDone(ctx, id))) return false;
    const [article, revision] = [await getArticleById(ctx, articleId), await getRevision(ctx, revisionId)];
    return (await publish(ctx, { article, revision })).kind === 'published';
  });

/** Erases readers' reports past their retention. */
export async function removeOldReports(ctx: Context): Promise<void> {
  await removeFeedbackBefore(ctx, ctx.now.subtract({ hours: FEEDBACK_DAYS * 24 }));
  await removeSearchesBefore(ctx, dateIn(ctx.now, 'UTC').subtract({ months: SEARCH_MONTHS }).toString());
}
