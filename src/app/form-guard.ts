import type { Context as HonoContext } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '#lib/faults.ts';
import { callerNetwork } from './caller-network.ts';
import type { Services } from './services.ts';

export { callerNetwork };

const FORMS_PER_WINDOW = 20;
/** A claim is a dozen questions and as many ticks; behind one address there may be a few people. */
export const CLAIM_FORMS_PER_WINDOW = 300;
const WINDOW_SECONDS = 600;

const SEARCHES_COUNTED = 30;

/** Whether one more search from this address is still counted: so many, and a stranger cannot fill the editors' list. */
export function searchCounting({ config }: Pick<Services, 'config'>): (c: HonoContext) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: SEARCHES_COUNTED, duration: WINDOW_SECONDS });
  return (c) =>
    limiter.consume(callerNetwork(c, config.trustedProxies)).then(
      () => true,
      () => false,
    );
}

/** Limits forms that need no sign-in, per address and node. The address is kept in memory only. */
export function formGuard(
  { config }: Pick<Services, 'config'>,
  points = FORMS_PER_WINDOW,
): (c: HonoContext) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return async (c) => {
    try {
      await limiter.consume(callerNetwork(c, config.trustedProxies));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
}
