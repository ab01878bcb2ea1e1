import type { Locale } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import { labelsFor, type PlainDocument, type PolicyDocument, type Provenance, plainDocument } from '#policy/index.ts';
import { type DatedVersion, datedVersions, type Standing } from './in-force.ts';
import type { PolicyShelf } from './policy-shelves.ts';
import type { PolicyVersion } from './policy-version.ts';

/** One version in a list of versions. */
export interface VersionEntry {
  readonly key: string;
  readonly documentId: string;
  readonly number: number;
  readonly standing: Standing;
  readonly from: string;
  readonly until: string | null;
  /** The version of the same document that holds or held before it. */
  readonly before: number | null;
}

/** A document of the policy page: what it says, since when, and who says so. */
export interface PageDocument extends VersionEntry {
  readonly plain: PlainDocument;
  readonly layer: PolicyDocument['layer'];
  readonly hash: string;
  readonly provenance: readonly Provenance[];
  /** Countries and regions it is limited to, by name; empty when it is not. */
  readonly regions: readonly string[];
  readonly versions: readonly VersionEntry[];
}

export interface PolicyPageModel {
  /** The brand's own documents that hold, or the one version that was asked for. */
  readonly documents: readonly PageDocument[];
  /** Announced and future ones, told apart from those. */
  readonly coming: readonly PageDocument[];
  /** The floor: laws that hold, then announced ones. */
  readonly laws: readonly PageDocument[];
  /** True when an older or a coming version is shown by itself. */
  readonly isOneVersion: boolean;
}

/** How a version is named in an address: `norton-refunds.2`. */
export const versionKey = ({ id, version }: Pick<PolicyDocument, 'id' | 'version'>): string => `${id}.${version}`;

const entryOf = ({ document, standing, from, until }: DatedVersion, all: readonly DatedVersion[]): VersionEntry => ({
  key: versionKey(document),
  documentId: document.id,
  number: document.version,
  standing,
  from: from.toString(),
  until: until?.toString() ?? null,
  before:
    all
      .filter((each) => each.document.id === document.id && each.document.version < document.version)
      .map((each) => each.document.version)
      .sort((a, b) => b - a)[0] ?? null,
});

/** Telling a document takes some milliseconds and never changes while its shelf stands, so it is told once a language. */
const told = new WeakMap<PolicyShelf, Map<string, PlainDocument>>();

function plainOf(
  shelf: PolicyShelf,
  { document, version }: DatedVersion,
  all: readonly DatedVersion[],
  locale: Locale,
) {
  const known = told.get(shelf) ?? new Map<string, PlainDocument>();
  told.set(shelf, known);
  const key = `${version.hash} ${locale}`;
  const others = all.map((each) => each.document);
  const plain = known.get(key) ?? plainDocument(document, locale, others);
  known.set(key, plain);
  return plain;
}

function pageDocument(
  shelf: PolicyShelf,
  dated: DatedVersion,
  all: readonly DatedVersion[],
  locale: Locale,
): PageDocument {
  const { document, version } = dated;
  const labels = labelsFor(locale);
  return {
    ...entryOf(dated, all),
    plain: plainOf(shelf, dated, all, locale),
    layer: document.layer,
    hash: version.hash,
    provenance: document.provenance,
    regions: (document.scope.regions?.in ?? []).map((region) => labels.word('contract.region', region)),
    versions: all.filter((each) => each.document.id === document.id).map((each) => entryOf(each, all)),
  };
}

const concerns = ({ document: { scope } }: DatedVersion, brandId: string): boolean =>
  !(scope.brand?.in && !scope.brand.in.includes(brandId)) && !scope.brand?.notIn?.includes(brandId);

/**
 * What the policy page of a brand shows.
 * @param wanted the key of one version, to show that one alone; null when there is none of that key
 */
export function policyPage(
  shelf: PolicyShelf,
  locale: Locale,
  now: Temporal.Instant,
  wanted?: string,
): PolicyPageModel | null {
  const own = datedVersions(shelf.own, now);
  const laws = datedVersions(shelf.laws, now).filter((each) => concerns(each, shelf.brandId));
  const shown = (all: readonly DatedVersion[], standings: readonly Standing[]): PageDocument[] =>
    standings.flatMap((standing) =>
      all.filter((each) => each.standing === standing).map((each) => pageDocument(shelf, each, all, locale)),
    );
  if (wanted !== undefined) {
    const all = [...own, ...laws];
    const one = all.find(({ document }) => versionKey(document) === wanted);
    return one
      ? {
          documents: [pageDocument(shelf, one, one.version.brandId === null ? laws : own, locale)],
          coming: [],
          laws: [],
          isOneVersion: true,
        }
      : null;
  }
  return {
    documents: shown(own, ['inForce']),
    coming: shown(own, ['future', 'announced']),
    laws: shown(laws, ['inForce', 'future', 'announced']),
    isOneVersion: false,
  };
}

/** Two versions of one document, the older first; null when one of them does not exist. */
export function versionPair(
  versions: readonly PolicyVersion[],
  id: string,
  from: number,
  to: number,
): { readonly before: PolicyDocument; readonly after: PolicyDocument } | null {
  const find = (number: number): PolicyDocument | undefined =>
    versions
      .flatMap(({ document }) => (document.kind === 'policy' ? [document] : []))
      .find((document) => document.id === id && document.version === number);
  const [before, after] = [find(Math.min(from, to)), find(Math.max(from, to))];
  return before && after && before !== after ? { before, after } : null;
}
