import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Feedback, FeedbackReason, Proposal, ProposalKind } from '../reader-reports.ts';
import type { Reading } from './articles.ts';

const PAGE = 50;

export async function insertFeedback(
  ctx: Context,
  feedback: { articleId: string; locale: string; helpful: boolean; reason: FeedbackReason | null; comment: string },
): Promise<void> {
  await ctx.db
    .insertInto('article_feedback')
    .values({
      article_id: feedback.articleId,
      locale: feedback.locale,
      helpful: feedback.helpful,
      reason: feedback.reason,
      comment: feedback.comment,
      at: dateOf(ctx.now),
    })
    .execute();
}

/** What readers said needs work and nobody has settled yet, newest first. */
export async function listOpenFeedback(ctx: Reading, brandId: string): Promise<Feedback[]> {
  const rows = await ctx.db
    .selectFrom('article_feedback')
    .innerJoin('article', 'article.id', 'article_feedback.article_id')
    .select([
      'article_feedback.id',
      'article.shelf',
      'article.slug',
      'article_feedback.article_id',
      'article_feedback.locale',
      'article_feedback.reason',
      'article_feedback.comment',
      'article_feedback.at',
    ])
    .where('article.brand_id', '=', brandId)
    .where('article_feedback.helpful', '=', false)
    .where('article_feedback.settled_at', 'is', null)
    .orderBy('article_feedback.at', 'desc')
    .limit(PAGE)
    .execute();
  return rows.map(
    (row) =>
      ({
        id: row.id,
        articleId: row.article_id,
        shelf: row.shelf,
        slug: row.slug,
        locale: row.locale,
        reason: row.reason as FeedbackReason | null,
        comment: row.comment,
        at: instantOf(row.at),
      }) as Feedback,
  );
}

/** Marks feedback as dealt with; true when it was open. */
export async function putFeedbackSettled(ctx: Context, brandId: string, id: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('article_feedback')
    .from('article')
    .set({ settled_at: dateOf(ctx.now), settled_by: actorKey(ctx.by) })
    .whereRef('article.id', '=', 'article_feedback.article_id')
    .where('article.brand_id', '=', brandId)
    .where('article_feedback.id', '=', id)
    .where('article_feedback.settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many readers found an article helpful, and how many did not. */
export async function countFeedback(ctx: Reading, articleId: string): Promise<{ helpful: number; unhelpful: number }> {
  const row = await ctx.db
    .selectFrom('article_feedback')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('helpful', '=', true).as('helpful'),
      eb.fn.countAll<number>().filterWhere('helpful', '=', false).as('unhelpful'),
    ])
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return { helpful: row?.helpful ?? 0, unhelpful: row?.unhelpful ?? 0 };
}

export async function countViews(ctx: Reading, articleId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('article_view_count')
    .select((eb) => eb.fn.sum<string>('views').as('views'))
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return Number(row?.views ?? 0);
}

/** Adds views counted on this node to the day's. Articles that are gone are passed over. */
export async function addViews(
  ctx: Reading,
  day: string,
  counts: readonly { articleId: string; locale: string; views: number }[],
): Promise<void> {
  if (counts.length === 0) return;
  await sql`insert into article_view_count (article_id, locale, day, views)
    select c.id::uuid, c.locale, ${day}::date, c.views
    from unnest(${counts.map((c) => c.articleId)}::text[], ${counts.map((c) => c.locale)}::text[], ${counts.map((c) => c.views)}::int[]) as c (id, locale, views)
    where exists (select from article where article.id = c.id::uuid)
    on conflict (article_id, locale, day) do update set views = article_view_count.views + excluded.views`.execute(
    ctx.db,
  );
}

export async function removeFeedbackBefore(ctx: Reading, at: Temporal.Instant): Promise<void> {
  await ctx.db.deleteFrom('article_feedback').where('at', '<', dateOf(at)).execute();
}

export async function insertProposal(
  ctx: Context,
  proposal: {
    brandId: string;
    articleId: string | null;
    locale: string;
    kind: ProposalKind;
    text: string;
    source: string;
  },
): Promise<void> {
  await ctx.db
    .insertInto('proposal')
    .values({
      brand_id: proposal.brandId,
      article_id: proposal.articleId,
      locale: proposal.locale,
      kind: proposal.kind,
      text: proposal.text,
      source: proposal.source,
      at: dateOf(ctx.now),
    })
    .execute();
}

export async function listOpenProposals(ctx: Reading, brandId: string): Promise<Proposal[]> {
  const rows = await ctx.db
    .selectFrom('proposal')
    .leftJoin('article', 'article.id', 'proposal.article_id')
    .select([
      'proposal.id',
      'proposal.article_id',
      'article.shelf',
      'article.slug',
      'proposal.locale',
      'proposal.kind',
      'proposal.text',
      'proposal.source',
      'proposal.at',
    ])
    .where('proposal.brand_id', '=', brandId)
    .where('proposal.decision', 'is', null)
    .orderBy('proposal.at', 'desc')
    .limit(PAGE)
    .execute();
  return rows.map(
    (row) =>
      ({
        id: row.id,
        articleId: row.article_id,
        shelf: row.shelf,
        slug: row.slug,
        locale: row.locale,
        kind: row.kind,
        text: row.text,
        source: row.source,
        at: instantOf(row.at),
      }) as Proposal,
  );
}

/** Records a decision; true when the proposal was open. */
export async function putProposalDecision(
  ctx: Context,
  brandId: string,
  id: number,
  decision: 'accepted' | 'declined',
  note: string,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('proposal')
    .set({ decision, decided_at: dateOf(ctx.now), decided_by: actorKey(ctx.by), note })
    .where('brand_id', '=', brandId)
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
