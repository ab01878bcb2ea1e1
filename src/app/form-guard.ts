import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '#lib/faults.ts';
import { networkOf } from '#lib/network.ts';
import type { Services } from './services.ts';

const FORMS_PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** The network a caller is counted by: of the socket's address, or of what the last trusted proxy saw. */
export function callerNetwork(c: HonoContext, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return networkOf(seen || (getConnInfo(c).remote.address ?? 'unknown'));
}

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
export function formGuard({ config }: Pick<Services, 'config'>): (c: HonoContext) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: FORMS_PER_WINDOW, duration: WINDOW_SECONDS });
  return async (c) => {
    try {
      await limiter.consume(callerNetwork(c, config.trustedProxies));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
}
