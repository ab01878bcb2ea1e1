import { publishDue, removeOldReports } from '#domains/knowledge/index.ts';
import type { Context } from '#platform/context.ts';

/** Everything that becomes due by business time, looked for again and again; each part is safe to repeat and to share. */
export async function dueWork(ctx: Context): Promise<void> {
  try {
    await publishDue(ctx);
  } finally {
    await removeOldReports(ctx);
  }
}
