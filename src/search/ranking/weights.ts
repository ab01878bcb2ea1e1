/** The few numbers ranking depends on. What each buys is measured in ../README.md. */

export const TITLE = 0;
export const SUMMARY = 1;
export const HEADINGS = 2;
export const BODY = 3;
export const TAGS = 4;
export const ALIASES = 5;
export const FIELD_COUNT = 6;

/** Weight of each field, in the order of the constants above. */
export const fieldWeights: readonly number[] = [4, 2, 2, 1, 1, 4];
/** BM25's length normalisation per field. */
export const fieldLengthNorms: readonly number[] = [0.7, 0.7, 0.7, 0.8, 0.5, 0.5];
/** BM25's saturation. */
export const SATURATION = 2;

/** Stored impacts are 16-bit; this is the impact of the largest one. */
export const LARGEST_IMPACT = SATURATION + 1;
export const IMPACT_UNIT = LARGEST_IMPACT / 65_535;

/** Share of the best score below which a document does not count as a result. */
export const RELATIVE_CUTOFF = 0.2;
/** What finding all neighbouring words of the query side by side adds, as a share of the score. */
export const PROXIMITY_BONUS = 1.5;
/** What the best document of the same title lends to its siblings, as a share of its score. */
export const TITLE_SUPPORT = 0.7;
/** What the share of the query's weight in the best window of a document adds, as a share of the score. */
export const WINDOW_BONUS = 4;
/** Score of a document that was reviewed last, above one never reviewed, as a share: decides only ties. */
export const RECENCY_BONUS = 0.005;

/** What a word found only in another form counts against the form that was typed. */
export const OTHER_FORM_SHARE = 0.45;
