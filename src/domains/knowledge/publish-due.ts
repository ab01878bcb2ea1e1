import { type Context, inTransaction } from '#platform/context.ts';
import { publish } from './publish.ts';
import { getArticleById } from './queries/articles.ts';
import { removeFeedbackBefore } from './queries/readers.ts';
import { listDueSchedules, putScheduleDone } from './queries/schedules.ts';
import { removeSearchesBefore } from './queries/searches.ts';
import { getRevision } from './queries/texts.ts';

/** What readers wrote is kept for two years, what they searched for thirteen months (docs/operating.md, retention). */
const FEEDBACK_DAYS = 730;
const SEARCH_MONTHS = 13;

/** Publishes what is scheduled for now or earlier. Two nodes may run it together: a schedule is taken by one of them. */
export async function publishDue(ctx: Context): Promise<number> {
  let count = 0;
  for (const { id, articleId, revisionId } of await listDueSchedules(ctx)) {
    await inTransaction(ctx, async (ctx) => {
      if (!(await putScheduleDone(ctx, id))) return;
      const [article, revision] = [await getArticleById(ctx, articleId), await getRevision(ctx, revisionId)];
      await publish(ctx, article, revision, ctx.now.toZonedDateTimeISO('UTC').toPlainDate());
      count += 1;
    });
  }
  return count;
}

/** Erases readers' reports past their retention. */
export async function removeOldReports(ctx: Context): Promise<void> {
  await removeFeedbackBefore(ctx, ctx.now.subtract({ hours: FEEDBACK_DAYS * 24 }));
  await removeSearchesBefore(
    ctx,
    ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ months: SEARCH_MONTHS }).toString(),
  );
}
