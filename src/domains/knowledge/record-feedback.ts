import { cleanText } from '#lib/text.ts';
import type { Context } from '#platform/context.ts';
import type { Listed } from './help-centre.ts';
import { insertFeedback } from './queries/readers.ts';
import { FEEDBACK_REASONS, MAX_COMMENT } from './reader-reports.ts';

/**
 * Keeps a reader's verdict on a page. Anything but a clear “yes” counts as “needs work”; an unknown reason is kept as none.
 * @returns whether the page helped
 */
export async function recordFeedback(ctx: Context, listed: Listed, form: FormData): Promise<boolean> {
  const helpful = form.get('helpful') === 'yes';
  const reason = FEEDBACK_REASONS.find((known) => known === form.get('reason')) ?? null;
  const comment = cleanText(String(form.get('comment') ?? '')).slice(0, MAX_COMMENT);
  await insertFeedback(ctx, {
    articleId: listed.article.id,
    locale: listed.locale,
    helpful,
    reason: helpful ? null : reason,
    comment: helpful ? '' : comment,
  });
  return helpful;
}
