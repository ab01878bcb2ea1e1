import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateBinaries } from './binaries.ts';
import { claimFolder } from './claim.ts';
import { findLayout } from './layout.ts';
import { findPostmaster, signalPostmaster, stopPostmaster } from './postmaster.ts';
import type { EmbeddedPostgres, SupervisorLog } from './running.ts';
import { startEmbeddedPostgres } from './start.ts';

/** A database for one run of tests: fast, not durable, and removed with its folder by `stop`. */
export type ThrowawayPostgres = EmbeddedPostgres & { readonly dataDir: string };

const PREFIX = 'recourse-throwaway-';
const SILENT: SupervisorLog = { info: () => undefined, warn: () => undefined };

/** Starts an empty database in a new temporary folder, after clearing those of test runs that were killed. */
export async function startThrowawayPostgres(log: SupervisorLog = SILENT): Promise<ThrowawayPostgres> {
  await sweepThrowaways();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startEmbeddedPostgres({ dataDir, log, durability: 'off' }).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const binaries = locateBinaries();
  const endWithProcess = (): void => signalPostmaster({ pid: server.pid, start: '' }, 'SIGQUIT', binaries);
  process.once('exit', endWithProcess);
  return {
    ...server,
    dataDir,
    stop: async () => {
      process.removeListener('exit', endWithProcess);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stops and removes throw-away databases of this user whose process is gone. */
export async function sweepThrowaways(folder: string = tmpdir()): Promise<void> {
  const mine = process.getuid?.();
  for (const name of readdirSync(folder).filter((each) => each.startsWith(PREFIX))) {
    const dataDir = join(folder, name);
    const stat = statSync(dataDir, { throwIfNoEntry: false });
    if (!stat?.isDirectory() || (mine !== undefined && stat.uid !== mine)) continue;
    await removeAbandoned(dataDir).catch(() => undefined);
  }
}

async function removeAbandoned(dataDir: string): Promise<void> {
  // A folder without claims is one another process is making at this moment.
  const claims = join(dataDir, 'supervisor');
  if (!existsSync(claims) || !readdirSync(claims).some((name) => name.startsWith('claim-'))) return;
  const claim = await claimFolder(dataDir);
  const left = findPostmaster(findLayout(dataDir).cluster);
  if (left) await stopPostmaster(left, locateBinaries(), true);
  claim.release();
  rmSync(dataDir, { recursive: true, force: true });
}
