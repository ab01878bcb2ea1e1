import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { Log } from '../log.ts';
import type { DB } from './schema.generated.ts';

export type { Pool };
export type Database = DB;
export type Db = Kysely<DB> | Transaction<DB>;

/** How to reach PostgreSQL: a URL, or the pieces of one where the host is a socket folder. */
export type DatabaseAddress =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 15_000;

const INT8 = 20;
const DATE = 1082;
// bigint identities and counters stay well below 2^53; dates have no zone and must not get one.
types.setTypeParser(INT8, Number);
types.setTypeParser(DATE, (text: string) => text);

export function poolConfig(address: DatabaseAddress): PoolConfig {
  return 'url' in address ? { connectionString: address.url } : { ...address };
}

/** Opens the pool every query of this node goes through. */
export function openPool(address: DatabaseAddress, log: Log, size = POOL_SIZE): Pool {
  const pool = new Pool({
    ...poolConfig(address),
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'recourse',
  });
  const lost = (error: Error): void => {
    // A pool that is closing loses its connections on purpose.
    if (!pool.ending) log.warn({ reason: error.message }, 'a database connection was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

export const openDatabase = (pool: Pool): Kysely<DB> => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** Whether the database answers a trivial question within a limit. */
export async function isAnswering(db: Db, limitMs: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), limitMs).unref());
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
