import { spawn, spawnSync } from 'node:child_process';
import { closeSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import type { Layout } from './layout.ts';
import { isPostgresOf, postgresProcessesOf, startOf, stillRuns } from './processes.ts';
import { programEnvironment } from './program.ts';
import { openLog } from './server-log.ts';
import { waitUntil } from './wait.ts';

/** One life of a server: its process id, and when that process began. */
export interface Postmaster {
  readonly pid: number;
  readonly start: string;
}

/** How the server ended: by its own clean shutdown, or harder, in which case the next start replays its log. */
export type Ending = 'fast' | 'immediate' | 'killed';

const FAST_LIMIT_MS = 20_000;
const IMMEDIATE_LIMIT_MS = 5_000;
const KILL_LIMIT_MS = 5_000;
/** Orphaned backends notice within moments that their server is gone. */
const ORPHAN_LIMIT_MS = 3_000;
const PORT_LINE = 3;
const NUMBER = /^\d+$/;

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The server of this cluster that is running, whoever started it: postmaster.pid checked against the process. */
export function findPostmaster(cluster: string): (Postmaster & { readonly port: number }) | undefined {
  const lines = linesOf(join(cluster, 'postmaster.pid'));
  const pid = Number(NUMBER.exec(lines[0]?.trim() ?? '')?.[0] ?? 0);
  const start = pid > 0 && isPostgresOf(pid, cluster) ? startOf(pid) : undefined;
  return start === undefined ? undefined : { pid, start, port: Number(lines[PORT_LINE] ?? 0) };
}

/** Whether the running server was started with exactly this program and these arguments. */
export function startedWith(cluster: string, file: string, args: readonly string[]): boolean {
  const expected = [file, ...args.map((argument) => `"${argument}"`)].join(' ');
  return linesOf(join(cluster, 'postmaster.opts'))[0] === expected;
}

export const isAlive = ({ pid, start }: Postmaster): boolean => stillRuns(pid, start);

/**
 * Starts the server detached: Ctrl-C in a terminal reaches this process only, which then stops the server in order.
 * @returns the process, and where in the log its lines begin.
 */
export function launchPostmaster(
  layout: Layout,
  binaries: Binaries,
  options: { args: readonly string[]; account: Account | undefined },
): Promise<{ postmaster: Postmaster; logBegins: number }> {
  const { handle, begins } = openLog(layout.log);
  return new Promise<{ postmaster: Postmaster; logBegins: number }>((resolve, reject) => {
    const child = spawn(program(binaries, 'postgres'), options.args, {
      ...options.account,
      cwd: layout.cluster,
      detached: true,
      env: programEnvironment(),
      stdio: ['ignore', handle, handle],
    });
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid ?? 0;
      child.unref();
      resolve({ postmaster: { pid, start: startOf(pid) ?? '' }, logBegins: begins });
    });
  }).finally(() => closeSync(handle));
}

/** Signals the postmaster alone; it brings its own processes down in order. */
export function signalPostmaster(
  { pid }: Postmaster,
  signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
  binaries: Binaries,
): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    spawnSync(program(binaries, 'pg_ctl'), ['kill', signal.slice(3), String(pid)], { timeout: KILL_LIMIT_MS });
    return;
  }
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

/**
 * Stops the server: fast (clients are cut off, all is written), then immediate, then by force, each with a limit.
 * @param hurry skips the fast way: for a server that is known not to answer, or whose data is thrown away.
 */
export async function stopPostmaster(postmaster: Postmaster, binaries: Binaries, hurry = false): Promise<Ending> {
  const gone = (limitMs: number): Promise<boolean> => waitUntil(() => !isAlive(postmaster), limitMs);
  if (!hurry) {
    signalPostmaster(postmaster, 'SIGINT', binaries);
    if (await gone(FAST_LIMIT_MS)) return 'fast';
  }
  signalPostmaster(postmaster, 'SIGQUIT', binaries);
  if (await gone(IMMEDIATE_LIMIT_MS)) return 'immediate';
  signalPostmaster(postmaster, 'SIGKILL', binaries);
  await gone(KILL_LIMIT_MS);
  return 'killed';
}

/**
 * Clears what a killed server left: orphaned processes first, since two servers on one cluster would ruin it, then
 * its pid file and socket, which would mislead the next start when the process id has a new owner meanwhile.
 * Call only while holding the claim and when findPostmaster found none.
 */
export async function clearRemains(layout: Layout): Promise<void> {
  const none = (): boolean => postgresProcessesOf(layout.cluster).length === 0;
  if (!(await waitUntil(none, ORPHAN_LIMIT_MS))) {
    for (const pid of postgresProcessesOf(layout.cluster)) process.kill(pid, 'SIGKILL');
    if (!(await waitUntil(none, KILL_LIMIT_MS))) {
      throw new EmbeddedPostgresError(
        'in-use',
        `Processes of an earlier PostgreSQL (${postgresProcessesOf(layout.cluster).join(', ')}) still use ${layout.cluster} and do not end.`,
        'End them or restart the machine, then start again.',
      );
    }
  }
  rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
  for (const name of readdirSync(layout.run)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(layout.run, name), { force: true });
  }
}
