import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { serverAccount } from './account.ts';
import { Ground } from './testing/processes.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ground = new Ground();
afterEach(() => ground.clean());

const owner = (): number => serverAccount('/', '/none')?.uid ?? process.getuid?.() ?? 0;
const handOver = (path: string): unknown => spawnSync('chown', ['-R', String(owner()), path]);

/** A folder whose database was started and stopped once. */
async function usedFolder(): Promise<string> {
  const dataDir = ground.folder();
  await (await ground.start({ dataDir })).stop();
  return dataDir;
}

test('a database written by another PostgreSQL version is named with both versions and the way over', async () => {
  const dataDir = await usedFolder();
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '16\n');
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'version-mismatch',
    message: expect.stringMatching(/by PostgreSQL 16; this Recourse brings PostgreSQL 18\. .*recourse backup/),
  });
});

test('a folder with other files in it is left alone', async () => {
  const dataDir = ground.folder();
  const cluster = join(dataDir, 'cluster');
  mkdirSync(cluster);
  writeFileSync(join(cluster, 'holiday.txt'), 'x');
  handOver(cluster);
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'not-a-cluster',
    message: expect.stringContaining('does not write over them'),
  });
  expect(readdirSync(cluster)).toEqual(['holiday.txt']);
});

test('files others may enter are refused with the command that puts it right', async () => {
  const dataDir = await usedFolder();
  const cluster = join(dataDir, 'cluster');
  chmodSync(cluster, 0o777);
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'wrong-permissions',
    message: expect.stringContaining(`chmod 700 ${cluster}`),
  });
  chmodSync(cluster, 0o700);
  expect((await ground.start({ dataDir })).reused).toBe(false);
});

test('a data folder that cannot be made is named, with what the system said', async () => {
  const file = join(ground.folder(), 'file');
  writeFileSync(file, '');
  await expect(ground.start({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    code: 'wrong-permissions',
    message: expect.stringMatching(/file\/data.*choose another DATA_DIR/),
  });
});

test('damaged files are kept and lead to the backup', async () => {
  const dataDir = await usedFolder();
  const control = join(dataDir, 'cluster', 'global', 'pg_control');
  const bytes = readFileSync(control);
  bytes.fill(7, 64, 128);
  writeFileSync(control, bytes);
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('recourse restore'),
  });
});

test('a database whose disk is not mounted is not replaced by an empty one', async () => {
  const dataDir = ground.folder();
  symlinkSync('/nowhere/recourse', join(dataDir, 'home'));
  await expect(ground.start({ dataDir })).rejects.toMatchObject({
    code: 'data-missing',
    message: expect.stringContaining('not mounted?'),
  });
});

test('a taken port is named as the reason', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dataDir = join(ground.folder(), 'a-long-name'.repeat(9));
  await expect(ground.start({ dataDir, port })).rejects.toMatchObject({ code: 'port-taken' });
  other.close();
});

test('a start that failed leaves no process and no half-made database', async () => {
  const dataDir = await usedFolder();
  rmSync(join(dataDir, 'cluster', 'global', 'pg_control'));
  await expect(ground.start({ dataDir })).rejects.toMatchObject({ code: 'damaged' });
  expect(readdirSync(dataDir).filter((name) => name.includes('incoming'))).toEqual([]);
  expect(spawnSync('ls', [join(dataDir, 'run')], { encoding: 'utf8' }).stdout).not.toContain('PGSQL');
});
