import { factsOf, isElsewhere, nextAsked, type PolicyShelf, pathsRead } from '#domains/policies/index.ts';
import type { Temporal } from '#lib/time.ts';
import { decide, type Question } from '#policy/index.ts';
import { type Answer, CHANNEL, CHARGED_AMOUNT, CHARGED_AT, KIND, MAX_ANSWERS, REASON, REGION, STORY } from './claim.ts';
import { ownDocuments } from './claim-policies.ts';
import { factsOfAnswers } from './facts-of-answers.ts';

/** One screen of the interview: the fact it is named by, and the engine's question where it asked. */
export interface Screen {
  readonly path: string;
  readonly question: Question | null;
}

/** Facts asked on the screen of another one. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { [CHARGED_AT]: [CHARGED_AT, CHARGED_AMOUNT] };

export const pathsOn = (screen: string): readonly string[] => TOGETHER[screen] ?? [screen];
const shared = new Set(Object.values(TOGETHER).flatMap((paths) => paths.slice(1)));

/** The answers that name a screen, in the order they were given. */
export const screensAnswered = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ path }) => !shared.has(path) && !isBeside(path));

export interface Interview {
  readonly shelf: PolicyShelf;
  readonly brandId: string;
  readonly papers: readonly string[];
  readonly requestedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** What an interview knows with these answers. */
export const asking = (interview: Interview, answers: readonly Answer[]) => ({
  given: factsOfAnswers({ ...interview, answers, documents: ownDocuments(interview.shelf) }),
  unanswered: answers.filter(({ value }) => value === undefined).map(({ path }) => path),
});

const REQUESTED = (path: string): Screen => ({ path, question: null });

/**
 * What to ask next: who sold it, then where, what happened and when; then what can still change the decision.
 * @returns null when nothing can
 */
export function nextScreen(interview: Interview, answers: readonly Answer[]): Screen | null {
  const { shelf, now } = interview;
  const isAsked = (path: string): boolean => answers.some((answer) => answer.path === path);
  if (answers.length >= MAX_ANSWERS) return null;
  if (!isAsked(CHANNEL) && pathsRead(ownDocuments(shelf)).has(CHANNEL)) return REQUESTED(CHANNEL);
  const known = asking(interview, answers);
  // A seller who is not the company decides alone: nothing else matters here.
  if (isAsked(CHANNEL) && isElsewhere(shelf.policies, known, now)) return null;
  const opening = [REGION, REASON, CHARGED_AT].find((path) => !isAsked(path));
  if (opening) return REQUESTED(opening);
  const question = nextAsked(shelf.policies, known, now);
  return question && { path: question.path, question };
}

/**
 * The answers that still matter, in the order they are asked today. Walks the interview with the answers there are;
 * what comes after the first open question is kept, because it may be asked for again.
 */
export function stillMatter(interview: Interview, answers: readonly Answer[]): readonly Answer[] {
  // Who looks at law and company in turn keeps the answers to both.
  if (answers.some(({ path }) => path === KIND)) return answers;
  const kept: Answer[] = answers.filter(({ path }) => isBeside(path));
  for (let turn = 0; turn < MAX_ANSWERS; turn++) {
    const screen = nextScreen(interview, kept);
    if (screen === null) return kept;
    const given = answers.filter(({ path }) => pathsOn(screen.path).includes(path));
    if (!given.some(({ path }) => path === screen.path)) break;
    kept.push(...given);
  }
  return [...kept, ...answers.filter(({ path }) => !kept.some((each) => each.path === path))];
}

/** What is told without being asked. */
export const isBeside = (path: string): boolean => path === STORY || path === KIND;

/** The screen of a fact that was asked for already, as it would be asked today; null when it no longer matters. */
export function screenAgain(interview: Interview, answers: readonly Answer[], path: string): Screen | null {
  const place = answers.findIndex((answer) => answer.path === path);
  const before = answers.slice(0, Math.max(place, 0));
  const others = answers.filter((answer) => !pathsOn(path).includes(answer.path));
  for (const known of [before, others]) {
    const screen = nextScreen(interview, known);
    if (screen?.path === path) return screen;
  }
  const { policies } = interview.shelf;
  const facts = factsOf(policies, asking(interview, others));
  const missing = decide(policies, facts, interview.now).missing.find((fact) => fact.path === path);
  return missing ? { path, question: { ...missing, suggestions: [], splits: 0 } } : null;
}
