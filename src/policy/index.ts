export { type CheckedCase, checkDocuments } from './check/check.ts';
export { compilePolicies, type Policies, type PolicyOptions } from './compile/policies.ts';
export { decide } from './decide/decide.ts';
export { type Explanation, explain } from './explain/explain.ts';
export { MESSAGES, type Message } from './explain/messages.ts';
export { nextQuestion, type Question } from './interview/interview.ts';
export { contentHash } from './model/canonical.ts';
export type * from './model/decision.ts';
export type * from './model/document.ts';
export type { Facts } from './model/facts.ts';
export type { Money } from './model/money.ts';
export { documentSchema, readDocument, readDocumentText } from './reading/documents.ts';
export { readFacts } from './reading/facts.ts';
export { PolicyError, type Problem, problemText } from './reading/problems.ts';
export {
  compareCase,
  type DecisionRecord,
  type Flip,
  type PastCase,
  type Replay,
  recordOf,
  replay,
} from './replay/replay.ts';
