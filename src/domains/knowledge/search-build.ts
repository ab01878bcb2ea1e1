import type { Brand } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import { createSearchIndex, restoreSearchIndex, type SearchDocument, type SearchSettings } from '#search/index.ts';
import type { Searchable } from './help-search.ts';
import { withLivingValues } from './policy-dependents.ts';
import { listArticles } from './queries/articles.ts';
import { getSynonyms, listActions } from './queries/brand-words.ts';
import { listPublicArticleIds } from './queries/search-texts.ts';
import { listPublishedTexts } from './queries/texts.ts';
import { actionDocuments, documentOf } from './search-documents.ts';
import { SYMPTOMS } from './search-symptoms.ts';

/** Articles read from the database at once; between two reads searches have their turn. */
const ARTICLES_READ = 50;
/** Passages added to an index at once: few steps, none longer than a tenth of a second or so. */
const PASSAGES_ADDED = 2_000;

type Reading = Pick<Context, 'db'>;

/** An index that follows its brand article by article. */
export interface UpdatableIndex extends Searchable {
  readonly documentCount: number;
  put(documents: readonly SearchDocument[]): void | Promise<void>;
  /** Removes every language of an article; how many there were. */
  remove(articleId: string): number | Promise<number>;
  /** Absent where the database keeps it. */
  toSnapshot?(): Uint8Array;
  /** Told when every change up to a content version was taken in; absent where nobody else needs to know. */
  reached?(brandId: string, version: number): Promise<void>;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What an index is told besides its documents. */
export async function settingsOf(ctx: Reading, brand: Brand): Promise<SearchSettings> {
  const synonyms = await getSynonyms(ctx, brand.id);
  return {
    defaultLocale: brand.defaultLocale,
    synonyms: Object.fromEntries(Object.entries(synonyms).map(([locale, groups]) => [locale, groups ?? []])),
    facets: SYMPTOMS,
  };
}

/** Everything public of some articles as the search engine takes it. */
export async function readDocuments(ctx: Reading, brandId: string, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const [articles, texts] = await Promise.all([listArticles(ctx, brandId, ids), listPublishedTexts(ctx, brandId, ids)]);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const living = await withLivingValues(ctx, brandId, texts);
  return living.flatMap((text) => {
    const article = byId.get(text.articleId);
    return article ? [documentOf(article, text)] : [];
  });
}

const passagesOf = (documents: readonly SearchDocument[]): number =>
  documents.reduce((sum, document) => sum + Math.max(1, document.passages.length), 0);

/** Every public document of a brand in batches, actions first. Others have their turn between two batches. */
export async function* everyDocument(ctx: Reading, brand: Brand): AsyncGenerator<readonly SearchDocument[]> {
  let batch = actionDocuments(await listActions(ctx, brand.id), brand.locales);
  let last: string | null = null;
  for (;;) {
    const ids: string[] = await listPublicArticleIds(ctx, brand.id, last, ARTICLES_READ);
    batch.push(...(await readDocuments(ctx, brand.id, ids)));
    last = ids.at(-1) ?? null;
    const isLast = ids.length < ARTICLES_READ;
    if (isLast || passagesOf(batch) >= PASSAGES_ADDED) {
      yield batch;
      batch = [];
    }
    if (isLast) return;
    await breathe();
  }
}

function inMemory(brand: Brand, index: ReturnType<typeof createSearchIndex>): UpdatableIndex {
  return {
    get documentCount(): number {
      return index.documentCount;
    },
    put: (documents) => index.put(documents),
    remove: (id) => brand.locales.filter((locale) => index.remove(id, locale)).length,
    search: (request) => index.search(request),
    answer: (request) => index.answer(request),
    toSnapshot: () => index.toSnapshot(),
  };
}

/**
 * Reads a brand's public texts into a new index.
 * @param mostPassages null comes back when there are more of them than memory should hold
 */
export async function buildMemoryIndex(
  ctx: Reading,
  brand: Brand,
  mostPassages: number,
): Promise<UpdatableIndex | null> {
  const index = createSearchIndex(await settingsOf(ctx, brand));
  let passages = 0;
  for await (const documents of everyDocument(ctx, brand)) {
    passages += passagesOf(documents);
    if (passages > mostPassages) return null;
    index.put(documents);
  }
  return inMemory(brand, index);
}

/** An index as a snapshot holds it; null when it cannot be read. */
export async function restoreMemoryIndex(
  ctx: Reading,
  brand: Brand,
  bytes: Uint8Array,
): Promise<UpdatableIndex | null> {
  const index = restoreSearchIndex(bytes, await settingsOf(ctx, brand));
  return index && inMemory(brand, index);
}

/** Takes in articles whose public texts changed. Returns how many documents were replaced or removed by it. */
export async function updateIndex(
  ctx: Reading,
  brand: Brand,
  index: UpdatableIndex,
  ids: readonly string[],
): Promise<number> {
  const documents = await readDocuments(ctx, brand.id, ids);
  let gone = 0;
  for (const id of ids) gone += await index.remove(id);
  if (documents.length > 0) await index.put(documents);
  return gone;
}
