import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { postgresProcessesOf, startOf } from './processes.ts';
import { Ground, killDatabaseOf, query, superviseElsewhere } from './testing/processes.ts';
import { waitUntil } from './wait.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ground = new Ground();
afterEach(() => ground.clean());

/** One row that must still be there later. */
const writeMark = (url: string): Promise<unknown> => query(url, "create table mark as select 'kept' as word");
const readMark = async (url: string): Promise<unknown> => (await query(url, 'select word from mark'))[0]?.word;

test('a first start makes the database recourse, reachable by its URL and by its parts', async () => {
  const server = await ground.start({ dataDir: join(ground.folder(), 'new', 'data') });
  expect(server.reused).toBe(false);
  const asked = 'select current_database() as database, current_user as user';
  expect(await query(server.url, asked)).toEqual([{ database: 'recourse', user: 'recourse' }]);
  const client = new Client({ ...server.address });
  await client.connect();
  expect((await client.query(asked)).rows).toEqual([{ database: 'recourse', user: 'recourse' }]);
  await client.end();
});

test('text folds by the builtin C.UTF-8 and pages carry checksums', async () => {
  const { url } = await ground.start({ dataDir: ground.folder() });
  const rows = await query(
    url,
    `select datlocprovider as provider, datlocale as locale, upper('é') as upper, current_setting('data_checksums') as sums
     from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8', upper: 'É', sums: 'on' }]);
});

test('unless told otherwise, a commit is on disk before it is acknowledged', async () => {
  const { url } = await ground.start({ dataDir: ground.folder(), durability: 'full' });
  const rows = await query(
    url,
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1",
  );
  expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
});

test('only the owner can enter the folders of the files and the socket, and no port is open', async () => {
  const dataDir = ground.folder();
  const { url, socketDir } = await ground.start({ dataDir });
  expect(socketDir).toBeDefined();
  for (const folder of [join(dataDir, 'cluster'), socketDir ?? '']) {
    expect(statSync(folder).mode & 0o077).toBe(0);
  }
  expect(await query(url, "select setting from pg_settings where name = 'listen_addresses'")).toEqual([
    { setting: '' },
  ]);
});

test('when the socket path would be too long, a loopback port asks for a password kept from others', async () => {
  const dataDir = join(ground.folder(), 'a-long-name'.repeat(9));
  const server = await ground.start({ dataDir });
  expect(server.socketDir).toBeUndefined();
  expect(server.address.host).toBe('127.0.0.1');
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
  const wrong = server.url.replace(/:[0-9a-f]+@/, ':guessed@');
  await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  await server.stop();
  const again = await ground.start({ dataDir });
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('stopping ends every process of the database in order, may be repeated, and loses nothing', async () => {
  const dataDir = ground.folder();
  const server = await ground.start({ dataDir });
  await writeMark(server.url);
  await Promise.all([server.stop(), server.stop()]);
  expect(postgresProcessesOf(join(dataDir, 'cluster'))).toEqual([]);
  expect(readFileSync(server.logFile, 'utf8')).toContain('database system is shut down');
  const again = await ground.start({ dataDir });
  expect(again.reused).toBe(false);
  expect(await readMark(again.url)).toBe('kept');
});

test('a server whose parent was killed is taken over as it runs', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await writeMark(first.report.url);
  await first.kill();
  expect(startOf(first.report.pid)).toBeDefined();
  const second = await ground.start({ dataDir });
  expect({ pid: second.pid, reused: second.reused }).toEqual({ pid: first.report.pid, reused: true });
  expect(await readMark(second.url)).toBe('kept');
  await second.stop();
  expect(startOf(first.report.pid)).toBeUndefined();
});

test('a server left running with other settings is stopped and started anew with ours', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await first.kill();
  const second = await ground.start({ dataDir, durability: 'full' });
  expect(second.reused).toBe(false);
  expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
});

test('a server left running that does not answer is replaced', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await writeMark(first.report.url);
  await first.kill();
  process.kill(first.report.pid, 'SIGSTOP');
  const second = await ground.start({ dataDir });
  expect(second.reused).toBe(false);
  expect(startOf(first.report.pid)).toBeUndefined();
  expect(await readMark(second.url)).toBe('kept');
});

test('a pid file left by a crash does not stop a start, even when its number now belongs to another program', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await writeMark(first.report.url);
  await first.kill();
  await killDatabaseOf(dataDir);
  const file = join(dataDir, 'cluster', 'postmaster.pid');
  expect(existsSync(file)).toBe(true);
  // This very process: alive, of a user PostgreSQL would take for its own, and no PostgreSQL.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)));
  const second = await ground.start({ dataDir });
  expect(second.reused).toBe(false);
  expect(await readMark(second.url)).toBe('kept');
});

test('backends that outlive a killed server are ended before a new one touches their files', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await writeMark(first.report.url);
  const cluster = join(dataDir, 'cluster');
  const orphan = postgresProcessesOf(cluster).find((pid) => pid !== first.report.pid) ?? 0;
  process.kill(orphan, 'SIGSTOP');
  await first.kill();
  process.kill(first.report.pid, 'SIGKILL');
  await waitUntil(() => startOf(first.report.pid) === undefined, 5_000);
  expect(startOf(orphan)).toBeDefined();
  const second = await ground.start({ dataDir });
  expect(startOf(orphan)).toBeUndefined();
  expect(await readMark(second.url)).toBe('kept');
});

test('a second start on a folder in use is refused, naming the process, and harms nothing', async () => {
  const dataDir = ground.folder();
  const first = await superviseElsewhere({ dataDir, durability: 'off' });
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringMatching(new RegExp(`already run by process ${first.child.pid}.*DATA_DIR of its own`)),
  });
  expect(await query(first.report.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('the same process cannot start one folder twice', async () => {
  const dataDir = ground.folder();
  await ground.start({ dataDir });
  await expect(ground.start({ dataDir })).rejects.toMatchObject({ code: 'in-use' });
});

test('of processes that start a folder at once after a crash, exactly one gets it', async () => {
  const dataDir = ground.folder();
  const crashed = await superviseElsewhere({ dataDir, durability: 'off' });
  await crashed.kill();
  const racers = await Promise.all([1, 2, 3].map(() => superviseElsewhere({ dataDir, durability: 'off' })));
  const winners = racers.filter(({ report }) => report.started);
  expect(winners).toHaveLength(1);
  expect(racers.filter(({ report }) => report.code === 'in-use')).toHaveLength(2);
  await winners[0]?.stop();
});

test('a start that was refused leaves the folder free for the next', async () => {
  const dataDir = ground.folder();
  mkdirSync(join(dataDir, 'cluster'));
  writeFileSync(join(dataDir, 'cluster', 'holiday.txt'), 'not a database');
  await expect(ground.start({ dataDir })).rejects.toMatchObject({ code: expect.not.stringMatching('in-use') });
  await expect(ground.start({ dataDir })).rejects.toMatchObject({ code: expect.not.stringMatching('in-use') });
  chmodSync(dataDir, 0o755);
});

test('a server that ends by itself is reported, and can be started again with what was saved', async () => {
  const dataDir = ground.folder();
  const server = await ground.start({ dataDir });
  await writeMark(server.url);
  process.kill(server.pid, 'SIGKILL');
  expect(await server.lost).toMatchObject({ code: 'server-lost' });
  await server.stop();
  const again = await ground.start({ dataDir });
  expect(await readMark(again.url)).toBe('kept');
});

test('the server log holds no statement and no value of a row', async () => {
  const { url, logFile } = await ground.start({ dataDir: ground.folder() });
  await query(url, "create table people (email text primary key); insert into people values ('ada@example.org')");
  await expect(query(url, "insert into people values ('ada@example.org')")).rejects.toThrow(/duplicate key/);
  await expect(query(url, "select 'ada@example.org'::int")).rejects.toThrow(/invalid input/);
  expect(readFileSync(logFile, 'utf8')).not.toContain('ada@');
});
