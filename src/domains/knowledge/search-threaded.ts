import { Thread, type ThreadPlan } from '#platform/thread/thread.ts';
import type { Answer, AnswerRequest, SearchRequest, SearchResult } from '#search/index.ts';
import type { HelpSearch } from './help-search.ts';

/** A search that takes longer is given up: people type on, and a page says that it takes a moment. */
export const SEARCH_LIMIT_MS = 2_500;

/** The search indexes in a thread of their own, so that building, updating and searching never keep a page waiting. */
export class ThreadedSearch implements HelpSearch {
  readonly #thread: Thread;
  readonly #versions = new Map<string, number>();

  /** @param plan the thread's program is `src/app/search-thread.ts` */
  constructor(plan: Omit<ThreadPlan, 'name' | 'onRestart'>) {
    this.#thread = new Thread({ ...plan, name: 'search', onRestart: () => this.#refill() });
  }

  follow(brandId: string, version: number): void {
    this.#versions.set(brandId, version);
    this.#thread.tell('follow', { brandId, version });
  }

  search(brandId: string, version: number, request: SearchRequest): Promise<SearchResult> {
    return this.#thread.call('search', { brandId, version, request }, SEARCH_LIMIT_MS);
  }

  answer(brandId: string, version: number, request: AnswerRequest): Promise<Answer> {
    return this.#thread.call('answer', { brandId, version, request }, SEARCH_LIMIT_MS);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }

  #refill(): void {
    for (const [brandId, version] of this.#versions) this.#thread.tell('follow', { brandId, version });
  }
}
