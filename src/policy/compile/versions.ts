import type { Membership, PolicyDocument, ScopeName } from '../model/document.ts';
import { SCOPES } from '../model/document.ts';
import type { Reading } from '../reading/problems.ts';

const endOf = (document: PolicyDocument, versions: readonly PolicyDocument[]): string | undefined =>
  document.effective.until ?? versions.find(({ supersedes }) => supersedes === document.version)?.effective.from;

/** Versions of one document follow each other without a hole and without overlap. */
export function reportVersions(documents: readonly PolicyDocument[], at: Reading): void {
  const byId = Map.groupBy(documents, ({ id }) => id);
  for (const [id, versions] of byId) {
    const ordered = [...versions].sort((a, b) => (a.effective.from < b.effective.from ? -1 : 1));
    for (const [i, version] of ordered.entries()) {
      const next = ordered[i + 1];
      const end = endOf(version, versions);
      const place = at.at(id, `version ${version.version}`, 'effective');
      if (end !== undefined && end <= version.effective.from) place.fail('ends before it begins');
      if (!next) continue;
      const from = next.effective.from;
      if (next.version === version.version) place.fail(`version ${version.version} stands twice`);
      else if (end !== undefined && end > from && next.supersedes === version.version) {
        place.fail(
          `overlaps version ${next.version}, which supersedes it on ${from}; write until: ${from}, or no until`,
        );
      } else if (end === undefined || end > from) {
        place.fail(
          `overlaps version ${next.version}, which begins on ${from}; let that one say supersedes: ${version.version}`,
        );
      } else if (end < from) place.fail(`leaves a gap until version ${next.version} begins on ${from}`);
    }
  }
}

const apart = (a: Membership | undefined, b: Membership | undefined): boolean => {
  if (a?.in && b?.in) return !a.in.some((value) => b.in?.includes(value));
  if (a?.in && b?.notIn) return a.in.every((value) => b.notIn?.includes(value));
  if (a?.notIn && b?.in) return b.in.every((value) => a.notIn?.includes(value));
  return false;
};

const disjoint = (a: PolicyDocument, b: PolicyDocument): boolean =>
  (Object.keys(SCOPES) as ScopeName[]).some((name) => apart(a.scope[name], b.scope[name]));

const inOneTime = (a: PolicyDocument, b: PolicyDocument): boolean =>
  (a.effective.until === undefined || b.effective.from < a.effective.until) &&
  (b.effective.until === undefined || a.effective.from < b.effective.until);

/** Two documents of one layer may both apply only where one says it replaces the other. Statutes always load together. */
export function reportOverlaps(documents: readonly PolicyDocument[], at: Reading): void {
  const own = documents.filter(({ layer }) => layer !== 'statute');
  for (const [i, a] of own.entries()) {
    for (const b of own.slice(i + 1)) {
      if (a.layer !== b.layer || a.id === b.id || disjoint(a, b) || !inOneTime(a, b)) continue;
      if (a.replaces?.includes(b.id) || b.replaces?.includes(a.id)) continue;
      at.at(a.id, 'scope').fail(`may apply together with ${b.id}; give them disjoint scopes, or let one say replaces`);
    }
  }
}
