import type { Answer, AnswerRequest, SearchRequest, SearchResult } from '#search/index.ts';

/**
 * The search indexes of all brands, wherever they are kept: on this thread (`SearchEngine`) or on one of their own
 * (`ThreadedSearch`). They read the published texts from the database themselves.
 */
export interface HelpSearch {
  /** A brand's content is at this version now: bring its index there. Returns at once. */
  follow(brandId: string, version: number): void;
  /**
   * @param version the content version the caller's lists show; an index that is a little behind is waited for
   * @throws Unavailable while the brand has no index yet, or when it takes too long
   */
  search(brandId: string, version: number, request: SearchRequest): Promise<SearchResult>;
  /** The same for a question. */
  answer(brandId: string, version: number, request: AnswerRequest): Promise<Answer>;
  /** Writes down what saves time at the next start, and lets go of everything. */
  stop(): Promise<void>;
}

/** One brand's part of it, as its help centre holds it. */
export interface BrandSearch {
  search(request: SearchRequest): Promise<SearchResult>;
  answer(request: AnswerRequest): Promise<Answer>;
}

/** Something that can be searched: an index in memory, or one in the database. */
export interface Searchable {
  search(request: SearchRequest): SearchResult | Promise<SearchResult>;
  answer(request: AnswerRequest): Answer | Promise<Answer>;
}
