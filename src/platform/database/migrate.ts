import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { sha256 } from '#lib/bytes.ts';
import type { Log } from '../log.ts';
import { type DatabaseAddress, poolConfig } from './database.ts';

const LOCK = 7_305_114_201;
const LOCK_TIMEOUT = '60s';
const MINIMUM_SERVER = 150_000;
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

export class MigrationError extends Error {}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, hash: sha256(sql) };
    }),
  );
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ v: string }>(`select current_setting('server_version_num') as v`);
  if (Number(rows[0]?.v) < MINIMUM_SERVER) {
    throw new MigrationError('This PostgreSQL is older than version 15. Recourse needs PostgreSQL 15 or later.');
  }
}

/** Which migrations the database still lacks; refuses a database that is ahead of, or differs from, this build. */
async function pending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name');
  const known = new Map(migrations.map((m) => [m.name, m]));
  for (const { name, hash } of rows) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new MigrationError(
        `The database was migrated by a newer Recourse (${name}). Start that version, or restore a backup.`,
      );
    }
    if (ours.hash !== hash) throw new MigrationError(`Migration ${name} was changed after it had been applied here.`);
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((m) => !applied.has(m.name));
}

/**
 * Brings the database to this build, forward only, under a lock so that nodes may start together.
 * @returns the names applied now
 * @throws MigrationError with what to do, when the server is too old or the database is not ours to move
 */
export async function migrate(address: DatabaseAddress, folder: string, log: Log): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client(poolConfig(address));
  await client.connect();
  try {
    await checkServer(client);
    await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const todo = await pending(client, migrations);
    for (const migration of todo) {
      await client.query('begin');
      await client.query(migration.sql);
      await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash]);
      await client.query('commit');
      log.info({ migration: migration.name }, 'migrated');
    }
    return todo.map((m) => m.name);
  } finally {
    await client.end();
  }
}
