import { type Brand, type BrandDirectory, changesSince } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import { HelpCentre, type HelpCentreWords } from './help-centre.ts';
import type { BrandSearch, HelpSearch } from './help-search.ts';
import { withLivingValues } from './policy-dependents.ts';
import { listArticles } from './queries/articles.ts';
import { getSynonyms, listActions, listAuthors, listPictures, listTopics } from './queries/brand-words.ts';
import { listPublishedHeadings } from './queries/search-texts.ts';

type Reading = Pick<Context, 'db'>;

async function readWords(ctx: Reading, brandId: string): Promise<HelpCentreWords> {
  const [topics, authors, actions, synonyms, pictures] = await Promise.all([
    listTopics(ctx, brandId),
    listAuthors(ctx, brandId),
    listActions(ctx, brandId),
    getSynonyms(ctx, brandId),
    listPictures(ctx, brandId),
  ]);
  return { topics, authors, actions, synonyms, pictures };
}

/** The help centres of this node, one per brand, kept in step with the database through the brand directory. */
export class HelpCentres {
  readonly #ctx: Reading;
  readonly #centres = new Map<string, HelpCentre>();
  /** The version each was last read at: read before the contents, so a change in between is read again, never missed. */
  readonly #versions = new Map<string, number>();

  readonly #search: HelpSearch;

  constructor(db: Context['db'], directory: BrandDirectory, search: HelpSearch) {
    this.#ctx = { db };
    this.#search = search;
    directory.onChange((brand) => this.#follow(brand));
  }

  of(brandId: string): HelpCentre | undefined {
    return this.#centres.get(brandId);
  }

  async #follow(brand: Brand): Promise<void> {
    this.#search.follow(brand.id, brand.contentVersion);
    const known = this.#centres.get(brand.id);
    const seen = this.#versions.get(brand.id);
    const changes = seen === undefined ? null : await changesSince(this.#ctx, brand.id, seen);
    if (known && changes?.articles) {
      await this.#update(known, changes.articles);
    } else {
      this.#centres.set(brand.id, await this.#read(brand));
    }
    this.#versions.set(brand.id, brand.contentVersion);
  }

  async #read(brand: Brand): Promise<HelpCentre> {
    const [words, articles, headings] = await Promise.all([
      readWords(this.#ctx, brand.id),
      listArticles(this.#ctx, brand.id),
      listPublishedHeadings(this.#ctx, brand.id),
    ]);
    const living = await withLivingValues(this.#ctx, brand.id, headings);
    return new HelpCentre(brand, words, articles, living, this.#searchOf(brand.id));
  }

  /** Asks for an index that knows at least what this node's lists show. */
  #searchOf(brandId: string): BrandSearch {
    const version = (): number => this.#versions.get(brandId) ?? 0;
    return {
      search: (request) => this.#search.search(brandId, version(), request),
      answer: (request) => this.#search.answer(brandId, version(), request),
    };
  }

  async #update(centre: HelpCentre, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const [articles, headings] = await Promise.all([
      listArticles(this.#ctx, centre.brand.id, ids),
      listPublishedHeadings(this.#ctx, centre.brand.id, ids),
    ]);
    centre.update(articles, await withLivingValues(this.#ctx, centre.brand.id, headings));
  }
}
