import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#platform/database/database.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { testLog, useDatabase } from '#test/support/database.ts';
import { SearchEngine, SearchSnapshots } from './index.ts';

const FORMAT = 'this-version';
const FILE = 'tiny.snapshot';
const NOW = 1_800_000_000_000;

const database = useDatabase();
let app: TestApp;
let folder: string;
let version: number;

beforeAll(async () => {
  app = await createTestApp(database);
  version = app.services.directory.find('tiny')?.contentVersion ?? 0;
});
afterAll(() => app.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recourse-test-snapshots-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const snapshots = (format = FORMAT): SearchSnapshots => new SearchSnapshots(folder, format, testLog());

/** A node's search on the test database; `reads` counts how often it read published texts, which a snapshot spares. */
function startSearch(format = FORMAT) {
  const read: string[] = [];
  const db = new Proxy(database.db, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (key === 'selectFrom') read.push(String(args[0]));
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  }) as Db;
  const engine = new SearchEngine({ db, log: testLog(), snapshots: snapshots(format) });
  return {
    engine,
    hasBuilt: () => read.includes('publication'),
    find: async (text: string) => {
      const found = await engine.search('tiny', version, { text, locale: 'en' });
      return found.hits.map(({ id }) => id);
    },
  };
}

/** Starts, searches and stops once, which leaves a snapshot behind. */
async function leaveSnapshot(format = FORMAT): Promise<readonly string[]> {
  const node = startSearch(format);
  const found = await node.find('refund');
  await node.engine.stop();
  return found;
}

test('a node that stops leaves its index behind, and the next start finds the same without building', async () => {
  const found = await leaveSnapshot();
  expect(found.length).toBeGreaterThan(0);
  const next = startSearch();
  expect(await next.find('refund')).toEqual(found);
  expect(next.hasBuilt()).toBe(false);
});

describe('a snapshot that cannot be believed is not used, and the index is built anew', () => {
  const damage: Readonly<Record<string, () => Promise<unknown>>> = {
    'cut short': async () => {
      const { byteLength } = await readFile(join(folder, FILE));
      await truncate(join(folder, FILE), Math.floor(byteLength / 2));
    },
    'cut within its first line': () => truncate(join(folder, FILE), 20),
    empty: () => truncate(join(folder, FILE), 0),
    'changed in one byte': async () => {
      const bytes = await readFile(join(folder, FILE));
      bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
      await writeFile(join(folder, FILE), bytes);
    },
    'followed by more': async () => {
      await writeFile(join(folder, FILE), Buffer.concat([await readFile(join(folder, FILE)), Buffer.from('more')]));
    },
    'no snapshot at all': () => writeFile(join(folder, FILE), 'hello\nworld'),
    'of another brand': async () => {
      const bytes = await readFile(join(folder, FILE));
      await writeFile(join(folder, FILE), bytes.toString('latin1').replace('"tiny"', '"teny"'), 'latin1');
    },
    'of another database': async () => {
      const bytes = await readFile(join(folder, FILE));
      await writeFile(join(folder, FILE), bytes.toString('latin1').replace(/"stamp":"20/, '"stamp":"19'), 'latin1');
    },
  };
  test.each(Object.keys(damage))('%s', async (kind) => {
    const found = await leaveSnapshot();
    await damage[kind]?.();
    const next = startSearch();
    expect(await next.find('refund')).toEqual(found);
    expect(next.hasBuilt()).toBe(true);
  });

  test('of another version of the program', async () => {
    const found = await leaveSnapshot('another-version');
    const next = startSearch();
    expect(await next.find('refund')).toEqual(found);
    expect(next.hasBuilt()).toBe(true);
  });
});

test('what was published since a snapshot is found; what is no longer public is neither found nor on the disk', async () => {
  await leaveSnapshot();
  const { rows } = await database.pool.query<{ id: string; locale: string }>(
    `select r.article_id as id, p.locale from publication p join revision r on r.id = p.revision_id
     join article a on a.id = p.article_id where a.slug = 'refund-rules' and p.ended_at is null`,
  );
  const gone = rows[0]?.id ?? '';
  await database.pool.query(`update publication set ended_at = now(), ended_by = 'test' where article_id = $1`, [gone]);
  await database.pool.query(
    `with raised as (update brand set content_version = content_version + 1 where id = 'tiny' returning content_version)
     insert into content_change (brand_id, version, article_id, at) select 'tiny', content_version, $1, now() from raised`,
    [gone],
  );
  version += 1;
  const next = startSearch();
  expect(await next.find('refund')).not.toContain(gone);
  await next.engine.stop();
  const kept = (await readdir(folder)).includes(FILE) ? (await readFile(join(folder, FILE))).toString('latin1') : '';
  expect(kept).not.toContain(gone);
});

test('two nodes may keep their indexes in one folder: each file is always whole, whoever wrote last', async () => {
  const nodes = [startSearch(), startSearch(), startSearch('another-version')];
  await Promise.all(nodes.map((node) => node.find('refund')));
  await Promise.all(nodes.map((node) => node.engine.stop()));
  expect(await readdir(folder)).toEqual([FILE]);
  const [ours, theirs] = await Promise.all([snapshots().find('tiny'), snapshots('another-version').find('tiny')]);
  expect([ours, theirs].filter((kept) => kept !== null)).toHaveLength(1);
});

test('files of brands that are gone and of writers that were killed are swept away, others stay', async () => {
  await leaveSnapshot();
  await writeFile(join(folder, 'gone.snapshot'), 'x');
  await writeFile(join(folder, 'tiny.0123.tmp'), 'x');
  await writeFile(join(folder, 'tiny.4567.tmp'), 'x');
  await writeFile(join(folder, 'notes.txt'), 'x');
  await utimes(join(folder, 'tiny.0123.tmp'), 1_700_000_000, 1_700_000_000);
  await utimes(join(folder, 'tiny.4567.tmp'), NOW / 1000, NOW / 1000);
  await snapshots().sweep(['tiny'], NOW);
  expect((await readdir(folder)).sort()).toEqual(['notes.txt', FILE, 'tiny.4567.tmp'].sort());
});

test('a brand that is gone takes its snapshot with it', async () => {
  await leaveSnapshot();
  const other = new SearchEngine({ db: database.db, log: testLog(), snapshots: snapshots() });
  await writeFile(join(folder, 'nobody.snapshot'), await readFile(join(folder, FILE)));
  await expect(other.search('nobody', 1, { text: 'refund', locale: 'en' })).rejects.toThrow('search cannot answer now');
  expect(await readdir(folder)).toEqual([FILE]);
});
