import { Temporal } from '#lib/time.ts';
import { contentHash } from '../model/canonical.ts';
import type { AnyDocument, CalendarDocument, PolicyDocument, Status } from '../model/document.ts';
import { type FactKind, type FactRecord, vocabularyWith } from '../model/vocabulary.ts';
import { PolicyError, type Problem, Reading } from '../reading/problems.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import { dayOfDate, type Moment, readMoment } from '../time/moment.ts';
import { type CompiledDocument, compileDocument } from './document.ts';
import { reportOverlaps, reportVersions } from './versions.ts';

/** One version of a document in a set, with the start of the next one. */
export interface PolicyVersion extends CompiledDocument {
  readonly until: Moment | null;
}

/** Documents compiled together: everything a decision needs besides facts. */
export interface Policies {
  readonly documents: readonly PolicyVersion[];
  readonly calendars: readonly { readonly id: string; readonly version: number; readonly hash: string }[];
  /** Words of all these documents, for reading facts. */
  readonly vocabulary: FactRecord;
  readonly statuses: ReadonlySet<Status>;
}

export interface PolicyOptions {
  /** Which documents may be applied: published ones unless a draft or an announced one is being tried. */
  readonly statuses?: readonly Status[];
}

export const MAX_DOCUMENTS = 500;

/** Compiles documents that are decided together; throws a PolicyError that names every problem with its place. */
export function compilePolicies(documents: readonly AnyDocument[], options: PolicyOptions = {}): Policies {
  const problems: Problem[] = [];
  if (documents.length > MAX_DOCUMENTS)
    throw new PolicyError([{ path: [], message: `more than ${MAX_DOCUMENTS} documents` }]);
  const calendarSources = documents.filter((document) => document.kind === 'calendar');
  const calendars = new Map(calendarSources.map((document) => [document.id, calendarOf(document)]));
  const policies = documents.filter((document) => document.kind === 'policy');
  const statuses = new Set<Status>(options.statuses ?? ['published']);
  const compiled = policies.flatMap((document) => {
    const at = new Reading([], [document.id]);
    const result = compileDocument(document, calendars, at);
    problems.push(...at.problems);
    return result ?? [];
  });
  const set = new Reading(problems);
  const applicable = policies.filter(({ status }) => statuses.has(status));
  reportVersions(applicable, set);
  reportOverlaps(applicable, set);
  if (problems.length > 0) throw new PolicyError(problems);
  return {
    documents: compiled.map((document) => ({ ...document, until: endOf(document.source, applicable) })),
    calendars: calendarSources.map((source) => ({ id: source.id, version: source.version, hash: contentHash(source) })),
    vocabulary: sharedVocabulary(policies),
    statuses,
  };
}

/** A version ends where it says, or where the version that supersedes it begins. */
function endOf(document: PolicyDocument, all: readonly PolicyDocument[]): Moment | null {
  const next = all.find(({ id, supersedes }) => id === document.id && supersedes === document.version);
  const until = document.effective.until ?? next?.effective.from;
  return until === undefined ? null : readMoment(until);
}

function calendarOf(document: CalendarDocument): BusinessCalendar {
  const day = (date: string): number => dayOfDate(Temporal.PlainDate.from(date));
  return {
    id: document.id,
    first: day(document.effective.from),
    end: day(document.effective.until),
    weekend: new Set(document.weekend),
    holidays: new Set(document.holidays.map(day)),
  };
}

function sharedVocabulary(documents: readonly PolicyDocument[]): FactRecord {
  const own: Record<string, FactKind> = {};
  for (const { facts } of documents) {
    for (const [name, fact] of Object.entries(facts ?? {})) own[name] = { shape: 'fact', ...fact };
  }
  return vocabularyWith(own);
}
