import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { startOf } from './processes.ts';
import { Ground, query, superviseElsewhere } from './testing/processes.ts';
import { startThrowawayPostgres, sweepThrowaways } from './throwaway.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ground = new Ground();
afterEach(() => ground.clean());

test('a throw-away database answers, and is gone with its folder when stopped', async () => {
  const server = await startThrowawayPostgres();
  expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
  await server.stop();
  expect(existsSync(server.dataDir)).toBe(false);
  expect(startOf(server.pid)).toBeUndefined();
});

test('a sweep ends databases whose test run was killed and spares those in use', async () => {
  const temporary = ground.folder();
  const [abandoned, inUse] = [join(temporary, 'recourse-throwaway-a'), join(temporary, 'recourse-throwaway-b')];
  const killed = await superviseElsewhere({ dataDir: abandoned, durability: 'off' });
  await killed.kill();
  const living = await superviseElsewhere({ dataDir: inUse, durability: 'off' });
  await sweepThrowaways(temporary);
  expect(existsSync(abandoned)).toBe(false);
  expect(startOf(killed.report.pid)).toBeUndefined();
  expect(await query(living.report.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await living.stop();
});

test('a sweep leaves folders that are no throw-away database', async () => {
  const temporary = ground.folder();
  const other = join(temporary, 'recourse-throwaway-unclaimed');
  mkdirSync(other);
  await sweepThrowaways(temporary);
  expect(existsSync(other)).toBe(true);
});
