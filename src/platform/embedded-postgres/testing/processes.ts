import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { findLayout } from '../layout.ts';
import { findPostmaster } from '../postmaster.ts';
import { postgresProcessesOf, startOf } from '../processes.ts';
import type { EmbeddedPostgres, SupervisorLog } from '../running.ts';
import { type StartOptions, startEmbeddedPostgres } from '../start.ts';
import { waitUntil } from '../wait.ts';

/** What a supervising process says of itself. */
export interface Report {
  readonly started: boolean;
  readonly url: string;
  readonly pid: number;
  readonly reused: boolean;
  readonly uid: number;
  readonly code: string;
  readonly message: string;
}

export interface SupervisingProcess {
  readonly child: ChildProcess;
  readonly report: Report;
  /** Ends it as a crash would: at once, without any handler running. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** How to run the script; by default with this Node and as this user. */
export interface RunAs {
  readonly node: string;
  readonly script: string;
  readonly uid: number;
  readonly gid: number;
}

const END_LIMIT_MS = 10_000;
export const SILENT: SupervisorLog = { info: () => undefined, warn: () => undefined };
const SCRIPT = fileURLToPath(new URL('supervise.ts', import.meta.url));

/** Starts a database from a process of its own and waits for what it reports. */
export async function superviseElsewhere(options: Omit<StartOptions, 'log'>, as?: RunAs): Promise<SupervisingProcess> {
  const identity = as ? { uid: as.uid, gid: as.gid, cwd: '/' } : {};
  const child = spawn(as?.node ?? process.execPath, [as?.script ?? SCRIPT, JSON.stringify(options)], {
    ...identity,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = once(child, 'close').then(() => undefined);
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const text = await Promise.race([line, ended]);
  if (text === undefined) throw new Error(`the supervising process ended without a report: ${complaints}`);
  const end = async (how: () => unknown): Promise<void> => {
    how();
    await ended;
  };
  return {
    child,
    report: JSON.parse(text) as Report,
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.stdin.write('stop\n')),
  };
}

/** Folders of one test, and the databases in them; `clean` ends and removes all. */
export class Ground {
  readonly #folders: string[] = [];
  readonly #servers: EmbeddedPostgres[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'recourse-pg-'));
    // As root, the server's own user must be able to pass.
    chmodSync(folder, 0o711);
    this.#folders.push(folder);
    return folder;
  }

  async start(options: Omit<StartOptions, 'log'> & { log?: SupervisorLog }): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ log: SILENT, durability: 'off', ...options });
    this.#servers.push(server);
    return server;
  }

  async stopAll(): Promise<void> {
    for (const server of this.#servers.splice(0)) await server.stop();
  }

  async clean(): Promise<void> {
    await this.stopAll();
    for (const folder of this.#folders.splice(0)) {
      for (const dataDir of [folder, join(folder, 'data')]) await killDatabaseOf(dataDir).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Kills every PostgreSQL process of the data folder, as a crash would, and waits until they are gone. */
export async function killDatabaseOf(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, 'supervisor'))) return;
  const { cluster } = findLayout(dataDir);
  const found = findPostmaster(cluster);
  const all = [...(found ? [found.pid] : []), ...postgresProcessesOf(cluster)];
  for (const pid of new Set(all)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its postmaster.
    }
  }
  await waitUntil(() => all.every((pid) => startOf(pid) === undefined), END_LIMIT_MS);
}

/** Asks one question over a connection of its own and returns the rows. */
export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
