import { realpathSync } from 'node:fs';
import { serverAccount } from './account.ts';
import { type Binaries, locateBinaries, usableBinaries } from './binaries.ts';
import { type Claim, claimFolder } from './claim.ts';
import { createCluster, findCluster } from './cluster.ts';
import { databasePassword, ensureDatabase } from './connection.ts';
import { explainFailure } from './explain.ts';
import { findLayout, makeDataFolder, OUTSIDE_HOME, prepareLayout } from './layout.ts';
import { obtainServer } from './obtain-server.ts';
import { stopPostmaster } from './postmaster.ts';
import { type EmbeddedPostgres, runningServer, type SupervisorLog } from './running.ts';
import type { Durability } from './settings.ts';

export interface StartOptions {
  /** A folder for this database alone; made when missing. */
  readonly dataDir: string;
  readonly log: SupervisorLog;
  /** Number in the socket's name, or the loopback port; by default 5432 and any free one. */
  readonly port?: number;
  /** `full` unless the data may be thrown away. */
  readonly durability?: Durability;
  /** How long replaying the log after a crash may take before the start gives up waiting. */
  readonly startLimitMs?: number;
  /** Root only: where the cluster goes when the data folder cannot be reached by another user. */
  readonly outside?: string;
  /** The programs to run; by default those of the installed package. */
  readonly binaries?: Binaries;
}

const START_LIMIT_MS = 120_000;

/**
 * Starts PostgreSQL on `dataDir`, or takes over the server a killed process left running there.
 * The database `recourse` exists when this returns.
 * @throws EmbeddedPostgresError saying what is wrong and what to do; nothing is left running then, except a server
 *   still replaying its log (`still-starting`), which the next start takes over.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  makeDataFolder(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const claim = await claimFolder(dataDir).catch((error: unknown) => {
    throw explainFailure(error, { doing: 'use its data folder', folder: dataDir });
  });
  try {
    return await startClaimed(options, dataDir, claim);
  } catch (error) {
    claim.release();
    throw explainFailure(error, { doing: 'start', folder: dataDir });
  }
}

async function startClaimed(options: StartOptions, dataDir: string, claim: Claim): Promise<EmbeddedPostgres> {
  const { log } = options;
  const account = serverAccount(dataDir, findLayout(dataDir).cluster);
  const layout = prepareLayout(dataDir, account, options.outside ?? OUTSIDE_HOME);
  if (layout.home !== dataDir) {
    log.warn({ dataDir, home: layout.home }, 'the database lies outside the data folder, which only root can reach');
  }
  const binaries = await usableBinaries(options.binaries ?? locateBinaries(), account, layout.binaries);
  const durability = options.durability ?? 'full';
  if (!findCluster(layout, binaries, account)) {
    await createCluster(layout, binaries, { account, password: databasePassword(layout), durability });
  }
  const server = await obtainServer({
    ...{ layout, account, binaries, log, durability, port: options.port },
    startLimitMs: options.startLimitMs ?? START_LIMIT_MS,
  });
  await ensureDatabase(server.endpoint).catch(async (error: unknown) => {
    await stopPostmaster(server.postmaster, binaries);
    throw explainFailure(error, { doing: 'create the database', folder: layout.home, uid: account?.uid });
  });
  const { postmaster, reused } = server;
  log.info({ pid: postmaster.pid, reused, release: binaries.release }, 'the embedded database is ready');
  return runningServer({ ...server, layout, binaries, claim, log });
}
