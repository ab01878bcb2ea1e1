import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';

const database = useDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp(database);
});
afterAll(() => app.close());

const searched = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ query: string }>('select query from search_count order by query');
  return rows.map(({ query }) => query);
};

const countOf = (html: string, group: string): number =>
  Number(new RegExp(`${group} \\((\\d+)\\)`).exec(html)?.[1] ?? 0);

test('codes with many digits reach the editors’ list of searches; what may be somebody’s number does not', async () => {
  const kept = ['m7111-1331', 's7363-1260-ffffd119', 'error m7111-1331-2206 on my tv', 'nw-2-5', 'ui-113'];
  const dropped = [
    'my card 4111 1111 1111 1111',
    'call 0171-2345678',
    'tel 0171 234 5678',
    'de89 3704 0044 0532 0130 00',
    'de89-3704-0044-0532-0130-00',
    'customer c12-3456789',
    'order 20261122001',
    'me@example.org',
    'm7111-1331 call +49 171 2345678',
    'abcd-1234-5678-9012-3456',
  ];
  for (const q of [...kept, ...dropped]) await app.request(`/tiny/en/search?${new URLSearchParams({ q })}`);
  expect(await searched()).toEqual(kept.sort());
});

test('a page that exists in another language only is found, named with that language and marked with it', async () => {
  const { rows } = await database.pool.query<{ id: string }>(
    `update publication set ended_at = now(), ended_by = 'test' where locale = 'de' and ended_at is null
     and article_id = (select id from article where brand_id = 'tiny' and slug = 'stop-buffering') returning article_id as id`,
  );
  await database.pool.query(
    `with raised as (update brand set content_version = content_version + 1 where id = 'tiny' returning content_version)
     insert into content_change (brand_id, version, article_id, at) select 'tiny', content_version, $1, now() from raised`,
    [rows[0]?.id],
  );
  await app.services.directory.refresh();
  const html = await (await app.request('/tiny/de/search?q=buffering')).text();
  expect(html).toMatch(/<li[^>]*lang="en"[^>]*>(?:(?!<\/li>).)*\/tiny\/de\/articles\/stop-buffering/s);
  expect(html).toContain('auf English');
});

test('a group says how many results stand in it, though the page behind one of them left a moment ago', async () => {
  const before = await (await app.request('/tiny/en/search?q=plan')).text();
  const shown = (html: string): number => html.match(/<li class="result/g)?.length ?? 0;
  const said = (html: string): number =>
    ['Do it now', 'Error codes', 'Guides and answers', 'Devices'].reduce((sum, group) => sum + countOf(html, group), 0);
  expect(said(before)).toBe(shown(before));
  expect(said(before)).toBeGreaterThan(1);
  // The action leads to an article; without it the action is counted no more.
  const { rows } = await database.pool.query<{ id: string }>(
    `update publication set ended_at = now(), ended_by = 'test' where ended_at is null
     and article_id = (select id from article where brand_id = 'tiny' and slug = 'cancel-plan') returning article_id as id`,
  );
  await database.pool.query(
    `with raised as (update brand set content_version = content_version + 1 where id = 'tiny' returning content_version)
     insert into content_change (brand_id, version, article_id, at) select 'tiny', content_version, $1, now() from raised`,
    [rows[0]?.id],
  );
  await app.services.directory.refresh();
  const after = await (await app.request('/tiny/en/search?q=cancel+my+plan')).text();
  expect(said(after)).toBe(shown(after));
});
