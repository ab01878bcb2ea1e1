import { Temporal } from '#lib/time.ts';
import { contentHash } from '../model/canonical.ts';
import type { LeftOut, LeftOutBecause, SelectedDocument } from '../model/decision.ts';
import type { AnyDocument, Appeal, CalendarDocument, PolicyDocument, Status } from '../model/document.ts';
import { type FactKind, type FactRecord, vocabularyWith } from '../model/vocabulary.ts';
import { PolicyError, type Problem, Reading } from '../reading/problems.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import { dayOfDate, type Moment, readMoment } from '../time/moment.ts';
import { type CompiledDocument, compileDocument } from './document.ts';
import { reportOverlaps, reportVersions } from './versions.ts';

/** One version of a document in a set, with the start of the next one. */
export interface PolicyVersion extends CompiledDocument {
  readonly until: Moment | null;
  /** Whether its status lets it be applied at all. */
  readonly eligible: boolean;
  /** How decisions name it: made once, and shared by all of them. */
  readonly name: SelectedDocument;
  readonly leftOut: Readonly<Record<LeftOutBecause, LeftOut>>;
  /** The way to appeal, where this document is the one that says it. */
  readonly appeal: Appeal | null;
}

/** Documents compiled together: everything a decision needs besides facts. */
export interface Policies {
  readonly documents: readonly PolicyVersion[];
  readonly calendars: readonly { readonly id: string; readonly version: number; readonly hash: string }[];
  /** Whether some document takes the place of others. */
  readonly anyReplaces: boolean;
  /** Words of all these documents, for reading facts. */
  readonly vocabulary: FactRecord;
  readonly statuses: ReadonlySet<Status>;
}

export interface PolicyOptions {
  /** Which documents may be applied: published ones unless a draft or an announced one is being tried. */
  readonly statuses?: readonly Status[];
}

export const MAX_DOCUMENTS = 500;

/** By name and version, so that a decision is the same to the last bit however its documents were loaded. */
const inOrder = <D extends AnyDocument>(documents: readonly D[]): readonly D[] =>
  documents.toSorted((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1));

/** Compiles documents that are decided together; throws a PolicyError that names every problem with its place. */
export function compilePolicies(documents: readonly AnyDocument[], options: PolicyOptions = {}): Policies {
  const problems: Problem[] = [];
  if (documents.length > MAX_DOCUMENTS)
    throw new PolicyError([{ path: [], message: `more than ${MAX_DOCUMENTS} documents` }]);
  const calendarSources = inOrder(documents.filter((document) => document.kind === 'calendar'));
  const calendars = new Map(calendarSources.map((document) => [document.id, calendarOf(document)]));
  const policies = inOrder(documents.filter((document) => document.kind === 'policy'));
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
    documents: distinct(compiled).map((document) => versionOf(document, applicable, statuses)),
    calendars: calendarSources.map((source) => ({ id: source.id, version: source.version, hash: contentHash(source) })),
    anyReplaces: policies.some(({ replaces }) => replaces !== undefined),
    vocabulary: sharedVocabulary(policies),
    statuses,
  };
}

/** A document given twice is one document. */
const distinct = (documents: readonly CompiledDocument[]): readonly CompiledDocument[] =>
  documents.filter(({ hash }, i) => documents.findIndex((each) => each.hash === hash) === i);

function versionOf(
  document: CompiledDocument,
  applicable: readonly PolicyDocument[],
  statuses: ReadonlySet<Status>,
): PolicyVersion {
  const { source, hash } = document;
  const name: SelectedDocument = { id: source.id, version: source.version, layer: source.layer, hash };
  const because = (reason: LeftOutBecause): LeftOut => ({ ...name, because: reason });
  return {
    ...document,
    until: endOf(source, applicable),
    eligible: statuses.has(source.status),
    name,
    leftOut: {
      scope: because('scope'),
      date: because('date'),
      status: because('status'),
      replaced: because('replaced'),
    },
    appeal: source.layer === 'company' ? (source.appeal ?? null) : null,
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
