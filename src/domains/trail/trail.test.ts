import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { appendToTrail, deleteTrail, eraseContents, MAX_CONTENT_BYTES, readTrail, shortHead } from './index.ts';

const database = useDatabase();
let app: TestApp;
let ctx: Context;
beforeAll(async () => {
  app = await createTestApp(database);
  ctx = app.context({ kind: 'visitor' });
});
afterAll(() => app.close());

const append = (subject: string, kind: string, content: unknown) =>
  appendToTrail(ctx, { brandId: 'tiny', subject }, { kind, content });

test('facts come back in order, with what they say, and the trail is intact', async () => {
  await append('claim:order', 'started', { brand: 'tiny', amount: { minor: 1299, unit: 'EUR' }, note: 'Grüße 😀' });
  const last = await append('claim:order', 'answered', { path: 'channel', value: null, unset: undefined });
  const trail = await readTrail(ctx, 'claim:order');
  expect(trail.entries.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'started'],
    [2, 'answered'],
  ]);
  expect(trail.entries[0]?.content).toMatchObject({ content: { note: 'Grüße 😀', amount: { minor: 1299 } } });
  expect(trail.check).toEqual({ intact: true, length: 2, erased: [], head: last.hash });
  expect(shortHead(trail.check)).toBe(last.hash.slice(0, 8));
});

test('what somebody changes in the database afterwards is found, with the number of the entry', async () => {
  for (const kind of ['one', 'two', 'three']) await append('claim:changed', kind, { kind });
  const change = (set: string) =>
    database.pool.query(
      `update trail_content set content = $1
      where number = 2 and trail_id = (select id from trail where subject = 'claim:changed')`,
      [set],
    );
  await change('{"kind":"another"}');
  expect((await readTrail(ctx, 'claim:changed')).check).toEqual({ intact: false, number: 2, because: 'content' });
  await change('{"kind":"two"}');
  expect((await readTrail(ctx, 'claim:changed')).check.intact).toBe(true);
});

test('what is recorded by many at once forms one chain without gaps', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, i) => append('claim:many', 'note', i)));
  const { entries, check } = await readTrail(ctx, 'claim:many');
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(check.intact).toBe(true);
});

test('erased content is gone, by rule and day, and the chain stays intact', async () => {
  await append('claim:erased', 'contact', { person: 'somebody' });
  await append('claim:erased', 'decided', { kind: 'full' });
  expect(await eraseContents(ctx, 'claim:erased', 'retention: contacts', ['contact'])).toBe(1);
  const { entries, check } = await readTrail(ctx, 'claim:erased');
  expect(entries[0]?.content).toEqual({ erasedAt: '2026-11-22T10:00:00Z', byRule: 'retention: contacts' });
  expect(check).toMatchObject({ intact: true, erased: [1] });
  const { rows } = await database.pool.query(
    `select content, salt from trail_content where content::text like '%somebody%'`,
  );
  expect(rows).toEqual([]);
});

test('a trail goes as a whole, and what does not exist is empty', async () => {
  await append('claim:gone', 'started', {});
  await deleteTrail(ctx, 'claim:gone');
  expect(await readTrail(ctx, 'claim:gone')).toMatchObject({ entries: [], check: { intact: true, length: 0 } });
});

test('content without end is refused before anything is written', async () => {
  await expect(append('claim:huge', 'note', 'x'.repeat(MAX_CONTENT_BYTES))).rejects.toThrow(/too long/);
  expect((await readTrail(ctx, 'claim:huge')).entries).toEqual([]);
});
