import { dateIn } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { addViews } from './queries/readers.ts';

const MAX_WAITING = 5000;

/** Views counted in memory and added to the day's numbers every few seconds; a crash loses only those seconds, a database away none. */
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
    // In one order on every node: two that add to the same rows in different orders would stop each other.
    const rows = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, views]) => {
        const [articleId = '', locale = ''] = tag.split(' ');
        return { articleId, locale, views };
      });
    try {
      await addViews(ctx, dateIn(ctx.now, 'UTC').toString(), rows);
    } catch (error) {
      for (const [tag, views] of counts) this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + views);
      throw error;
    }
  }
}
