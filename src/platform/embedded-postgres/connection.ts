import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client } from 'pg';
import type { Layout } from './layout.ts';
import { DATABASE, type Endpoint, LOOPBACK, SUPERUSER, socketFits } from './settings.ts';

/** How to reach the database, in the pieces `pg` takes; `host` is the socket's folder or a loopback address. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

const ANSWER_LIMIT_MS = 3_000;
/** SQLSTATE of a server that is starting, stopping or replaying its log. */
const CANNOT_CONNECT_NOW = '57P03';

/** The password of the superuser, made on first use and readable by this user only. */
export function databasePassword(layout: Layout): string {
  if (existsSync(layout.password)) return readFileSync(layout.password, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  const draft = `${layout.password}.incoming`;
  writeFileSync(draft, password, { mode: 0o600 });
  renameSync(draft, layout.password);
  return password;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Chooses the socket in the data folder, or, when its path would be too long, a loopback port with a password. */
export async function chooseEndpoint(
  layout: Layout,
  ports: { wanted: number | undefined; running: number | undefined; fallback: number },
): Promise<Endpoint> {
  const port = ports.wanted ?? ports.fallback;
  if (socketFits(layout.run, port)) return { kind: 'socket', folder: layout.run, port };
  return {
    kind: 'loopback',
    port: ports.wanted ?? ports.running ?? (await freePort()),
    password: databasePassword(layout),
  };
}

export function addressOf(endpoint: Endpoint, database: string = DATABASE): DatabaseAddress {
  const base = { port: endpoint.port, user: SUPERUSER, database };
  if (endpoint.kind === 'socket') return { host: endpoint.folder, ...base };
  return { host: LOOPBACK, ...base, password: endpoint.password };
}

/** The same as one connection URL that `pg` and libpq read alike. */
export function urlOf({ host, port, user, database, password }: DatabaseAddress): string {
  if (password !== undefined) return `postgresql://${user}:${password}@${host}:${port}/${database}`;
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

async function withClient<T>(address: DatabaseAddress, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    ...address,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    application_name: 'recourse supervisor',
  });
  // A server going away must not end the process; the pending call rejects by itself.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** `starting`: it will answer by itself. An error: what became of the attempt. */
export type Answer = 'answers' | 'starting' | Error;

/** Asks the server for a sign of life. */
export async function askServer(endpoint: Endpoint): Promise<Answer> {
  try {
    await withClient(addressOf(endpoint, 'postgres'), (client) => client.query('select 1'));
    return 'answers';
  } catch (error) {
    if (error instanceof Error) return 'code' in error && error.code === CANNOT_CONNECT_NOW ? 'starting' : error;
    return new Error(String(error));
  }
}

/** Creates the database of the application when it is not there. */
export async function ensureDatabase(endpoint: Endpoint): Promise<void> {
  await withClient(addressOf(endpoint, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  });
}
