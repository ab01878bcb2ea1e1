import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';

const database = useDatabase();
let app: TestApp;
let admin: SignedIn;

beforeAll(async () => {
  app = await createTestApp(database, { packs: ['tiny'] });
  admin = await app.signIn('admin');
});
afterAll(() => app.close());

const post = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

/** A textarea's text as a browser would send it back. */
function textOf(html: string, name: string): string {
  const escaped = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? '';
  const entities: Readonly<Record<string, string>> = {
    '&quot;': '"',
    '&#39;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
  };
  return escaped.replaceAll(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity).replace(/^\n/, '');
}

async function settings(change: (values: Record<string, string>) => Record<string, string>): Promise<Response> {
  const html = await (await admin('/desk/tiny/settings')).text();
  const values = { domain: '', profile: textOf(html, 'profile'), mark: textOf(html, 'mark') };
  return admin('/desk/tiny/settings', post(change(values)));
}

test('a brand cannot take the main host away from all the others', async () => {
  const answer = await settings((values) => ({ ...values, domain: 'localhost.localdomain' }));
  expect(answer.status).toBe(303);
  await app.services.directory.refresh();
  const main = new URL(app.services.config.publicUrl).hostname;
  const taken = await settings((values) => ({ ...values, domain: main }));
  expect(taken.status).toBe(422);
  expect((await app.request('/tiny/en/')).status).toBe(200);
});

test('settings saved as they stand are accepted', async () => {
  expect((await settings((values) => values)).status).toBe(303);
});

test('a door to the insides of JavaScript does not bring the home page down', async () => {
  const answer = await settings((values) => ({
    ...values,
    profile: values.profile?.replace(/to: \S+/, 'to: page:constructor') ?? '',
  }));
  await app.services.directory.refresh();
  expect([303, 422]).toContain(answer.status);
  expect((await app.request('/tiny/en/')).status).toBe(200);
});

test.each(['constructor', 'toString', '__proto__'])('there is no list called %s', async (name) => {
  expect((await admin(`/desk/tiny/words/${name}`)).status).toBe(404);
});

test('a link on another site cannot change the language somebody works in', async () => {
  await admin('/desk/language/de', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(await (await admin('/desk/tiny')).text()).toContain('lang="en"');
  await admin('/desk/language/de', { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(await (await admin('/desk/tiny')).text()).toContain('lang="de"');
});

test('one stranger’s searches are counted only so often', async () => {
  const count = async (): Promise<number> =>
    (await database.db.selectFrom('search_count').select('query').execute()).length;
  const before = await count();
  for (let i = 0; i < 40; i++) await app.request(`/tiny/en/search?q=spam${'x'.repeat(i)}`);
  expect((await count()) - before).toBe(30);
});

test('pages asked for by invented hosts or spellings are answered, not kept', async () => {
  const { pages } = app.services;
  const kept = (host: string, path: string): boolean => {
    const response = { writeHead: () => response, end: () => response };
    return pages.serve({ method: 'GET', url: path, headers: { host } } as never, response as never);
  };
  await app.request('/tiny/en/topics', { headers: { host: 'invented.example' } });
  await app.request('/tiny/en/%74opics');
  await app.request('/tiny/en/topics');
  expect(kept('invented.example', '/tiny/en/topics')).toBe(false);
  expect(kept('localhost:3000', '/tiny/en/%74opics')).toBe(false);
  expect(kept('localhost:3000', '/tiny/en/topics')).toBe(true);
});

test('thousands of stacked accents cost no more than other text', async () => {
  const answer = await app.request(
    '/tiny/en/suggest',
    post({ kind: 'edit', text: `a${'\u0301\u0323'.repeat(2500)}bcdefghijk`, source: '' }),
  );
  expect(answer.status).toBe(303);
});
