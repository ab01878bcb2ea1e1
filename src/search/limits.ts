/** Every bound of the search engine. Input beyond a limit is cut or ignored, never refused with an exception. */

/** Characters of a query that are read at all. */
export const QUERY_CHARACTERS = 1_000;
/** Words of a query that are read; later words are ignored. */
export const QUERY_WORDS = 64;
/** Distinct words of a query that are ranked, rarest first when there are more. */
export const QUERY_TERMS = 24;
/** UTF-16 units of one indexed word; the rest of a longer word is ignored. */
export const WORD_UNITS = 48;
/** Characters of one document field that are indexed. */
export const FIELD_CHARACTERS = 400_000;
/** Passages of one document. */
export const DOCUMENT_PASSAGES = 2_000;
/** Results of one page of hits. */
export const RESULTS_PER_PAGE = 100;
/** Results that can be reached by paging. */
export const RESULTS_REACHABLE = 1_000;
/** Candidates whose text is read again for proximity and coverage. */
export const RERANKED_CANDIDATES = 50;
/** Characters of one candidate that are read again. */
export const RERANKED_CHARACTERS = 6_000;
/** Completions tried for the unfinished last word. */
export const COMPLETIONS_TRIED = 24;
/** Dictionary words looked at for one completion. */
export const COMPLETIONS_SCANNED = 2_000;
/** Corrections tried for one misspelt word. */
export const CORRECTIONS_TRIED = 4;
/** Dictionary words compared with one misspelt word. */
export const CORRECTIONS_COMPARED = 4_000;
/** Synonyms tried for one word. */
export const SYNONYMS_TRIED = 8;
/** Words in one synonym, alias, device or symptom name. */
export const PHRASE_WORDS = 8;
/** Characters in one error code, separators included. */
export const CODE_CHARACTERS = 48;
/** Codes recognised in one query. */
export const CODES_PER_QUERY = 8;
/** Documents that wait in the newest segment before it is sealed. */
export const RECENT_DOCUMENTS = 256;
/** Sealed segments of similar size that are merged into one. */
export const SEGMENTS_PER_TIER = 6;
/** Snippet length in characters. */
export const SNIPPET_CHARACTERS = 180;
/** Documents searched for an answer. */
export const ANSWER_DOCUMENTS = 40;
/** Sentences looked at for one answer. */
export const ANSWER_SENTENCES = 2_000;
/** Characters looked at for one answer. */
export const ANSWER_CHARACTERS = 250_000;
/** Characters of one sentence; a longer one is cut at a word. */
export const SENTENCE_CHARACTERS = 600;
/** Characters of one passage that are looked at for a snippet. */
export const SNIPPET_SOURCE_CHARACTERS = 50_000;
