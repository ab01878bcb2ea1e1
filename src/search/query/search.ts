import type { Catalogue } from '../catalogue.ts';
import { readCodes } from '../codes/read-codes.ts';
import { QUERY_CHARACTERS, QUERY_TERMS, RESULTS_PER_PAGE, RESULTS_REACHABLE } from '../limits.ts';
import type { LocaleIndex } from '../locale-index.ts';
import type { CodeMatch, DocumentType, HitGroup, SearchHit, SearchRequest, SearchResult } from '../types.ts';
import { correctionOf } from './correction.ts';
import { expand, SYNONYM_WEIGHT, type WordGroup, weakened } from './expand.ts';
import type { LocaleQuery } from './locale-query.ts';
import { type Candidate, rankLocale } from './rank.ts';
import { Marker } from './snippet.ts';
import { contentWords, type QueryWord, wordsOf } from './words.ts';

const DEFAULT_LIMIT = 10;
/** What a document in another language counts against one in the reader's. */
const FALLBACK_SHARE = 0.6;
/** What the tag of a symptom counts when it was named in other words. */
const SYMPTOM_WEIGHT = 1.2;
/** Above any ranking score: what makes codes and asked-for actions come first. */
const CODE_SCORE = 10_000;
const ACTION_SCORE = 5_000;

interface Understood {
  readonly codes: readonly CodeMatch[];
  readonly actions: ReadonlyMap<string, number>;
  readonly devices: readonly string[];
  readonly symptoms: readonly string[];
}

/** Searches the reader's locale and its fallbacks. */
export function search(catalogue: Catalogue, request: SearchRequest): SearchResult {
  return searchAs(catalogue, request);
}

/** `asTyped` is what was understood of the words before they were put right. */
function searchAs(catalogue: Catalogue, request: SearchRequest, asTyped?: Understood): SearchResult {
  const text = request.text.slice(0, QUERY_CHARACTERS);
  const typed = together(understand(catalogue, text, request), asTyped);
  const indexes = catalogue.searched(request.locale);
  const queries = indexes.map((index, at) => ({
    index,
    groups: groupsFor(
      catalogue,
      index,
      text,
      request,
      typed.codes,
      indexes.filter((_, other) => other !== at),
      typed.symptoms,
    ),
  }));
  const primary = queries[0];
  const correction = primary === undefined ? undefined : correctionOf(text, primary, request.isVerbatim === true);
  // Words that were put right count as if they had been typed so: devices, phrases and exact forms are seen again.
  if (correction?.isApplied === true) {
    return { ...searchAs(catalogue, { ...request, text: correction.text, isVerbatim: true }, typed), correction };
  }
  const understood = typed;
  const candidates = collect(queries, understood);
  const allowed = request.types;
  const listed = allowed === undefined ? candidates : candidates.filter(({ type }) => allowed.includes(type));
  const offset = Math.min(Math.max(0, Math.trunc(request.offset ?? 0)), RESULTS_REACHABLE);
  const limit = Math.min(Math.max(0, Math.trunc(request.limit ?? DEFAULT_LIMIT)), RESULTS_PER_PAGE);
  const markers = queries.map(({ index, groups }) => ({ index, marker: new Marker(groups, index.lexicon) }));
  const hits = listed.slice(offset, offset + limit).map((candidate) => present(candidate, markers, request.locale));
  return {
    hits,
    groups: countGroups(candidates),
    total: listed.length,
    codes: understood.codes,
    actions: [...understood.actions.keys()],
    devices: understood.devices,
    symptoms: understood.symptoms,
    ...(correction === undefined ? {} : { correction }),
  };
}

/** The devices and symptoms a text names. */
function recognise(catalogue: Catalogue, text: string, isVerbatim: boolean): Pick<Understood, 'devices' | 'symptoms'> {
  const facets = catalogue.facets.recognise(text, isVerbatim);
  const named = (kind: string): readonly string[] => facets.filter((facet) => facet.kind === kind).map(({ id }) => id);
  return { devices: named('device'), symptoms: named('symptom') };
}

function understand(
  catalogue: Catalogue,
  text: string,
  { locale, isTyping = false, isVerbatim = false }: SearchRequest,
): Understood {
  const actions = new Map<string, number>();
  catalogue.actions.asked(text, locale, isTyping).forEach(({ documentId, isClear }, rank) => {
    actions.set(documentId, isClear ? ACTION_SCORE - rank : 0);
  });
  return { codes: readCodes(text, catalogue.codes), actions, ...recognise(catalogue, text, isVerbatim) };
}

/** Devices and symptoms of both readings; codes and actions of the first. */
function together(own: Understood, other: Understood | undefined): Understood {
  if (other === undefined) return own;
  const both = (one: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...one, ...more])];
  return {
    ...own,
    devices: both(own.devices, other.devices),
    symptoms: both(own.symptoms, other.symptoms),
  };
}

/** What to look for in one locale. Words that were read as a code are not corrected. */
export function groupsFor(
  catalogue: Catalogue,
  index: LocaleIndex,
  text: string,
  request: Pick<SearchRequest, 'isTyping' | 'isVerbatim'>,
  codes: readonly CodeMatch[],
  others: readonly LocaleIndex[],
  symptoms: readonly string[] = [],
): readonly WordGroup[] {
  const words = wordsOf(text, index.lexicon.language);
  const last = words.at(-1);
  const isUnfinished =
    request.isTyping === true && last !== undefined && last.end === text.trimEnd().length && !/\s$/.test(text);
  const isInCode = (word: QueryWord): boolean =>
    codes.some(({ range }) => word.start >= range.start && word.end <= range.end);
  const synonyms = catalogue.synonymsOf(index.locale);
  const content = contentWords(words);
  const searched = isUnfinished && !content.includes(last) ? [...content, last] : content;
  const codeWords = new Set(words.filter(isInCode).map(({ folded }) => folded));
  const options = {
    unfinishedEnd: isUnfinished ? last.end : -1,
    isVerbatim: request.isVerbatim === true,
    isKnownElsewhere: (folded: string): boolean =>
      codeWords.has(folded) || others.some(({ lexicon }) => lexicon.surfaces.find(folded) >= 0),
    ...(synonyms === undefined ? {} : { synonyms }),
  };
  const rewritten = synonyms === undefined || options.isVerbatim ? [] : synonyms.rewrites(text);
  const typed = new Set(words.map(({ folded }) => folded));
  const exactly = { ...options, unfinishedEnd: -1, isVerbatim: true };
  const unseenOf = (texts: readonly string[]): readonly QueryWord[] =>
    texts
      .flatMap((each) => contentWords(wordsOf(each, index.lexicon.language)))
      .filter(({ folded }) => !typed.has(folded));
  const extra = weakened(expand(unseenOf(rewritten), index, exactly), SYNONYM_WEIGHT);
  // A symptom is the tag of the pages about it: they are found even when they describe it in other words.
  const tagged = weakened(expand(unseenOf(symptoms), index, exactly), SYMPTOM_WEIGHT);
  return [...expand(searched, index, options), ...extra, ...tagged].slice(0, QUERY_TERMS);
}

/** Every result, best first, each document once: in the reader's language when it exists there. */
function collect(queries: readonly LocaleQuery[], understood: Understood): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const codeRanks = new Map<string, number>();
  for (const { documentIds } of understood.codes) {
    for (const id of documentIds) if (!codeRanks.has(id)) codeRanks.set(id, codeRanks.size);
  }
  queries.forEach((query, at) => {
    const share = at === 0 ? 1 : FALLBACK_SHARE;
    for (const candidate of rankLocale(query, understood.devices, understood.symptoms)) {
      if (!existsBefore(candidate.id, at)) found.set(candidate.id, { ...candidate, score: candidate.score * share });
    }
    for (const [id, rank] of codeRanks) lift(query.index, id, CODE_SCORE - rank);
    for (const [id, score] of understood.actions) if (score > 0) lift(query.index, id, score);
  });
  /** True when an earlier locale has the document, whether it matched there or not. */
  function existsBefore(id: string, at: number): boolean {
    return found.has(id) || queries.slice(0, at).some(({ index }) => index.find(id) !== undefined);
  }
  function lift(index: LocaleIndex, id: string, score: number): void {
    const before = found.get(id);
    if (before !== undefined && before.score >= ACTION_SCORE / 2) return;
    const place = before ?? index.find(id);
    if (place === undefined) return;
    const type = place.segment.typeOf(place.document);
    const kindScore = type === 'code' || type === 'action' ? score : score / 2;
    found.set(id, {
      id,
      locale: index.locale,
      type,
      ...before,
      segment: place.segment,
      document: place.document,
      score: kindScore,
    });
  }
  return [...found.values()].sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
}

function present(
  candidate: Candidate,
  markers: readonly { readonly index: LocaleIndex; readonly marker: Marker }[],
  locale: string,
): SearchHit {
  const document = candidate.segment.read(candidate.document);
  const marker = (markers.find(({ index }) => index.locale === candidate.locale) ?? markers[0])?.marker;
  const { snippet, anchor } = marker?.snippet(document) ?? { snippet: { text: '', marks: [] }, anchor: '' };
  const title = marker?.mark(document.title) ?? { text: document.title, marks: [] };
  const isFallback = candidate.locale !== locale && candidate.locale !== locale.split('-')[0];
  const { id, type, score } = candidate;
  return { id, locale: candidate.locale, type, title, snippet, anchor, score, isFallback };
}

const groupOfType: Readonly<Record<DocumentType, HitGroup>> = {
  action: 'action',
  code: 'code',
  article: 'article',
  guide: 'article',
  device: 'device',
  community: 'community',
};

function countGroups(candidates: readonly Candidate[]): Record<HitGroup, number> {
  const counts: Record<HitGroup, number> = { action: 0, code: 0, article: 0, device: 0, community: 0 };
  for (const { type } of candidates) counts[groupOfType[type]] += 1;
  return counts;
}
