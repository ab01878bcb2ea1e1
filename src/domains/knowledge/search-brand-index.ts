import { type Brand, changesSince, findBrand } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import type { Log } from '#platform/log.ts';
import { Unavailable } from '#platform/unavailable.ts';
import type { Searchable } from './help-search.ts';
import { findVersionStamp } from './queries/search-texts.ts';
import { buildMemoryIndex, restoreMemoryIndex, type UpdatableIndex, updateIndex } from './search-build.ts';
import { fillCorpus, openCorpus } from './search-corpus.ts';
import type { SearchSnapshots } from './search-snapshots.ts';

/** An index this many documents big is not waited for while it is made anew: the one before answers. */
const QUICK_DOCUMENTS = 5_000;
/** How long a search waits for the index to catch up with what the page around it shows already. */
const CATCH_UP_MS = 1_000;
/** After a failure, how long nobody tries again. */
const PAUSE_MS = 1_000;
/** How long nothing may have changed until the index is written down. */
const REST_MS = 20_000;
/** Words of texts that are gone linger in the dictionary: so many gone texts, or this share of all, and it is made anew. */
const GONE_DOCUMENTS = 500;
const GONE_SHARE = 0.25;

export interface BrandIndexParts {
  readonly db: Context['db'];
  readonly log: Log;
  readonly snapshots?: SearchSnapshots | undefined;
  readonly memoryPassages: number;
}

interface Live {
  readonly index: UpdatableIndex;
  readonly version: number;
  /** Texts replaced or removed since it was made: their words are still in it. */
  readonly gone: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One brand's index and its way after the brand's content: from a snapshot, by the articles that changed, or anew. */
export class BrandIndex {
  readonly #id: string;
  readonly #parts: BrandIndexParts;
  #live: Live | undefined;
  #target = 0;
  #running: Promise<void> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;
  #saving: NodeJS.Timeout | undefined;
  #isSaved = false;
  #isStopped = false;

  constructor(id: string, parts: BrandIndexParts) {
    this.#id = id;
    this.#parts = parts;
  }

  /** Resolves once the index is at this version or a later one. @throws Unavailable when that failed */
  follow(version: number): Promise<void> {
    this.#target = Math.max(this.#target, version);
    if (this.#live && this.#live.version >= this.#target) return Promise.resolve();
    if (performance.now() - this.#failedAt < PAUSE_MS) return Promise.reject(new Unavailable('search', 'failed'));
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** The index to search, at this version if that takes no longer than a moment. @throws Unavailable without any */
  async at(version: number): Promise<Searchable> {
    if (!this.#live) await this.follow(version);
    else if (this.#live.version < version) {
      const caughtUp = this.follow(version).catch(() => undefined);
      if (this.#live.index.documentCount <= QUICK_DOCUMENTS) await Promise.race([caughtUp, wait(CATCH_UP_MS)]);
    }
    if (!this.#live) throw new Unavailable('search', 'starting');
    return this.#live.index;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#saving);
    await this.#running?.catch(() => undefined);
    if (!this.#live || this.#isSaved) return;
    // What is gone must not lie on the disk; there is no time now to make the index anew.
    if (this.#live.gone > 0) await this.#parts.snapshots?.remove(this.#id);
    else await this.#save();
  }

  async #catchUp(): Promise<void> {
    try {
      while (!this.#isStopped && (!this.#live || this.#live.version < this.#target)) await this.#advance();
    } catch (error) {
      this.#failedAt = performance.now();
      this.#parts.log.warn({ err: error, brand: this.#id }, 'a search index could not follow its brand');
      throw new Unavailable('search', 'failed');
    }
    this.#planSaving();
  }

  async #advance(): Promise<void> {
    const wanted = this.#target;
    const brand = await findBrand(this.#parts, this.#id);
    if (!brand) return this.#leave();
    // Never wait for a version the database does not have; one told of meanwhile is looked for in the next round.
    if (this.#target === wanted) this.#target = brand.contentVersion;
    this.#live ??= await this.#restore(brand);
    const live = this.#live;
    if (live?.version === brand.contentVersion) return;
    const changes = live && (await changesSince(this.#parts, this.#id, live.version));
    if (live && changes?.articles) {
      const gone = live.gone + (await updateIndex(this.#parts, brand, live.index, changes.articles));
      // At least the version the brand was read at: rows without a change of articles raise it too.
      const version = Math.max(changes.version, brand.contentVersion);
      await live.index.reached?.(this.#id, version);
      this.#become({ index: live.index, version, gone });
      if (gone <= Math.max(GONE_DOCUMENTS, live.index.documentCount * GONE_SHARE)) return;
    }
    await this.#rebuild(brand);
  }

  async #leave(): Promise<never> {
    this.#live = undefined;
    await this.#parts.snapshots?.remove(this.#id);
    throw new Error('the brand is not there');
  }

  async #rebuild(brand: Brand): Promise<void> {
    const begun = performance.now();
    const index = await buildMemoryIndex(this.#parts, brand, this.#parts.memoryPassages);
    this.#become({
      version: brand.contentVersion,
      ...(index ? { index } : await fillCorpus(this.#parts, brand.id)),
      gone: 0,
    });
    const ms = Math.round(performance.now() - begun);
    this.#parts.log.debug({ brand: this.#id, inDatabase: !index, ms }, 'a search index was built');
  }

  /** The index as an earlier start or another node left it, when it is of this very database and nothing else. */
  async #restore(brand: Brand): Promise<Live | undefined> {
    const kept = await this.#parts.snapshots?.find(this.#id);
    if (!kept) return this.#openCorpus(brand);
    if (kept.version > brand.contentVersion) return undefined;
    if ((await findVersionStamp(this.#parts, this.#id, kept.version)) !== kept.stamp) return undefined;
    const index = await restoreMemoryIndex(this.#parts, brand, kept.bytes);
    if (!index) {
      this.#parts.log.warn({ brand: this.#id }, 'a search snapshot could not be read; the index is built anew');
      return undefined;
    }
    this.#isSaved = true;
    return { index, version: kept.version, gone: 0 };
  }

  async #openCorpus(brand: Brand): Promise<Live | undefined> {
    const corpus = await openCorpus(this.#parts, brand, this.#parts.memoryPassages);
    return corpus && corpus.version <= brand.contentVersion ? { ...corpus, gone: 0 } : undefined;
  }

  #become(live: Live): void {
    this.#live = live;
    this.#isSaved = false;
  }

  #planSaving(): void {
    if (!this.#parts.snapshots || this.#isSaved || this.#isStopped) return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.#saveRested(), REST_MS).unref();
  }

  /** A snapshot holds public texts only: when some are gone, it is made from what is public now. */
  async #saveRested(): Promise<void> {
    if (this.#running || !this.#live) return;
    if (this.#live.gone > 0) {
      this.#running = this.#renew().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
    await this.#save();
  }

  async #renew(): Promise<void> {
    const brand = await findBrand(this.#parts, this.#id).catch(() => null);
    if (brand) await this.#rebuild(brand).catch((error: unknown) => this.#complain(error));
  }

  async #save(): Promise<void> {
    const { snapshots } = this.#parts;
    const live = this.#live;
    const bytes = live?.gone === 0 ? live.index.toSnapshot?.() : undefined;
    if (!snapshots || !live || !bytes) return;
    try {
      const stamp = await findVersionStamp(this.#parts, this.#id, live.version);
      if (stamp === null) return;
      await snapshots.keep({ brandId: this.#id, version: live.version, stamp, bytes });
      this.#isSaved = this.#live === live;
    } catch (error) {
      this.#complain(error);
    }
  }

  #complain(error: unknown): void {
    this.#parts.log.warn({ err: error, brand: this.#id }, 'a search snapshot was not written');
  }
}
