import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from './app.ts';
import { useDatabase } from './database.ts';

describe('the application on a test database', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(database);
  });
  afterAll(() => app.close());

  test('shows an article of the tiny pack in the language of its address', async () => {
    const page = await app.request('/tiny/de/guides/cancel-plan');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Tarif kündigen');
  });

  test('finds what the pack holds', async () => {
    const answer = await app.request('/api/v1/brands/tiny/search?q=ty12&locale=en');
    const { results } = (await answer.json()) as { results: { id: string; url: string }[] };
    expect(results[0]?.url).toBe('/tiny/en/errors/ty-1-2');
  });

  test('lets a signed-in editor into the desk, and nobody else', async () => {
    expect((await app.request('/desk/tiny')).status).toBe(303);
    const editor = await app.signIn('editor');
    expect((await editor('/desk/tiny')).status).toBe(200);
  });

  test('answers a form sent from another site with a refusal', async () => {
    const answer = await app.request('/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@b.example' }),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });

  test('takes nothing from a pack that is loaded a second time', async () => {
    expect(await app.loadPack('tiny')).toEqual({ brand: 'tiny', applied: [], conflicts: [] });
  });
});
