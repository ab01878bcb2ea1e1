import { decideCase } from '#domains/policies/index.ts';
import { appendToTrail } from '#domains/trail/index.ts';
import { maskCardNumbers } from '#lib/card-numbers.ts';
import { notFound } from '#lib/faults.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { type Answer, type AnswerValue, type Claim, MAX_ANSWERS, subjectOf } from './claim.ts';
import { ownDocuments } from './claim-policies.ts';
import { factsOfAnswers } from './facts-of-answers.ts';
import { type Interview, nextScreen, stillMatter } from './interview.ts';
import { lockClaim, putAnswers, putChanged } from './queries.ts';
import { idleEnd } from './start-claim.ts';

/** What one screen answers: paths with values, or without one where nobody knows. */
export type Given = Readonly<Record<string, AnswerValue | undefined>>;

const cleaned = (value: AnswerValue): AnswerValue => (typeof value === 'string' ? maskCardNumbers(value) : value);

/** The answers with some given anew: each in its old place, new ones at the end. */
export function withAnswers(answers: readonly Answer[], given: Given, at: string): readonly Answer[] {
  const said = (path: string): Answer => {
    const value = given[path];
    return value === undefined ? { path, at } : { path, value: cleaned(value), at };
  };
  const kept = answers.map((answer) => (Object.hasOwn(given, answer.path) ? said(answer.path) : answer));
  const fresh = Object.keys(given).filter((path) => !answers.some((answer) => answer.path === path));
  return [...kept, ...fresh.map(said)].slice(0, MAX_ANSWERS);
}

/** Notes that the customer did something: the claim stays a while longer, or to the end that was chosen. */
export const touch = (ctx: Context, claim: Claim): Promise<void> =>
  putChanged(ctx, claim.id, claim.keptAt === null ? idleEnd(ctx.now) : claim.expiresAt);

/**
 * Takes the answers of one screen. Answers that no longer matter are dropped; once nothing is left to ask, the case is
 * decided and the decision kept.
 * @throws notFound when the claim has just been deleted
 */
export async function answerQuestion(
  ctx: Context,
  interview: Interview,
  { id }: Pick<Claim, 'id'>,
  given: Given,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, id);
    if (!claim) throw notFound('the claim');
    const answers = stillMatter(interview, withAnswers(claim.answers, given, ctx.now.toString()));
    await putAnswers(ctx, id, answers);
    await touch(ctx, claim);
    const about = { brandId: claim.brandId, subject: subjectOf(claim) };
    await appendToTrail(ctx, about, { kind: 'answered', content: answers.filter(({ path }) => path in given) });
    if (nextScreen(interview, answers) === null) await keepDecision(ctx, interview, { ...claim, answers });
  });
}

/** Decides with what is known now and keeps the decision. */
export async function keepDecision(ctx: Context, interview: Interview, claim: Claim): Promise<void> {
  const facts = factsOfAnswers({ ...interview, answers: claim.answers, documents: ownDocuments(interview.shelf) });
  const subject = subjectOf(claim);
  const decided = await decideCase(ctx, interview.shelf, { subject, facts });
  if ('problems' in decided) throw new Error(`facts of a claim: ${JSON.stringify(decided.problems)}`);
  const { kind, amounts, reasons } = decided.decision;
  const content = { decision: decided.id, kind, amounts, reasons };
  await appendToTrail(ctx, { brandId: claim.brandId, subject }, { kind: 'decided', content });
}
