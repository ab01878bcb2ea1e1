import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/context.ts';
import { enqueue } from '#platform/jobs.ts';
import { createTestDatabase, testContext, useDatabase } from './database.ts';

const countJobs = async (database: {
  pool: { query(text: string): Promise<{ rows: { n: number }[] }> };
}): Promise<number> =>
  (await database.pool.query('select count(*)::int as n from graphile_worker.jobs')).rows[0]?.n ?? -1;

describe('a test database', () => {
  const database = useDatabase();

  test('has every migration and nothing else in it', async () => {
    const { rows } = await database.pool.query('select name from migration order by name');
    expect(rows[0]).toEqual({ name: '0001_foundation.sql' });
    expect(await database.db.selectFrom('installation').selectAll().execute()).toEqual([]);
  });

  test('keeps what a transaction enqueued, and nothing of one that was rolled back', async () => {
    const ctx = testContext(database);
    await inTransaction(ctx, (inside) => enqueue(inside, 'greet', { name: 'kept' }));
    const undone = inTransaction(ctx, async (inside) => {
      await enqueue(inside, 'greet', { name: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await countJobs(database)).toBe(1);
  });

  test('is empty again after empty(), and still migrated', async () => {
    await testContext(database).db.insertInto('installation').values({ mode: 'standard' }).execute();
    await database.empty();
    expect(await countJobs(database)).toBe(0);
    expect(await database.db.selectFrom('installation').selectAll().execute()).toEqual([]);
    expect((await database.pool.query('select name from migration')).rowCount).toBeGreaterThan(0);
    await enqueue(testContext(database), 'greet', {});
    expect(await countJobs(database)).toBe(1);
  });

  test('shares nothing with another one', async () => {
    const other = await createTestDatabase();
    try {
      await other.db.insertInto('installation').values({ mode: 'demo' }).execute();
      expect(await database.db.selectFrom('installation').selectAll().execute()).toEqual([]);
    } finally {
      await other.drop();
    }
  });
});
