import type { Temporal } from '#lib/time.ts';
import { type AnyDocument, compilePolicies, type Policies, type PolicyDocument } from '#policy/index.ts';
import { datedVersions } from '../in-force.ts';
import type { PolicyShelf } from '../policy-shelves.ts';
import type { PolicyVersion } from '../policy-version.ts';

/** What decides today, and what would decide with the draft in its place. */
export interface Compared {
  readonly before: Policies;
  readonly after: Policies;
}

/** Earlier than any stored request: a version that is compared is asked about all of them. */
const ALL_ALONG = '2000-01-01';

/** A version as if it were published and had held all along: windows and amounts are compared, not dates. */
export function heldAllAlong({ supersedes: _, effective, ...document }: PolicyDocument): PolicyDocument {
  const { until: _until, ...rest } = effective;
  return { ...document, status: 'published', effective: { ...rest, from: ALL_ALONG } };
}

/** The version of a document that holds now; when none does, the one that will or did last. */
export function versionInForce(
  versions: readonly PolicyVersion[],
  documentId: string,
  now: Temporal.Instant,
): PolicyVersion | null {
  const dated = datedVersions(
    versions.filter(({ document }) => document.id === documentId),
    now,
  );
  const holds =
    dated.find(({ standing }) => standing === 'inForce') ?? dated.find(({ standing }) => standing !== 'announced');
  return holds?.version ?? null;
}

/** What holds now, document by document, as if it had held all along; the laws beside it by their own dates. */
function present(shelf: PolicyShelf, now: Temporal.Instant): readonly AnyDocument[] {
  const ids = [...new Set(shelf.own.map(({ document }) => document.id))];
  const own = ids.flatMap((id) => {
    const document = versionInForce(shelf.own, id, now)?.document;
    return document?.kind === 'policy' ? [heldAllAlong(document)] : [];
  });
  return [...own, ...shelf.laws.map(({ document }) => document)];
}

/** What past requests come to under the documents that hold now. */
export const presentPolicies = (shelf: PolicyShelf, now: Temporal.Instant): Policies =>
  compilePolicies(present(shelf, now));

/**
 * The documents of a brand twice: with the version in force, and with the draft instead.
 * @throws PolicyError when the draft cannot stand beside the others
 */
export function comparedPolicies(shelf: PolicyShelf, draft: PolicyDocument, now: Temporal.Instant): Compared {
  const documents = present(shelf, now);
  const others = documents.filter(({ id }) => id !== draft.id);
  return { before: compilePolicies(documents), after: compilePolicies([...others, heldAllAlong(draft)]) };
}
