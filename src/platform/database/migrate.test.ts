import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { testLog } from '#test/support/database.ts';
import { poolConfig } from './database.ts';
import { MigrationError, migrate } from './migrate.ts';

describe('migrations', () => {
  let folder: string;
  let name: string;
  const server = inject('postgres');
  const address = () => ({ ...server, database: name });

  async function query<R extends object>(text: string, database = name): Promise<R[]> {
    const client = new Client(poolConfig({ ...server, database }));
    await client.connect();
    try {
      return (await client.query<R>(text)).rows;
    } finally {
      await client.end();
    }
  }
  const write = (file: string, sql: string): Promise<void> => writeFile(join(folder, file), sql);
  const run = (): Promise<string[]> => migrate(address(), folder, testLog());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-migrations-'));
    name = `migrations_${Math.random().toString(36).slice(2)}`;
    await query(`create database ${name}`, server.database);
    await write('0001_first.sql', 'create table first (n int);');
  });
  afterEach(async () => {
    await query(`drop database ${name} with (force)`, server.database);
    await rm(folder, { recursive: true });
  });

  test('are applied in order, once, and say which', async () => {
    await write('0002_second.sql', 'alter table first add m int;');
    await write('README.md', 'not SQL');
    expect(await run()).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await run()).toEqual([]);
    await write('0003_third.sql', 'create table third (n int);');
    expect(await run()).toEqual(['0003_third.sql']);
  });

  test('are applied once when two nodes start together', async () => {
    await write('0002_slow.sql', 'select pg_sleep(0.3); create table slow (n int);');
    const both = await Promise.all([run(), run()]);
    expect(both.map((names) => names.length).sort()).toEqual([0, 2]);
  });

  test('leave nothing of one that fails, and all of those before it', async () => {
    await write('0002_broken.sql', 'create table half (n int); create table first (n int);');
    await expect(run()).rejects.toThrow('already exists');
    expect(await query(`select tablename from pg_tables where tablename in ('first', 'half')`)).toEqual([
      { tablename: 'first' },
    ]);
    await write('0002_broken.sql', 'create table whole (n int);');
    expect(await run()).toEqual(['0002_broken.sql']);
  });

  test('are refused when one was changed after it had been applied', async () => {
    await run();
    await write('0001_first.sql', 'create table first (n bigint);');
    await expect(run()).rejects.toThrow(
      new MigrationError('Migration 0001_first.sql was changed after it had been applied here.'),
    );
  });

  test('are refused on a database that a newer Recourse has moved on, which stays as it is', async () => {
    await write('0002_newer.sql', 'create table newer (n int);');
    await run();
    await rm(join(folder, '0002_newer.sql'));
    await write('0003_ours.sql', 'create table ours (n int);');
    await expect(run()).rejects.toThrow(/^The database was migrated by a newer Recourse \(0002_newer\.sql\)/);
    expect(await query(`select tablename from pg_tables where tablename = 'ours'`)).toEqual([]);
  });
});
