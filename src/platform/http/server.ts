import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../log.ts';
import type { PageCache } from './page-cache.ts';

const HEADERS_TIMEOUT_MS = 15_000;
const SLOW_CHECK_MS = 5000;
const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;
const MAX_HEADER_BYTES = 32_768;
const SHUTDOWN_MS = 10_000;
const IDLE_SWEEP_MS = 50;

type Fetch = Parameters<typeof getRequestListener>[0];

export interface RunningServer {
  readonly port: number;
  /** Stops taking requests, lets those under way finish within bounds, then closes what is left. */
  stop(): Promise<void>;
}

/** Starts listening. Resolves once connections are accepted. */
export async function startServer(
  fetch: Fetch,
  pages: PageCache,
  at: { host: string; port: number },
  log: Log,
): Promise<RunningServer> {
  const route = getRequestListener(fetch, { overrideGlobalObjects: false });
  const options = { maxHeaderSize: MAX_HEADER_BYTES, connectionsCheckingInterval: SLOW_CHECK_MS };
  const server = createServer(options, (request, response) => {
    // An absolute target could name another host than the header does, and TRACE is nothing we answer.
    if (!request.url?.startsWith('/') || request.method === 'TRACE') {
      response.writeHead(request.method === 'TRACE' ? 405 : 400, { connection: 'close' }).end();
      return;
    }
    if (!pages.serve(request, response)) void route(request, response);
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : at.port;
  return { port, stop: () => stop(server, log) };
}

async function stop(server: Server, log: Log): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection kept alive turns idle only once its last request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const timer = setTimeout(() => {
    log.warn('connections were still open at shutdown and were closed');
    server.closeAllConnections();
  }, SHUTDOWN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}
