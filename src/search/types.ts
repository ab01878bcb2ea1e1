/** What the search engine takes in and gives out. All ranges are UTF-16 offsets into the text beside them. */

export type DocumentType = 'action' | 'code' | 'article' | 'guide' | 'device' | 'community';

/** A part of a document that a link can point at. */
export interface Passage {
  /** Fragment of the page's address; empty for the text before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

export interface SearchDocument {
  /** Unique within a locale; the same id in two locales is the same document in two languages. */
  readonly id: string;
  readonly locale: string;
  readonly type: DocumentType;
  readonly title: string;
  readonly summary?: string;
  readonly passages: readonly Passage[];
  readonly tags?: readonly string[];
  /** Other names. For an action these are the words that ask for it ("refund", "money back"). */
  readonly aliases?: readonly string[];
  /** Error codes this document explains, in any spelling. */
  readonly codes?: readonly string[];
  /** Ids of the devices this document is about. */
  readonly devices?: readonly string[];
  /** ISO date of the last review; breaks ties. */
  readonly reviewedAt?: string;
  /** Factor on the score, 1 when absent, kept within 0.25 and 4. */
  readonly boost?: number;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Text with the parts that matched. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

/** A device or symptom of the catalogue, with every name people use for it in any language. */
export interface FacetName {
  readonly kind: 'device' | 'symptom';
  readonly id: string;
  readonly names: readonly string[];
}

export interface SearchSettings {
  readonly defaultLocale: string;
  /** Locales searched after the asked one, in order; the default locale when absent. */
  readonly fallbacks?: Readonly<Record<string, readonly string[]>>;
  /** Per locale, groups of words or phrases that mean the same for this brand. */
  readonly synonyms?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Devices and symptoms; device documents are added by their titles and aliases on their own. */
  readonly facets?: readonly FacetName[];
}

export interface SearchRequest {
  readonly text: string;
  readonly locale: string;
  readonly limit?: number;
  readonly offset?: number;
  /** The last word may be unfinished: complete it. */
  readonly isTyping?: boolean;
  /** Search for exactly these words: no corrections ("search instead for"). */
  readonly isVerbatim?: boolean;
  readonly types?: readonly DocumentType[];
}

export type HitGroup = 'action' | 'code' | 'article' | 'device' | 'community';

export interface SearchHit {
  readonly id: string;
  readonly locale: string;
  readonly type: DocumentType;
  readonly title: MarkedText;
  readonly snippet: MarkedText;
  /** Anchor of the passage the snippet was taken from; empty for the top of the page. */
  readonly anchor: string;
  readonly score: number;
  /** True when the document is in another language than the one asked for. */
  readonly isFallback: boolean;
}

export type CodeMatchKind = 'exact' | 'confusable' | 'typo' | 'prefix';

export interface CodeMatch {
  /** The code as the document writes it. */
  readonly code: string;
  readonly kind: CodeMatchKind;
  /** Where in the query it was read. */
  readonly range: TextRange;
  readonly documentIds: readonly string[];
}

/** What was searched instead of the words that were typed. */
export interface Correction {
  readonly text: string;
  /** The words that were changed, in the corrected text. */
  readonly marks: readonly TextRange[];
  /** True: the results are those of the corrected text ("search instead for"). False: only offered ("did you mean"). */
  readonly isApplied: boolean;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many documents match in each group, over all pages. */
  readonly groups: Readonly<Record<HitGroup, number>>;
  readonly total: number;
  readonly codes: readonly CodeMatch[];
  /** Ids of the action documents the words ask for, best first. */
  readonly actions: readonly string[];
  readonly devices: readonly string[];
  readonly symptoms: readonly string[];
  readonly correction?: Correction;
}

export interface Completion {
  readonly text: string;
  /** The part that was added to what was typed. */
  readonly marks: readonly TextRange[];
}

export interface AnswerRequest {
  readonly question: string;
  readonly locale: string;
  /** The question before this one, for "and on my phone?". */
  readonly previousQuestion?: string;
  /** Prefer passages of this document (the page the question was asked on). */
  readonly documentId?: string;
}

/** A sentence of the help pages, word for word. */
export interface Quote {
  readonly documentId: string;
  readonly locale: string;
  readonly title: string;
  readonly anchor: string;
  readonly heading: string;
  /** The passage the sentence stands in. */
  readonly passage: string;
  /** The sentence, a part of `passage`. */
  readonly range: TextRange;
  readonly sentence: MarkedText;
  /** 0 to 1: how sure the engine is that this answers the question. */
  readonly confidence: number;
}

export type Answer =
  | { readonly kind: 'answer'; readonly main: Quote; readonly alternatives: readonly Quote[] }
  | { readonly kind: 'refusal'; readonly confidence: number; readonly nearest: readonly Quote[] };
