import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import {
  keepPromise,
  listPromises,
  makePromise,
  pausePromise,
  putBusinessHours,
  recordBreaches,
  releasePromise,
  resumePromise,
  stateOf,
} from './index.ts';

const database = useDatabase();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp(database);
});
afterAll(() => app.close());

/** Business time as the test tells it. */
const on = (time: string): Context => ({ ...app.context(), now: Temporal.Instant.from(time) });

const decide = (ctx: Context, subject: string) =>
  makePromise(ctx, {
    brandId: 'tiny',
    subject,
    kind: 'decide',
    waitsFor: 'us',
    within: { upTo: 3, unit: 'businessDay' },
  });

async function stateAt(subject: string, time: string): Promise<string> {
  const [promise] = await listPromises(app.context(), subject);
  if (!promise) throw new Error('it was made');
  return stateOf(promise, Temporal.Instant.from(time));
}

test('a promise made on Friday for three business days is due on Wednesday evening, and kept in time', async () => {
  const { id, dueAt } = await decide(on('2026-11-20T15:00:00Z'), 'refund:kept');
  expect(dueAt.toString()).toBe('2026-11-25T17:00:00Z');
  expect(await stateAt('refund:kept', '2026-11-24T09:00:00Z')).toBe('open');
  await keepPromise(on('2026-11-25T16:59:00Z'), id);
  expect(await stateAt('refund:kept', '2026-12-01T00:00:00Z')).toBe('kept');
});

test('a brand’s own hours and holidays decide when it is due', async () => {
  await putBusinessHours(app.context(), 'tiny', {
    zone: 'Asia/Kuala_Lumpur',
    week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['10:00', '16:00']]])) as never,
    holidays: ['2026-11-24'],
  });
  // Monday, (Tuesday is a holiday) Wednesday, Thursday 16:00 in Kuala Lumpur.
  const { dueAt } = await decide(on('2026-11-20T05:00:00Z'), 'refund:hours');
  expect(dueAt.toString()).toBe('2026-11-26T08:00:00Z');
  await database.pool.query('delete from business_hours');
});

test('a breach is told once, and a promise kept after it stays late', async () => {
  const { id } = await decide(on('2026-11-20T15:00:00Z'), 'refund:late');
  expect(await recordBreaches(on('2026-11-25T17:00:00Z'))).not.toContain(id);
  const later = on('2026-11-25T17:00:01Z');
  const told = (await Promise.all([recordBreaches(later), recordBreaches(later)])).flat();
  expect(told.filter((each) => each === id)).toEqual([id]);
  expect(await recordBreaches(later)).toEqual([]);
  expect(await stateAt('refund:late', '2026-11-26T00:00:00Z')).toBe('breached');
  await keepPromise(on('2026-11-27T09:00:00Z'), id);
  expect(await stateAt('refund:late', '2026-11-28T00:00:00Z')).toBe('keptLate');
});

test('kept too late is late, even before anybody looked', async () => {
  const { id } = await decide(on('2026-11-20T15:00:00Z'), 'refund:unseen');
  await keepPromise(on('2026-11-26T09:00:00Z'), id);
  expect(await stateAt('refund:unseen', '2026-11-26T09:00:00Z')).toBe('keptLate');
});

test('while the customer is asked the clock stands still, and what is due moves by the working time that took', async () => {
  const { id, dueAt } = await decide(on('2026-11-20T15:00:00Z'), 'refund:paused');
  await pausePromise(on('2026-11-23T16:00:00Z'), { id, because: 'moreInformation' });
  await pausePromise(on('2026-11-23T16:30:00Z'), { id, because: 'askedTwice' });
  expect(await stateAt('refund:paused', '2026-12-24T00:00:00Z')).toBe('paused');
  expect(await recordBreaches(on('2026-12-24T00:00:00Z'))).not.toContain(id);
  // From Monday 16:00 to Tuesday 10:00 are two working hours: Wednesday 17:00 becomes Thursday 11:00.
  const moved = await resumePromise(on('2026-11-24T10:00:00Z'), id);
  expect([dueAt, moved].map(String)).toEqual(['2026-11-25T17:00:00Z', '2026-11-26T11:00:00Z']);
  expect(await stateAt('refund:paused', '2026-11-26T10:59:00Z')).toBe('open');
});

test('what is released is no longer owed, and cannot be kept or breached any more', async () => {
  const { id } = await decide(on('2026-11-20T15:00:00Z'), 'refund:released');
  await releasePromise(on('2026-11-21T00:00:00Z'), { id, because: 'withdrawn by the customer' });
  await keepPromise(on('2026-11-22T00:00:00Z'), id);
  expect(await recordBreaches(on('2027-01-01T00:00:00Z'))).not.toContain(id);
  expect(await stateAt('refund:released', '2027-01-01T00:00:00Z')).toBe('released');
});
