import type { Context } from '#platform/context.ts';
import {
  type AskedWord,
  askedWords,
  type CollectionStatistics,
  foldedWords,
  nearestWords,
  type SearchDocument,
  type SearchSettings,
} from '#search/index.ts';
import {
  listCandidates,
  listSimilarWords,
  listWordFrequencies,
  listWordsBeginning,
  type Phrase,
} from './queries/search-candidates.ts';

/** Documents ranked for one query in the reader's language, and in the one behind it. */
const CANDIDATES = 100;
const FALLBACK_CANDIDATES = 40;
/** Characters of documents read for one query: what takes the time is reading them. */
const CHARACTERS_READ = 300_000;
/** Words of a query the database is asked for, the rarest ones. */
const WORDS_ASKED = 12;
/** A word more documents have than this is no way to find candidates, unless there is no rarer one. */
const COMMON_DOCUMENTS = 20_000;
/** The rarest words of which any two together make a candidate. */
const PAIRED_WORDS = 4;
const COMPLETIONS = 8;
const CORRECTIONS = 3;
const SYNONYMS = 6;
/** Letters a misspelt word is taken to have right, where there are no trigrams. */
const TRUSTED_LETTERS = 2;

export interface CandidateRequest {
  readonly text: string;
  readonly locale: string;
  readonly isTyping: boolean;
  readonly isVerbatim: boolean;
  /** The language is not the reader's. */
  readonly isFallback: boolean;
}

export interface FoundCandidates {
  readonly documents: readonly SearchDocument[];
  readonly statistics: CollectionStatistics;
}

/** A word of the query with everything that may stand for it, and how many documents have any of that. */
interface Meant {
  readonly phrases: readonly Phrase[];
  readonly documents: number;
}

/** Finds in a corpus of the database what is worth ranking for a query. */
export class CandidateFinder {
  readonly #ctx: Pick<Context, 'db'>;
  readonly #corpusId: number;
  readonly #synonyms: ReadonlyMap<string, readonly (readonly string[])[]>;

  constructor(ctx: Pick<Context, 'db'>, corpusId: number, { synonyms = {} }: SearchSettings) {
    this.#ctx = ctx;
    this.#corpusId = corpusId;
    this.#synonyms = new Map(
      Object.entries(synonyms).map(([locale, groups]) => [locale, groups.map((group) => group.map(foldedWords))]),
    );
  }

  async find(request: CandidateRequest): Promise<FoundCandidates> {
    const { text, locale } = request;
    const words = askedWords(text, locale, request.isTyping);
    const frequencies = await this.#frequencies(locale, ['', ...words.map(({ folded }) => folded)]);
    const meant: Meant[] = [];
    for (const word of words) meant.push(await this.#meant(word, request, frequencies));
    const phrases = request.isVerbatim ? [] : this.#synonymsIn(text, locale);
    const documents = await this.#lookUp(request, meant, phrases);
    const total = frequencies.get('') ?? documents.length;
    frequencies.delete('');
    return { documents, statistics: { locale, documents: total, frequencies } };
  }

  #frequencies(locale: string, words: readonly string[]): Promise<Map<string, number>> {
    return listWordFrequencies(this.#ctx, this.#corpusId, locale, words);
  }

  /** The word itself; words it begins when it is unfinished; words like it when nobody ever wrote it. */
  async #meant(word: AskedWord, request: CandidateRequest, frequencies: Map<string, number>): Promise<Meant> {
    const { folded } = word;
    const own = frequencies.get(folded) ?? 0;
    const others = word.isUnfinished
      ? await listWordsBeginning(this.#ctx, this.#corpusId, request.locale, folded, COMPLETIONS)
      : [];
    const similar =
      own === 0 && others.length === 0 && !request.isVerbatim ? await this.#corrections(folded, request.locale) : [];
    for (const { word: other, documents } of [...others, ...similar]) frequencies.set(other, documents);
    const all = [{ word: folded, documents: own }, ...others, ...similar];
    return {
      phrases: all.map(({ word: each }) => [each]),
      documents: all.reduce((sum, { documents }) => sum + documents, 0),
    };
  }

  async #corrections(folded: string, locale: string) {
    const beginning = folded.slice(0, TRUSTED_LETTERS);
    const similar =
      (await listSimilarWords(this.#ctx, this.#corpusId, locale, folded)) ??
      (await listWordsBeginning(this.#ctx, this.#corpusId, locale, beginning, Number.MAX_SAFE_INTEGER));
    const nearest = new Set(nearestWords(folded, similar, CORRECTIONS));
    return similar.filter(({ word }) => nearest.has(word));
  }

  /** Other ways to say what a group of the brand's synonyms says, when the text says it one way. */
  #synonymsIn(text: string, locale: string): readonly Phrase[] {
    const padded = ` ${foldedWords(text)} `;
    const groups = this.#synonyms.get(locale) ?? [];
    const said = groups.filter((group) => group.some((phrase) => phrase !== '' && padded.includes(` ${phrase} `)));
    return said
      .flatMap((group) => group.filter((phrase) => phrase !== '' && !padded.includes(` ${phrase} `)))
      .slice(0, SYNONYMS)
      .map((phrase) => phrase.split(' '));
  }

  #lookUp(
    { locale, isFallback }: CandidateRequest,
    meant: readonly Meant[],
    synonyms: readonly Phrase[],
  ): Promise<SearchDocument[]> {
    const known = meant.filter(({ documents }) => documents > 0).sort((a, b) => a.documents - b.documents);
    const asked = known.slice(0, WORDS_ASKED);
    if (asked.length === 0 && synonyms.length === 0) return Promise.resolve([]);
    const rare = asked.filter(({ documents }, at) => at === 0 || documents <= COMMON_DOCUMENTS);
    const search = {
      corpusId: this.#corpusId,
      locale,
      all: asked.length < 2 ? [] : asked.map(({ phrases }) => phrases),
      some: pairs(asked.slice(0, PAIRED_WORDS)),
      any: [...rare.flatMap(({ phrases }) => phrases), ...synonyms],
    };
    return listCandidates(this.#ctx, search, isFallback ? FALLBACK_CANDIDATES : CANDIDATES, CHARACTERS_READ);
  }
}

/** Any two of the rarest words. */
const pairs = (words: readonly Meant[]): readonly Phrase[] =>
  words.flatMap((left, at) =>
    words
      .slice(at + 1)
      .flatMap((right) => left.phrases.flatMap((one) => right.phrases.map((other) => [...one, ...other]))),
  );
