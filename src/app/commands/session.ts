import { fileURLToPath } from 'node:url';
import { systemClock } from '#platform/clock.ts';
import { type Config, readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { openDatabase, openPool } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { type Files, folderFiles } from '#platform/files/files.ts';
import { migrateJobs } from '#platform/jobs.ts';
import { createLog } from '#platform/log.ts';
import { loadLaws } from '../laws.ts';
import { reachDatabaseBeside } from '../reach-database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

export type CommandContext = Context & { readonly files: Files; readonly config: Config };

/**
 * Gives a command the database the configuration names, migrated, and closes it again. With the embedded database this
 * works beside a running node, whose server is used, or alone, when one is started for as long as the command runs.
 */
export async function withDatabase<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = createLog({ logLevel: process.env.RECOURSE_LOG_LEVEL === undefined ? 'warn' : config.logLevel });
  const database = await reachDatabaseBeside(config, log);
  const pool = openPool(database.address, log, 4);
  try {
    await migrate(database.address, MIGRATIONS, log);
    await migrateJobs(pool, log);
    const ctx: CommandContext = {
      db: openDatabase(pool),
      by: { kind: 'system', part: 'command' },
      now: systemClock().business(),
      files: folderFiles(config.filesDir),
      config,
    };
    await loadLaws(ctx);
    return await work(ctx);
  } finally {
    await pool.end();
    await database.stop();
  }
}
