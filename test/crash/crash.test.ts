import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresProcessesOf } from '#platform/embedded-postgres/processes.ts';
import { killDatabaseOf } from '#platform/embedded-postgres/testing/processes.ts';
import { waitUntil } from '#platform/embedded-postgres/wait.ts';

const ROUNDS = 30;
const TEST_LIMIT_MS = 240_000;
const FIRST_SAVE_LIMIT_MS = 30_000;
/** The kill falls anywhere in this stretch after the first acknowledged write. */
const SHORTEST_RUN_MS = 20;
const LONGEST_RUN_MS = 400;
const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'recourse-crash-'));
});
afterEach(async () => {
  await killDatabaseOf(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

interface Writer {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly url: string;
  readonly serverPid: number;
  /** Numbers of acknowledged transactions, growing while it writes. */
  readonly saved: string[];
}

async function startWriter(round: number): Promise<Writer> {
  const child = spawn(process.execPath, [WRITER, dataDir, String(round)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const saved: string[] = [];
  const ready = Promise.withResolvers<{ url: string; serverPid: number }>();
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    // What follows the last line end was cut off by the kill: not an acknowledgement.
    rest = lines.pop() ?? '';
    for (const [word, first = '', second = ''] of lines.map((line) => line.split(' '))) {
      if (word === 'saved') saved.push(first);
      else ready.resolve({ serverPid: Number(first), url: second });
    }
  });
  child.once('close', () => ready.reject(new Error(`the database did not open in round ${round}`)));
  return { child, saved, ...(await ready.promise) };
}

/** kill -9 on the Node process, the postmaster and every backend, in an order that changes by round. */
async function killTree({ child, serverPid }: Writer, round: number): Promise<void> {
  const ended = once(child, 'close');
  const backends = postgresProcessesOf(join(dataDir, 'cluster')).filter((pid) => pid !== serverPid);
  const node = child.pid ?? 0;
  const orders = [
    [node, serverPid, ...backends],
    [serverPid, node, ...backends],
    [...backends, serverPid, node],
  ];
  for (const pid of orders[round % orders.length] ?? []) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await ended;
  await killDatabaseOf(dataDir);
}

interface State {
  readonly ids: ReadonlySet<string>;
  readonly halves: number;
  readonly torn: number;
}

async function readState(url: string): Promise<State> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ id: string; rows: number; torn: number }>(
    'select id, count(*)::int as rows, (count(*) filter (where md5(payload) <> digest))::int as torn from entries group by id',
  );
  await client.end();
  return {
    ids: new Set(found.rows.map(({ id }) => id)),
    halves: found.rows.filter(({ rows }) => rows !== 2).length,
    torn: found.rows.filter(({ torn }) => torn > 0).length,
  };
}

async function createTable(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table entries (id text, half text, payload text not null, digest text not null, primary key (id, half))',
  );
  await client.end();
}

test(
  `after each of ${ROUNDS} kills of the whole process tree the database opens with every acknowledged row, whole`,
  async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const writer = await startWriter(round);
      if (round === 0) await createTable(writer.url);
      const { ids, halves, torn } = await readState(writer.url);
      const lost = acknowledged.filter((id) => !ids.has(id));
      expect({ round, lost, halves, torn }).toEqual({ round, lost: [], halves: 0, torn: 0 });
      if (round < ROUNDS) {
        writer.child.stdin.write('go\n');
        expect(await waitUntil(() => writer.saved.length > 0, FIRST_SAVE_LIMIT_MS)).toBe(true);
        const run = SHORTEST_RUN_MS + Math.random() * (LONGEST_RUN_MS - SHORTEST_RUN_MS);
        await new Promise((resolve) => setTimeout(resolve, run));
      }
      await killTree(writer, round);
      acknowledged.push(...writer.saved);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  },
  TEST_LIMIT_MS,
);
