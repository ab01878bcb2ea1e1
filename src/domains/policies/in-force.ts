import { Temporal } from '#lib/time.ts';
import type { PolicyDocument } from '#policy/index.ts';
import type { PolicyVersion } from './policy-version.ts';

/** Where one version stands on the calendar. An announced one decides nothing, whatever its dates. */
export type Standing = 'inForce' | 'past' | 'future' | 'announced';

/** A version of a policy with the days it holds, `[from, until)`, in the zone of the document. */
export interface DatedVersion {
  readonly version: PolicyVersion;
  readonly document: PolicyDocument;
  readonly from: Temporal.PlainDate;
  /** The first day it no longer holds; null while nothing follows. */
  readonly until: Temporal.PlainDate | null;
  readonly standing: Standing;
}

const ZONE = 'UTC';

/** The zone days are counted in where a document leaves it to the case. */
const zoneOf = ({ zone }: PolicyDocument): string => (typeof zone === 'string' ? zone : (zone.otherwise ?? ZONE));

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text.slice(0, 10));

function standingOf({ status }: PolicyDocument, from: string, until: string | undefined, today: string): Standing {
  if (status !== 'published') return 'announced';
  if (from > today) return 'future';
  return until !== undefined && until <= today ? 'past' : 'inForce';
}

/** Every policy among the versions, dated and judged on the day of `now`; the newest of each document first. */
export function datedVersions(versions: readonly PolicyVersion[], now: Temporal.Instant): DatedVersion[] {
  const policies = versions.flatMap((version) =>
    version.document.kind === 'policy' ? [{ version, document: version.document }] : [],
  );
  return policies
    .map(({ version, document }): DatedVersion => {
      const next = policies.find(
        ({ document: { id, supersedes, status } }) =>
          id === document.id && supersedes === document.version && status === 'published',
      );
      const until = document.effective.until ?? next?.document.effective.from;
      const today = now.toZonedDateTimeISO(zoneOf(document)).toPlainDate().toString();
      return {
        version,
        document,
        from: dayOf(document.effective.from),
        until: until === undefined ? null : dayOf(until),
        standing: standingOf(document, document.effective.from.slice(0, 10), until?.slice(0, 10), today),
      };
    })
    .sort((a, b) => a.document.id.localeCompare(b.document.id) || b.document.version - a.document.version);
}

/** The versions that hold now. */
export const inForce = (versions: readonly PolicyVersion[], now: Temporal.Instant): PolicyVersion[] =>
  datedVersions(versions, now)
    .filter(({ standing }) => standing === 'inForce')
    .map(({ version }) => version);

/** The instants a version begins and ends at. */
export const changesOf = ({ document, from, until }: DatedVersion): Temporal.Instant[] =>
  [from, ...(until === null ? [] : [until])].map((day) => day.toZonedDateTime(zoneOf(document)).toInstant());

/** The instant a version begins to hold. */
export const beginOf = (document: PolicyDocument): Temporal.Instant =>
  dayOf(document.effective.from).toZonedDateTime(zoneOf(document)).toInstant();
