import { Hono } from 'hono';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { isAnswering } from '#platform/database/database.ts';
import type { Services } from './services.ts';

const READY_TIMEOUT_MS = 2000;

/** For balancers and monitors: alive, ready, and what it costs. */
export function operationsRoutes(services: Services): Hono {
  const app = new Hono();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'recourse_' });
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const ready = await isAnswering(services.db, READY_TIMEOUT_MS);
    return ready ? c.json({ status: 'ready' }) : c.json({ status: 'waiting for the database' }, 503);
  });
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));
  return app;
}
