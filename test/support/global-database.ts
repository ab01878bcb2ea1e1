import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openPool, poolConfig } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startThrowawayPostgres } from '#platform/embedded-postgres/index.ts';
import { migrateJobs } from '#platform/jobs.ts';
import { createLog } from '#platform/log.ts';

/** Where the run's PostgreSQL listens, in the pieces `pg` takes. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresAddress;
  }
}

/** A migrated, empty database every test database is a copy of. Nobody may stay connected to it. */
export const TEMPLATE = 'recourse_template';
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

async function createTemplate(server: PostgresAddress): Promise<void> {
  const log = createLog({ logLevel: 'warn' });
  const client = new Client(poolConfig(server));
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const address = { ...server, database: TEMPLATE };
  await migrate(address, MIGRATIONS, log);
  const pool = openPool(address, log, 1);
  await migrateJobs(pool, log);
  await pool.end();
}

/** Once for a whole run of tests: one PostgreSQL that nobody keeps, and the template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    await createTemplate(server.address);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgres', server.address);
  return () => server.stop();
}
