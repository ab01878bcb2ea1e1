import type { Context } from '#platform/context.ts';
import type { Brand } from './brand.ts';
import { listBrands, listContentVersions } from './queries.ts';

type Listener = (brand: Brand) => void | Promise<void>;

/**
 * The brands as this node knows them, in memory: every public page needs one, and they change seldom.
 * `refresh` is called on a notification and on a short poll behind it, so a change reaches every node within a second.
 */
export class BrandDirectory {
  readonly #db: Context['db'];
  #brands = new Map<string, Brand>();
  #byDomain = new Map<string, Brand>();
  /** The version each brand's listeners have taken in: where one failed, the next refresh tells it again. */
  readonly #told = new Map<string, number>();
  #listeners: Listener[] = [];
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(db: Context['db']) {
    this.#db = db;
  }

  /** Called with each brand whose content changed, before `refresh` resolves. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  all(): readonly Brand[] {
    return [...this.#brands.values()];
  }

  find(id: string): Brand | undefined {
    return this.#brands.get(id);
  }

  findByDomain(host: string): Brand | undefined {
    return this.#byDomain.get(host.toLowerCase());
  }

  /** Reads what changed up to this call. Calls during a read share the one after it: the first may have begun too early. */
  async refresh(): Promise<void> {
    if (!this.#running) return this.#start();
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<void> {
    this.#next = undefined;
    this.#running = this.#read().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #read(): Promise<void> {
    const versions = await listContentVersions({ db: this.#db });
    const same = versions.length === this.#brands.size && versions.every((v) => this.#told.get(v.id) === v.version);
    if (same) return;
    const brands = await listBrands({ db: this.#db });
    this.#brands = new Map(brands.map((brand) => [brand.id, brand]));
    this.#byDomain = new Map(brands.flatMap((brand) => (brand.domain ? [[brand.domain, brand] as const] : [])));
    for (const brand of brands) {
      if (this.#told.get(brand.id) === brand.contentVersion) continue;
      for (const listener of this.#listeners) await listener(brand);
      this.#told.set(brand.id, brand.contentVersion);
    }
  }
}
