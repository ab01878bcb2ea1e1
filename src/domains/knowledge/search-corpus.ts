import { type Brand, findBrand } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import {
  type Answer,
  type AnswerRequest,
  createCandidateIndex,
  createSearchIndex,
  type SearchDocument,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
  type SearchSettings,
} from '#search/index.ts';
import {
  type Corpus,
  countCorpusPassages,
  countCorpusWords,
  findCorpus,
  listCorpusSources,
  lockCorpus,
  putCorpusDocuments,
  putCorpusVersion,
  removeCorpusDocument,
  removeUnfilled,
  setCorpusVersion,
} from './queries/search-corpus.ts';
import { findVersionStamp } from './queries/search-texts.ts';
import { everyDocument, settingsOf, type UpdatableIndex } from './search-build.ts';
import { CandidateFinder } from './search-candidates.ts';

export const HELP_COLLECTION = 'help';
/** Recognised by codes, names and asked-for words rather than found among texts; few enough for memory. */
const NAMED_TYPES = ['action', 'code', 'device'] as const;
/** Of those, how many a query may bring into the ranking. */
const NAMED_CANDIDATES = 40;
/** Written between fills; a fill has the number of its content version. */
const UPDATED = -1;
/** Documents sent to the database at once. */
const DOCUMENTS_SENT = 200;

type Reading = Pick<Context, 'db'>;

/**
 * A brand's published texts in the database, for more of them than memory should hold: PostgreSQL finds candidates, and
 * the search engine ranks them. Actions, codes and devices are kept in memory besides. All nodes share the one corpus.
 */
export class CorpusIndex implements UpdatableIndex {
  readonly #ctx: Reading;
  readonly #corpusId: number;
  readonly #settings: SearchSettings;
  readonly #named: SearchIndex;
  readonly #sources = new Map<string, SearchDocument>();
  readonly #finder: CandidateFinder;

  constructor(ctx: Reading, corpusId: number, settings: SearchSettings, named: readonly SearchDocument[]) {
    this.#ctx = ctx;
    this.#corpusId = corpusId;
    this.#settings = settings;
    this.#named = createSearchIndex(settings);
    this.#finder = new CandidateFinder(ctx, corpusId, settings);
    this.#remember(named);
  }

  /** Unknown without counting, and always too many to be waited for. */
  get documentCount(): number {
    return Number.MAX_SAFE_INTEGER;
  }

  async put(documents: readonly SearchDocument[]): Promise<void> {
    await send(this.#ctx, this.#corpusId, UPDATED, documents);
    this.#remember(documents);
  }

  async reached(brandId: string, version: number): Promise<void> {
    const stamp = await findVersionStamp(this.#ctx, brandId, version);
    if (stamp !== null) await putCorpusVersion(this.#ctx, { id: this.#corpusId, version, stamp });
  }

  async remove(articleId: string): Promise<number> {
    this.#named.remove(articleId);
    for (const locale of this.#locales()) this.#sources.delete(`${locale} ${articleId}`);
    await removeCorpusDocument(this.#ctx, this.#corpusId, articleId);
    return 0;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const index = await this.#candidates(request.text, request.locale, request.isTyping === true, request.isVerbatim);
    return index.search(request);
  }

  async answer(request: AnswerRequest): Promise<Answer> {
    const text = [request.previousQuestion ?? '', request.question].join(' ').trim();
    return (await this.#candidates(text, request.locale, false, false)).answer(request);
  }

  /** What the words find in the reader's language and the brand's own, and what they name, as one small index. */
  async #candidates(text: string, locale: string, isTyping: boolean, isVerbatim = false): Promise<SearchIndex> {
    const found = await Promise.all(
      [...new Set([locale, this.#settings.defaultLocale])].map((each) =>
        this.#finder.find({ text, locale: each, isTyping, isVerbatim, isFallback: each !== locale }),
      ),
    );
    const named = this.#named.search({ text, locale, isTyping, limit: NAMED_CANDIDATES }).hits;
    const documents = new Map(
      found.flatMap((each) =>
        each.documents.map((document) => [`${document.locale} ${document.id}`, document] as const),
      ),
    );
    for (const { id, locale: own } of named) {
      const source = this.#sources.get(`${own} ${id}`);
      if (source) documents.set(`${own} ${id}`, source);
    }
    const statistics = found.map((each) => each.statistics);
    return createCandidateIndex([...documents.values()], statistics, this.#settings);
  }

  #remember(documents: readonly SearchDocument[]): void {
    const named = documents.filter(({ type }) => (NAMED_TYPES as readonly string[]).includes(type));
    this.#named.put(named);
    for (const document of named) this.#sources.set(`${document.locale} ${document.id}`, document);
  }

  #locales(): Set<string> {
    return new Set([...this.#sources.values()].map(({ locale }) => locale));
  }
}

async function over(ctx: Reading, brand: Brand, corpusId: number): Promise<CorpusIndex> {
  const named = await listCorpusSources(ctx, corpusId, NAMED_TYPES);
  return new CorpusIndex(ctx, corpusId, await settingsOf(ctx, brand), named);
}

/**
 * The corpus as it stands, filled by whichever node; null when there is none of this database's content, or no more in it
 * than memory may hold: then this node builds an index of its own.
 */
export async function openCorpus(
  ctx: Reading,
  brand: Brand,
  memoryPassages: number,
): Promise<{ index: CorpusIndex; version: number } | null> {
  const corpus = await findCorpus(ctx, brand.id, HELP_COLLECTION);
  if (!corpus || !(await isOurs(ctx, brand.id, corpus))) return null;
  if ((await countCorpusPassages(ctx, corpus.id, memoryPassages)) <= memoryPassages) return null;
  return { index: await over(ctx, brand, corpus.id), version: corpus.version };
}

const isOurs = async (ctx: Reading, brandId: string, corpus: Corpus): Promise<boolean> =>
  corpus.stamp !== '' && (await findVersionStamp(ctx, brandId, corpus.version)) === corpus.stamp;

async function send(ctx: Reading, corpusId: number, fill: number, documents: readonly SearchDocument[]): Promise<void> {
  for (let at = 0; at < documents.length; at += DOCUMENTS_SENT) {
    await putCorpusDocuments(ctx, corpusId, fill, documents.slice(at, at + DOCUMENTS_SENT));
  }
}

/** Puts these documents in the place of all a corpus holds, in the transaction of its lock. */
async function replaceDocuments(
  ctx: Reading,
  corpusId: number,
  fill: number,
  batches: AsyncIterable<readonly SearchDocument[]>,
): Promise<void> {
  for await (const documents of batches) await send(ctx, corpusId, fill, documents);
  await removeUnfilled(ctx, corpusId, fill);
  await countCorpusWords(ctx, corpusId);
}

/** Any other collection of a brand as a corpus: these documents and no others. Its owner follows changes by `put` and `remove`. */
export async function fillCollection(
  ctx: Reading,
  { brandId, collection, fill }: { readonly brandId: string; readonly collection: string; readonly fill: number },
  settings: SearchSettings,
  batches: AsyncIterable<readonly SearchDocument[]>,
): Promise<CorpusIndex> {
  const id = await ctx.db.transaction().execute(async (db) => {
    const corpus = await lockCorpus({ db }, brandId, collection);
    await replaceDocuments({ db }, corpus.id, fill, batches);
    return corpus.id;
  });
  return new CorpusIndex(ctx, id, settings, await listCorpusSources(ctx, id, NAMED_TYPES));
}

/**
 * Brings the corpus to the brand's content in one transaction, so that nobody sees half of it. Of several nodes one does
 * the work; the others wait for it and find it done.
 */
export async function fillCorpus(ctx: Reading, brandId: string): Promise<{ index: CorpusIndex; version: number }> {
  const filled = await ctx.db.transaction().execute(async (db) => {
    const ctx: Reading = { db };
    const corpus = await lockCorpus(ctx, brandId, HELP_COLLECTION);
    const brand = await findBrand(ctx, brandId);
    if (!brand) throw new Error('the brand is not there');
    const version = brand.contentVersion;
    if (corpus.version === version && (await isOurs(ctx, brandId, corpus))) return { brand, id: corpus.id, version };
    await replaceDocuments(ctx, corpus.id, version, everyDocument(ctx, brand));
    const stamp = (await findVersionStamp(ctx, brandId, version)) ?? '';
    await setCorpusVersion(ctx, { id: corpus.id, version, stamp });
    return { brand, id: corpus.id, version };
  });
  return { index: await over(ctx, filled.brand, filled.id), version: filled.version };
}
