import type { Brand, BrandDirectory } from '#domains/brands/index.ts';
import type { Context } from '#platform/context.ts';
import { type AnyDocument, compilePolicies, type Policies } from '#policy/index.ts';
import type { PolicyVersion } from './policy-version.ts';
import { listPolicyVersions } from './queries.ts';

/** What decides for one brand: its own documents, every law and every calendar, compiled. */
export interface PolicyShelf {
  readonly brandId: string;
  /** Its own versions, past and future ones too. */
  readonly own: readonly PolicyVersion[];
  readonly laws: readonly PolicyVersion[];
  /** Published documents only: announced ones decide nothing. */
  readonly policies: Policies;
}

/** The same documents always come in the same order: a stored decision names them in it. */
export const inOrder = (versions: readonly PolicyVersion[]): readonly AnyDocument[] =>
  versions
    .map(({ document }) => document)
    .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1));

/** Compiles what decides for a brand. */
export const shelfOf = (
  brandId: string,
  own: readonly PolicyVersion[],
  laws: readonly PolicyVersion[],
): PolicyShelf => ({ brandId, own, laws, policies: compilePolicies(inOrder([...own, ...laws])) });

/** A brand's shelf, read now. */
export async function readShelf(ctx: Pick<Context, 'db'>, brandId: string): Promise<PolicyShelf> {
  const [own, laws] = await Promise.all([listPolicyVersions(ctx, brandId), listPolicyVersions(ctx, null)]);
  return shelfOf(brandId, own, laws);
}

/** The shelves of this node, one per brand, kept in step with the database through the brand directory. */
export class PolicyShelves {
  readonly #ctx: Pick<Context, 'db'>;
  readonly #shelves = new Map<string, PolicyShelf>();

  constructor(db: Context['db'], directory: BrandDirectory) {
    this.#ctx = { db };
    directory.onChange((brand) => this.#follow(brand));
  }

  of(brandId: string): PolicyShelf | undefined {
    return this.#shelves.get(brandId);
  }

  async #follow(brand: Brand): Promise<void> {
    const known = this.#shelves.get(brand.id);
    const [own, laws] = await Promise.all([
      listPolicyVersions(this.#ctx, brand.id),
      listPolicyVersions(this.#ctx, null),
    ]);
    const same = (a: readonly PolicyVersion[], b: readonly PolicyVersion[]): boolean =>
      a.length === b.length && a.every(({ hash }, i) => hash === b[i]?.hash);
    if (known && same(known.own, own) && same(known.laws, laws)) return;
    this.#shelves.set(brand.id, shelfOf(brand.id, own, laws));
  }
}
