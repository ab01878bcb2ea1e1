import { insertActivity } from '#domains/people/index.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Article, Revision } from './article.ts';
import { insertSchedule, putScheduleCancelled } from './queries/schedules.ts';
import { lockArticle } from './queries/texts.ts';

export interface SchedulePublication {
  readonly article: Article;
  readonly revision: Revision;
  /** Business time. */
  readonly dueAt: Temporal.Instant;
}

/** Plans a revision to become public, instead of whatever was planned for its language before. */
export async function schedulePublication(
  ctx: Context,
  { article, revision, dueAt }: SchedulePublication,
): Promise<void> {
  const { locale, id: revisionId } = revision;
  await inTransaction(ctx, async (ctx) => {
    await lockArticle(ctx, article.id);
    await putScheduleCancelled(ctx, article.id, locale);
    await insertSchedule(ctx, { articleId: article.id, locale, revisionId, dueAt });
    await insertActivity(ctx, {
      brandId: article.brandId,
      action: 'schedule',
      subject: `${article.slug}/${locale}`,
      details: { revision: revision.number },
    });
  });
}
