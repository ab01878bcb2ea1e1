import type { Context } from '#platform/context.ts';
import { addViews } from './queries/readers.ts';

const MAX_WAITING = 5000;

/** Views counted in memory and added to the day's numbers every few seconds; a crash loses only those seconds. */
export class ViewCounter {
  #counts = new Map<string, number>();

  /** @param tag `{articleId} {locale}`, as pages are tagged in the cache */
  count(tag: string): void {
    const known = this.#counts.get(tag);
    if (known !== undefined || this.#counts.size < MAX_WAITING) this.#counts.set(tag, (known ?? 0) + 1);
  }

  async flush(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
    const counts = this.#counts;
    this.#counts = new Map();
    const day = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().toString();
    const rows = [...counts].map(([tag, views]) => {
      const [articleId = '', locale = ''] = tag.split(' ');
      return { articleId, locale, views };
    });
    await addViews(ctx, day, rows);
  }
}
