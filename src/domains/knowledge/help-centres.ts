import { type Brand, type BrandDirectory, changesSince } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import { HelpCentre, type HelpCentreWords } from './help-centre.ts';
import { listArticles } from './queries/articles.ts';
import { getSynonyms, listActions, listAuthors, listPictures, listTopics } from './queries/brand-words.ts';
import { listPublishedTexts } from './queries/texts.ts';

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

  constructor(db: Context['db'], directory: BrandDirectory) {
    this.#ctx = { db };
    directory.onChange((brand) => this.#follow(brand));
  }

  of(brandId: string): HelpCentre | undefined {
    return this.#centres.get(brandId);
  }

  async #follow(brand: Brand): Promise<void> {
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
    const [words, articles, texts] = await Promise.all([
      readWords(this.#ctx, brand.id),
      listArticles(this.#ctx, brand.id),
      listPublishedTexts(this.#ctx, brand.id),
    ]);
    return new HelpCentre(brand, words, articles, texts);
  }

  async #update(centre: HelpCentre, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const [articles, texts] = await Promise.all([
      listArticles(this.#ctx, centre.brand.id, ids),
      listPublishedTexts(this.#ctx, centre.brand.id, ids),
    ]);
    centre.update(articles, texts);
  }
}
