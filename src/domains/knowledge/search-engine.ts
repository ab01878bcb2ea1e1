import type { Context } from '#platform/context.ts';
import type { Log } from '#platform/log.ts';
import type { Answer, AnswerRequest, SearchRequest, SearchResult } from '#search/index.ts';
import type { HelpSearch } from './help-search.ts';
import { BrandIndex } from './search-brand-index.ts';
import type { SearchSnapshots } from './search-snapshots.ts';

/** More published passages than this in one brand are searched in the database, not kept in memory. */
export const DEFAULT_MEMORY_PASSAGES = 200_000;

export interface SearchEngineParts {
  readonly db: Context['db'];
  readonly log: Log;
  /** Where indexes are kept between starts; absent: nowhere. */
  readonly snapshots?: SearchSnapshots;
  readonly memoryPassages?: number;
}

/** The search indexes of all brands, on the thread that calls. Each follows its brand's content in the database. */
export class SearchEngine implements HelpSearch {
  readonly #parts: Required<Omit<SearchEngineParts, 'snapshots'>> & Pick<SearchEngineParts, 'snapshots'>;
  readonly #brands = new Map<string, BrandIndex>();

  constructor(parts: SearchEngineParts) {
    this.#parts = { memoryPassages: DEFAULT_MEMORY_PASSAGES, ...parts };
  }

  follow(brandId: string, version: number): void {
    // Whoever searches next is told what went wrong; here nobody is waiting.
    this.#of(brandId)
      .follow(version)
      .catch(() => undefined);
  }

  async search(brandId: string, version: number, request: SearchRequest): Promise<SearchResult> {
    const index = await this.#of(brandId).at(version);
    return index.search(request);
  }

  async answer(brandId: string, version: number, request: AnswerRequest): Promise<Answer> {
    const index = await this.#of(brandId).at(version);
    return index.answer(request);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#brands.values()].map((brand) => brand.stop()));
  }

  #of(brandId: string): BrandIndex {
    const known = this.#brands.get(brandId);
    if (known) return known;
    const brand = new BrandIndex(brandId, this.#parts);
    this.#brands.set(brandId, brand);
    return brand;
  }
}
