import type { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { accountRoutes } from '#domains/people/index.ts';
import type { Pool } from '#platform/database/database.ts';
import { exportAll } from './exporters.ts';
import { callerNetwork } from './form-guard.ts';
import { guardOf, LIMITS } from './rate-limits.ts';
import type { Services } from './services.ts';

/** Customers' accounts, with the limits of this installation. */
export function accountsOf(services: Services, pool: Pool): Hono<SiteEnv> {
  const { db, clock, box, isDemo, config } = services;
  const guards = {
    signIn: guardOf(services, pool, LIMITS.signIn),
    mail: guardOf(services, pool, LIMITS.mail),
    passkey: guardOf(services, pool, LIMITS.passkey),
  };
  return accountRoutes({
    db,
    clock,
    box,
    isDemo,
    https: config.publicUrl.startsWith('https:'),
    networkOf: (c) => callerNetwork(c, config.trustedProxies),
    exportAll: (customerId) => exportAll(services, customerId),
    guard: (c, limit, account) => guards[limit](c, `${c.req.path.split('/')[1]} ${account}`),
  });
}
