export { type BoundaryCase, boundaryCases, type Side } from './boundaries/boundaries.ts';
export { type Trial, trialOf } from './boundaries/witness.ts';
export { asOfCase, asOfFacts, type CheckedCase, checkDocuments, factsOfCase } from './check/check.ts';
export { withFact } from './check/merge.ts';
export { compilePolicies, type Policies, type PolicyOptions } from './compile/policies.ts';
export { decide } from './decide/decide.ts';
export { type Difference, documentDifferences } from './diff/diff.ts';
export { conditionWords, outcomeWords } from './diff/in-words.ts';
export { type Explained, type Explanation, explain } from './explain/explain.ts';
export { capitalised, type Labelled, type Labels, labelsFor } from './explain/labels.ts';
export type { Message } from './explain/messages.ts';
export { type DecisionSheet, type ResultSheet, sentencesFor } from './explain/sentences.ts';
export { type Values, valuesFor } from './explain/values.ts';
export { nextQuestion, type Question } from './interview/interview.ts';
export { type AnswerKind, answerText, type QuestionText, questionFor } from './interview/questions.ts';
export { type Finding, lintDocuments, remarksOn } from './lint/lint.ts';
export { contentHash } from './model/canonical.ts';
export type * from './model/decision.ts';
export type * from './model/document.ts';
export type { Facts } from './model/facts.ts';
export type { Money } from './model/money.ts';
export { CHANNELS, EVIDENCE_STATES, OCCASIONS, REQUEST_KINDS } from './model/vocabulary.ts';
export * from './plain/index.ts';
export { documentSchema, locateProblems, readDocument, readDocumentText } from './reading/documents.ts';
export { readFacts } from './reading/facts.ts';
export { PolicyError, type Problem, problemText } from './reading/problems.ts';
export { nearestWord } from './reading/suggest.ts';
export {
  compareCase,
  type DecisionRecord,
  type Flip,
  type Group as Tally,
  type PastCase,
  type Replay,
  recordOf,
  replay,
  sharedVocabulary,
} from './replay/replay.ts';
