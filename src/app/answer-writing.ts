import type { Context as HonoContext } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type AnswerWriting, WrittenAnswers } from '#domains/knowledge/index.ts';
import type { Config } from '#platform/config.ts';
import type { Log } from '#platform/log.ts';
import { callerNetwork } from './caller-network.ts';

/** Answers written for one address in a window, per node: each costs the operator something. */
const ANSWERS_PER_WINDOW = 12;
const WINDOW_SECONDS = 600;

/** Written answers within limits, for pages and the API together; undefined unless the operator named an endpoint. */
export function answerWriting(
  { answers, trustedProxies }: Pick<Config, 'answers' | 'trustedProxies'>,
  log: Log,
): AnswerWriting | undefined {
  if (answers === undefined) return undefined;
  const written = new WrittenAnswers(answers, log);
  const limiter = new RateLimiterMemory({ points: ANSWERS_PER_WINDOW, duration: WINDOW_SECONDS });
  return async (c: HonoContext, question, answer, locale) => {
    if (answer.kind === 'refusal') return null;
    const isAllowed = await limiter.consume(callerNetwork(c, trustedProxies)).then(
      () => true,
      () => false,
    );
    return isAllowed ? written.write(question, answer, locale) : null;
  };
}
