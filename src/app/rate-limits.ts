import type { Context as HonoContext } from 'hono';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '#lib/bytes.ts';
import { tooMany } from '#lib/faults.ts';
import type { Pool } from '#platform/database/database.ts';
import { callerNetwork } from './form-guard.ts';
import type { Services } from './services.ts';

/** How much may be tried in a stretch of time, counted in the database so that every node counts together. */
interface Limit {
  /** The first part of its keys. */
  readonly name: string;
  readonly perNetwork: number;
  /** For one account, from one network: a stranger guessing cannot lock the owner out. */
  readonly perAccount: number;
  readonly seconds: number;
  /** For one account from anywhere, where somebody else pays for each try, as with mail. */
  readonly perAccountAnywhere?: number;
}

export const LIMITS = {
  staffSignIn: { name: 'sign-in', perNetwork: 60, perAccount: 10, seconds: 900 },
  signIn: { name: 'customer-sign-in', perNetwork: 60, perAccount: 10, seconds: 900 },
  /** Questions a device is asked to sign; each is a row for five minutes. */
  passkey: { name: 'customer-passkey', perNetwork: 120, perAccount: 120, seconds: 900 },
  mail: { name: 'customer-mail', perNetwork: 20, perAccount: 5, perAccountAnywhere: 10, seconds: 3600 },
} as const satisfies Record<string, Limit>;

export type Guard = (c: HonoContext, account: string) => Promise<void>;

/** Throws `tooMany` when a network, or an account from there, has tried too often. Accounts are counted by a hash. */
export function guardOf(services: Services, pool: Pool, limit: Limit): Guard {
  const limiter = (kind: string, points: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: `${limit.name}-${kind}`,
      duration: limit.seconds,
      points,
    });
  const perNetwork = limiter('network', limit.perNetwork);
  const perAccount = limiter('account', limit.perAccount);
  const anywhere = limit.perAccountAnywhere === undefined ? null : limiter('anywhere', limit.perAccountAnywhere);
  return async (c, account) => {
    const network = callerNetwork(c, services.config.trustedProxies);
    const key = sha256(account.toLowerCase());
    try {
      await perNetwork.consume(network);
      await perAccount.consume(`${network} ${key}`);
      await anywhere?.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
}
