import type { Doubts } from './doubts.ts';
import type { SentenceFeatures } from './features.ts';

/** Weights of the features that order sentences; fitted on the development sets, see ../README.md. */
export const sentenceWeights: Readonly<Record<keyof SentenceFeatures, number>> = {
  own: 3.8,
  exact: 1.9,
  local: 2.2,
  before: 2.7,
  title: 2.6,
  referred: 1.6,
  pairs: 1,
  document: 6,
  expected: 0.75,
  length: 0.15,
};

export function sentenceScore(features: SentenceFeatures): number {
  let score = 0;
  for (const name of Object.keys(sentenceWeights) as (keyof SentenceFeatures)[])
    score += sentenceWeights[name] * features[name];
  return score;
}

/**
 * How far each sign speaks for or against the best sentence; a logistic regression on answerable and unanswerable
 * questions about the same passages, and on questions about something else altogether.
 */
const confidenceWeights = {
  own: 2,
  title: 2.65,
  referred: 4,
  worstMissing: -0.5,
  namesMissing: -0.7,
  numberMissing: -0.8,
  denialMissing: -1.9,
  kindMissing: -0.5,
  words: 0.11,
} as const;
const CONFIDENCE_OFFSET = -1.7;

/** How sure a sentence answers the question, 0 to 1. */
export function confidenceOf(signs: SentenceFeatures & Doubts): number {
  let sum = CONFIDENCE_OFFSET;
  for (const name of Object.keys(confidenceWeights) as (keyof typeof confidenceWeights)[]) {
    sum += confidenceWeights[name] * signs[name];
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Below this confidence the engine says that the help pages do not answer the question. */
export const LEAST_CONFIDENCE = 0.3;
