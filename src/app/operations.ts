import { Hono } from 'hono';
import { sql } from 'kysely';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Services } from './services.ts';

const READY_TIMEOUT_MS = 2000;

/** For balancers and monitors: alive, ready, and what it costs. */
export function operationsRoutes(services: Services): Hono {
  const app = new Hono();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'recourse_' });
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('the database did not answer in time')), READY_TIMEOUT_MS).unref(),
    );
    try {
      await Promise.race([sql`select 1`.execute(services.db), late]);
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'waiting for the database' }, 503);
    }
  });
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));
  return app;
}
