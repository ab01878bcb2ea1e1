import type { Locale } from '#lib/locales.ts';
import { cleanText } from '#lib/text.ts';
import type { Context } from '#platform/context.ts';
import { insertFeedback } from './queries/readers.ts';
import { type FeedbackReason, MAX_COMMENT } from './reader-reports.ts';

export interface RecordFeedback {
  readonly articleId: string;
  readonly locale: Locale;
  readonly helpful: boolean;
  readonly reason: FeedbackReason | null;
  readonly comment: string;
}

/** Keeps a reader's verdict on a page. Why it did not help is kept only when it did not. */
export async function recordFeedback(ctx: Context, feedback: RecordFeedback): Promise<void> {
  const { articleId, locale, helpful } = feedback;
  await insertFeedback(ctx, {
    articleId,
    locale,
    helpful,
    reason: helpful ? null : feedback.reason,
    comment: helpful ? '' : cleanText(feedback.comment).slice(0, MAX_COMMENT),
  });
}
