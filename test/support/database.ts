import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { Temporal } from '#lib/time.ts';
import type { Actor, Context } from '#platform/context.ts';
import { type Database, openDatabase, openPool, poolConfig } from '#platform/database/database.ts';
import { urlOf } from '#platform/embedded-postgres/connection.ts';
import { createLog, type Log } from '#platform/log.ts';
import { type PostgresAddress, TEMPLATE } from './global-database.ts';

/** Few connections a file, so that many files fit the server's limit. */
const CONNECTIONS = 4;
/** When tests happen unless they say otherwise: a Sunday, in business time. */
export const TEST_NOW = '2026-11-22T10:00:00Z';
const TEST_ACTOR: Actor = { kind: 'system', part: 'test' };

/** Silent unless `RECOURSE_LOG_LEVEL` asks to hear. */
export const testLog = (): Log => {
  const level = process.env.RECOURSE_LOG_LEVEL;
  return createLog({ logLevel: level === 'debug' || level === 'info' ? level : 'silent' });
};

/** A migrated database of its own, empty at first. */
export interface TestDatabase {
  readonly address: PostgresAddress;
  /** The same as a `DATABASE_URL`. */
  readonly url: string;
  readonly pool: Pool;
  readonly db: Kysely<Database>;
  /** Removes every row but the list of migrations. */
  empty(): Promise<void>;
  /** Disconnects and drops the database. */
  drop(): Promise<void>;
}

async function asOwner(server: PostgresAddress, statement: string): Promise<void> {
  const client = new Client(poolConfig(server));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const EMPTY = `do $$ begin
  execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' restart identity cascade'
    from pg_tables where (schemaname = 'public' and tablename <> 'migration')
      or (schemaname = 'graphile_worker' and tablename like '\\_private\\_%'));
end $$`;

/** Copies the template: a few dozen milliseconds, however many migrations there are. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(server, `create database ${name} template ${TEMPLATE}`);
  const address = { ...server, database: name };
  const pool = openPool(address, testLog(), CONNECTIONS);
  const db = openDatabase(pool);
  return {
    address,
    url: urlOf(address),
    pool,
    db,
    empty: async () => {
      await pool.query(EMPTY);
    },
    drop: async () => {
      await db.destroy();
      await asOwner(server, `drop database ${name} with (force)`);
    },
  };
}

/** Gives the calling test file (or `describe`) one database, there before its first test and gone after its last. */
export function useDatabase(): TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());
  const present = (): TestDatabase => {
    if (!database) throw new Error('the database is there from the first test on, not while the file is read');
    return database;
  };
  return {
    get address() {
      return present().address;
    },
    get url() {
      return present().url;
    },
    get pool() {
      return present().pool;
    },
    get db() {
      return present().db;
    },
    empty: () => present().empty(),
    drop: () => present().drop(),
  };
}

/** What every verb takes first. `now` is an instant as text; `by` is the system's test part unless given. */
export function testContext(
  database: Pick<TestDatabase, 'db'>,
  { by = TEST_ACTOR, now = TEST_NOW }: { readonly by?: Actor; readonly now?: string } = {},
): Context {
  return { db: database.db, by, now: Temporal.Instant.from(now) };
}
