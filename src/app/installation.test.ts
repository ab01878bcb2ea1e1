import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listBrands } from '#domains/brands/index.ts';
import { DEMO_STAFF, signIn } from '#domains/people/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { folderFiles } from '#platform/files/files.ts';
import { TEST_NOW, testContext, testLog, useDatabase } from '#test/support/database.ts';
import { prepareInstallation } from './installation.ts';

const TEST_PACKS = fileURLToPath(new URL('../../test/support/packs', import.meta.url));

describe('the first start on an empty database', () => {
  const database = useDatabase();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => database.empty());

  const start = (env: Record<string, string> = {}) =>
    prepareInstallation({
      db: database.db,
      files: folderFiles(join(folder, 'files')),
      config: readConfig({ DATA_DIR: folder, RECOURSE_PACKS_DIR: TEST_PACKS, ...env }),
      log: testLog(),
    });
  const brands = async (): Promise<string[]> => (await listBrands(testContext(database))).map(({ id }) => id);
  async function demoSignInsWork(): Promise<boolean> {
    const results = await Promise.all(
      DEMO_STAFF.map((person) => signIn(testContext(database), fixedClock(TEST_NOW), person)),
    );
    return results.every((result) => 'token' in result);
  }

  test('of a demo loads the packs and makes the known sign-ins', async () => {
    expect(await start()).toMatchObject({ isDemo: true });
    expect(await brands()).toEqual(['tiny']);
    expect(await demoSignInsWork()).toBe(true);
  });

  test('of anything but a demo loads nothing and knows nobody', async () => {
    for (const env of [{ RECOURSE_DEMO: 'off' }, { PUBLIC_URL: 'https://help.example' }, { HOST: '0.0.0.0' }]) {
      await database.empty();
      const installation = await start(env);
      expect(installation.isDemo).toBe(false);
      expect(await brands()).toEqual([]);
      expect(await demoSignInsWork()).toBe(false);
      expect(installation.welcome.join(' ')).not.toContain('demo-admin-pass');
    }
  });

  test('decides for good: what began without a demo stays without', async () => {
    await start({ RECOURSE_DEMO: 'off' });
    expect(await start()).toMatchObject({ isDemo: false });
    expect(await demoSignInsWork()).toBe(false);
  });

  test('of a demo cut short by a broken pack leaves nothing, and can be tried again', async () => {
    await expect(start({ RECOURSE_PACKS_DIR: join(TEST_PACKS, 'tiny') })).rejects.toThrow();
    expect(await brands()).toEqual([]);
    expect(await start()).toMatchObject({ isDemo: true });
    expect(await brands()).toEqual(['tiny']);
  });

  test('a demo that is opened to others is refused', async () => {
    await start();
    await expect(start({ PUBLIC_URL: 'https://help.example' })).rejects.toThrow();
  });

  test('a second start of a demo changes nothing', async () => {
    await start();
    const before = await database.db.selectFrom('revision').select('id').execute();
    expect(await start()).toMatchObject({ isDemo: true });
    expect(await database.db.selectFrom('revision').select('id').execute()).toEqual(before);
  });
});
