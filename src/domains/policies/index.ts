export { askForCorpus, CORPUS_JOB, fillCorpus } from './corpus/fill-corpus.ts';
export { type DecideCase, type Decided, decideCase, replaysAlike } from './decide-case.ts';
export { POLICY_PLACES, type PolicyDeskDeps, policyDeskRoutes } from './desk/routes.tsx';
export type { PublishPolicy } from './drafts/publish-draft.ts';
export {
  beginOf,
  type DatedVersion,
  datedVersions,
  inForce,
  type Standing,
} from './in-force.ts';
export { type Asking, factsOf, isElsewhere, nextAsked, pathsRead, wordsRead } from './interview.ts';
export {
  type AnswerProblem,
  type Asked,
  type ReadAnswer,
  readAmount,
  readAnswer,
  readDay,
  readPastDay,
} from './interview-answer.ts';
export { documentsOf, type LivingValues, livingValues, livingValuesAt, readLivingValues } from './living-values.ts';
export { type PolicyShelf, PolicyShelves, readShelf, shelfOf } from './policy-shelves.ts';
export { POLICY_FILE, type PolicyText, type PolicyVersion, readPolicyText } from './policy-version.ts';
export { type PolicyFileProblem, type PutPolicies, putPolicyFiles, readPolicyFiles } from './put-policy-files.ts';
export {
  findPolicyVersion,
  listDecisions,
  listPolicyVersions,
  removeDecisions,
  type StoredDecision,
} from './queries.ts';
export { REPLAY_JOB } from './replays/ask-replay.ts';
export { runReplay } from './replays/run-replay.ts';
export { policyRoutes } from './routes.tsx';
export { startDuePolicies, startPolicies } from './start-policies.ts';
export { DecisionView, type DecisionViewProps } from './views/decision-sheet.tsx';
export { PROBLEM_MESSAGES, QuestionField } from './views/interview.tsx';
