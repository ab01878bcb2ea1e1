import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Schedule } from '../editorial.ts';
import type { Reading } from './articles.ts';

const BATCH = 50;

/** Schedules that are due by business time, oldest first. */
export async function listDueSchedules(ctx: Pick<Context, 'db' | 'now'>): Promise<Schedule[]> {
  const rows = await ctx.db
    .selectFrom('publication_schedule')
    .select(['id', 'article_id', 'locale', 'revision_id', 'due_at'])
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', dateOf(ctx.now))
    .orderBy('due_at')
    .limit(BATCH)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    locale: row.locale,
    revisionId: row.revision_id,
    dueAt: instantOf(row.due_at),
  }));
}

/** Takes a schedule for this node; false when another has it, or it was called off. */
export async function putScheduleDone(ctx: Context, id: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('publication_schedule')
    .set({ done_at: dateOf(ctx.now) })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertSchedule(
  ctx: Context,
  schedule: { articleId: string; locale: string; revisionId: number; dueAt: Temporal.Instant },
): Promise<void> {
  await ctx.db
    .insertInto('publication_schedule')
    .values({
      article_id: schedule.articleId,
      locale: schedule.locale,
      revision_id: schedule.revisionId,
      due_at: dateOf(schedule.dueAt),
      created_at: dateOf(ctx.now),
      created_by: actorKey(ctx.by),
    })
    .execute();
}

/** Calls off what is planned for a language of an article, if anything. */
export async function putScheduleCancelled(ctx: Context, articleId: string, locale: string): Promise<void> {
  await ctx.db
    .updateTable('publication_schedule')
    .set({ cancelled_at: dateOf(ctx.now), cancelled_by: actorKey(ctx.by) })
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
}

/** What is planned and not yet done, for a brand's articles. */
export async function listOpenSchedules(ctx: Reading, brandId: string): Promise<Schedule[]> {
  const rows = await ctx.db
    .selectFrom('publication_schedule')
    .innerJoin('article', 'article.id', 'publication_schedule.article_id')
    .select([
      'publication_schedule.id',
      'publication_schedule.article_id',
      'publication_schedule.locale',
      'publication_schedule.revision_id',
      'publication_schedule.due_at',
    ])
    .where('article.brand_id', '=', brandId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('due_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    locale: row.locale,
    revisionId: row.revision_id,
    dueAt: instantOf(row.due_at),
  }));
}
