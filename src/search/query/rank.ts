import { RERANKED_CANDIDATES, RESULTS_REACHABLE } from '../limits.ts';
import type { Place } from '../locale-index.ts';
import { CloseReader } from '../ranking/rerank.ts';
import type { Segment } from '../ranking/segment.ts';
import { PROXIMITY_BONUS, RECENCY_BONUS, RELATIVE_CUTOFF, TITLE_SUPPORT, WINDOW_BONUS } from '../ranking/weights.ts';
import type { DocumentType, SearchDocument } from '../types.ts';
import type { LocaleQuery } from './locale-query.ts';
import { TopPlaces } from './top.ts';

export interface Candidate extends Place {
  readonly id: string;
  readonly locale: string;
  readonly type: DocumentType;
  readonly score: number;
}

const DEVICE_BONUS = 0.4;
const OTHER_DEVICE_SHARE = 0.8;
const SYMPTOM_BONUS = 0.5;
/** And a page about both, on top: it need not repeat the names of all its devices in its text. */
const BOTH_BONUS = 1.2;
/** What a device's own page counts when a symptom is named. */
const DEVICE_PAGE_SHARE = 0.5;
const DAYS_UNTIL_FORGOTTEN = 20_000;

/** The results of one locale, best first: all that come near enough to the best one. */
export function rankLocale(
  { index, groups }: LocaleQuery,
  devices: readonly string[],
  symptoms: readonly string[],
): readonly Candidate[] {
  if (groups.length === 0) return [];
  const top = new TopPlaces(RESULTS_REACHABLE);
  index.forEachScored(groups, (segment, document, score) => top.offer(segment, document, score));
  const places = top.sorted();
  const reader = new CloseReader(groups, index.lexicon);
  const least = (places[0]?.score ?? 0) * RELATIVE_CUTOFF;
  const ranked: Candidate[] = [];
  const bestOfTitle = new Map<string, number>();
  const titles = new Map<Candidate, string>();
  places.forEach(({ segment, document, score }, rank) => {
    if (score < least) return;
    const recent = score * (1 + RECENCY_BONUS * recency(segment, document));
    const type = segment.typeOf(document);
    const read = rank < RERANKED_CANDIDATES ? segment.read(document) : undefined;
    const bonus = read === undefined ? 1 : closeness(reader, read) * facetFactor(read, devices, symptoms);
    const id = read?.id ?? segment.idOf(document);
    const candidate = { segment, document, id, locale: index.locale, type, score: recent * bonus };
    ranked.push(candidate);
    if (read === undefined) return;
    titles.set(candidate, read.title);
    bestOfTitle.set(read.title, Math.max(candidate.score, bestOfTitle.get(read.title) ?? 0));
  });
  const supported = ranked.map((candidate) => {
    const best = bestOfTitle.get(titles.get(candidate) ?? '') ?? 0;
    return { ...candidate, score: candidate.score + TITLE_SUPPORT * best };
  });
  return supported.sort((left, right) => right.score - left.score);
}

function closeness(reader: CloseReader, document: SearchDocument): number {
  const { proximity, window } = reader.read(document);
  return 1 + PROXIMITY_BONUS * proximity + WINDOW_BONUS * window;
}

function facetFactor(document: SearchDocument, devices: readonly string[], symptoms: readonly string[]): number {
  const own = document.devices ?? [];
  const isDevices = devices.length > 0 && own.some((device) => devices.includes(device));
  const isOthers = devices.length > 0 && own.length > 0 && !isDevices;
  const isSymptoms = document.tags?.some((tag) => symptoms.includes(tag)) === true;
  const bonus = (isDevices ? DEVICE_BONUS : 0) + (isSymptoms ? SYMPTOM_BONUS : 0);
  const factor = 1 + bonus + (isDevices && isSymptoms ? BOTH_BONUS : 0);
  // A device page is about the device as a whole: when a symptom is named, the page about both comes before it.
  const page = document.type === 'device' && symptoms.length > 0 ? DEVICE_PAGE_SHARE : 1;
  return factor * page * (isOthers ? OTHER_DEVICE_SHARE : 1);
}

/** 0 for never reviewed up to 1. */
function recency(segment: Segment, document: number): number {
  return Math.min(1, (segment.data.reviewedDays[document] as number) / DAYS_UNTIL_FORGOTTEN);
}
