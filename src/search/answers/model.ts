import type { Doubts } from './doubts.ts';
import type { SentenceFeatures } from './features.ts';

/** Weights of the features that order sentences; fitted on the development sets, see ../README.md. */
export const sentenceWeights: Readonly<Record<keyof SentenceFeatures, number>> = {
  own: 2.27,
  exact: 1.82,
  local: 0.86,
  count: 3.66,
  alike: 5.15,
  before: 2.96,
  title: 3.51,
  referred: 1.25,
  names: -2.45,
  namesAround: 4.91,
  pairs: 0.53,
  phrases: 1.02,
  near: 3.29,
  document: 5.85,
  expected: 0.75,
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
  own: 2.17,
  before: 2.52,
  title: 2.93,
  referred: 2.27,
  worstMissing: -1.38,
  reworded: 1.64,
  numbersMissing: -0.93,
  denial: -0.42,
  denialMissing: -1.44,
  extremesMissing: -0.82,
  kindMissing: -0.24,
  inTitle: 2.05,
  early: 0.73,
} as const;
const CONFIDENCE_OFFSET = -1.92;

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
