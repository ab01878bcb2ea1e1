import { afterEach, describe, expect, test, vi } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { testContext, testLog, useDatabase } from '#test/support/database.ts';
import { inTransaction } from './context.ts';
import { enqueue, startJobs } from './jobs.ts';

describe('jobs', () => {
  const database = useDatabase();
  const waiting = async (): Promise<unknown[]> =>
    (await database.pool.query('select task_identifier, key, run_at from graphile_worker.jobs order by id')).rows;
  afterEach(() => database.empty());

  test('are gone with the transaction that is rolled back, and there with the one that is committed', async () => {
    const ctx = testContext(database);
    const undone = inTransaction(ctx, async (ctx) => {
      await enqueue(ctx, 'greet', { name: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
    await inTransaction(ctx, (ctx) => enqueue(ctx, 'greet', { name: 'kept' }));
    expect(await waiting()).toHaveLength(1);
  });

  test('with one key replace each other while they wait', async () => {
    const ctx = testContext(database);
    await enqueue(ctx, 'greet', { name: 'first' }, { key: 'a' });
    await enqueue(ctx, 'greet', { name: 'second' }, { key: 'a' });
    await enqueue(ctx, 'greet', { name: 'other' }, { key: 'b' });
    expect(await waiting()).toHaveLength(2);
  });

  test('wait for the time they were given', async () => {
    await enqueue(testContext(database), 'greet', {}, { runAt: Temporal.Instant.from('2030-01-01T00:00:00Z') });
    expect(await waiting()).toMatchObject([{ run_at: new Date('2030-01-01T00:00:00Z') }]);
  });

  test('are handled with what was put in, and once', async () => {
    const seen: unknown[] = [];
    let arrived = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const handlers = {
      greet: async (payload: unknown) => {
        seen.push(payload);
        arrived();
      },
    };
    const runner = await startJobs(database.pool, handlers, testLog());
    try {
      await enqueue(testContext(database), 'greet', { name: 'Ada', quote: `'; drop table staff; --` });
      await done;
      await vi.waitFor(async () => expect(await waiting()).toEqual([]));
    } finally {
      await runner.stop();
    }
    expect(seen).toEqual([{ name: 'Ada', quote: `'; drop table staff; --` }]);
  });
});
