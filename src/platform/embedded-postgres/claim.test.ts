import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { claimFolder } from './claim.ts';
import { Ground } from './testing/processes.ts';

vi.setConfig({ testTimeout: 30_000 });

const ground = new Ground();
afterEach(() => ground.clean());

/** A claim as a process of another life would have left it. */
function leaveClaim(dataDir: string, changes: object): string {
  const folder = join(dataDir, 'supervisor');
  mkdirSync(folder);
  const boot = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';
  const file = join(folder, 'claim-00000007');
  const holder = { pid: process.pid, start: 'unknown', host: hostname(), boot, space: 'elsewhere', ...changes };
  writeFileSync(file, JSON.stringify(holder));
  return file;
}

test('of many that claim a free folder at once, one gets it', async () => {
  const dataDir = ground.folder();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => claimFolder(dataDir)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a released folder can be claimed again, and the numbers only grow', async () => {
  const dataDir = ground.folder();
  for (let turn = 0; turn < 6; turn += 1) (await claimFolder(dataDir)).release();
  const names = readdirSync(join(dataDir, 'supervisor')).sort();
  expect(names.at(-1)).toBe('claim-00000006');
  expect(names.length).toBeLessThanOrEqual(3);
});

test('a claim whose process id was given to another program counts as abandoned', async () => {
  const dataDir = ground.folder();
  const held = await claimFolder(dataDir);
  const file = join(dataDir, 'supervisor', 'claim-00000001');
  const holder = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...holder, start: 'an earlier life' }));
  await expect(claimFolder(dataDir)).resolves.toBeDefined();
  held.release();
});

test('a claim from before the machine was restarted counts as abandoned', async () => {
  const dataDir = ground.folder();
  leaveClaim(dataDir, { boot: 'an earlier boot' });
  await expect(claimFolder(dataDir)).resolves.toBeDefined();
});

test('a claim torn by a power cut does not lock the folder for ever', async () => {
  const dataDir = ground.folder();
  writeFileSync(leaveClaim(dataDir, {}), '{"pid":1');
  await expect(claimFolder(dataDir)).resolves.toBeDefined();
});

test('a claim from another container holds while its heart beats, and no longer', async () => {
  const dataDir = ground.folder();
  const file = leaveClaim(dataDir, { host: 'another-container' });
  let seconds = 1_000;
  const heart = setInterval(() => utimesSync(file, seconds, seconds++), 300);
  await expect(claimFolder(dataDir)).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining('another-container'),
  });
  clearInterval(heart);
  await expect(claimFolder(dataDir)).resolves.toBeDefined();
});
