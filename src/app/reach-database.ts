import type { Config } from '#platform/config.ts';
import type { DatabaseAddress } from '#platform/database/database.ts';
import {
  EmbeddedPostgresError,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres/index.ts';
import type { Log } from '#platform/log.ts';

export interface OpenDatabase {
  readonly address: DatabaseAddress;
  /** Resolves when the embedded database ends by itself. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

const elsewhere = (address: DatabaseAddress): OpenDatabase => ({
  address,
  lost: new Promise(() => undefined),
  stop: async () => undefined,
});
const folderOf = (config: Config): string => `${config.dataDir}/postgres`;

/** The database the configuration names: an outside one, or the embedded one, started and supervised here. */
export async function reachDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return elsewhere({ url: config.databaseUrl });
  const embedded = await startEmbeddedPostgres({ dataDir: folderOf(config), log });
  return { address: embedded.address, lost: embedded.lost, stop: () => embedded.stop() };
}

/** The same for a command: beside a running node, that node's server is used. */
export async function reachDatabaseBeside(config: Config, log: Log): Promise<OpenDatabase> {
  try {
    return await reachDatabase(config, log);
  } catch (error) {
    const inUse = error instanceof EmbeddedPostgresError && error.code === 'in-use';
    const address = inUse ? await joinEmbeddedPostgres(folderOf(config)) : null;
    if (!address) throw error;
    return elsewhere(address);
  }
}
