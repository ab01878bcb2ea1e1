import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createApplication } from '#app/application.tsx';
import { BrandDirectory } from '#domains/brands/index.ts';
import { HelpCentres, type HelpSearch } from '#domains/knowledge/index.ts';
import { Unavailable } from '#platform/unavailable.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { testLog, useDatabase } from '#test/support/database.ts';
import { startSearch } from './search.ts';

/** A thread that runs from source loads all of it first, on machines that are busy as well. */
const PATIENT_MS = 45_000;
const THREAD_TEST_MS = 60_000;
const database = useDatabase();
let app: TestApp;
const searches: HelpSearch[] = [];

beforeAll(async () => {
  app = await createTestApp(database);
});
afterAll(() => app.close());
afterEach(() => Promise.all(searches.splice(0).map((search) => search.stop())));

/** The application with another search, asked as a browser would. */
async function appWith(search: HelpSearch): Promise<(path: string) => Promise<Response>> {
  searches.push(search);
  const directory = new BrandDirectory(database.db);
  const centres = new HelpCentres(database.db, directory, search);
  await directory.refresh();
  const application = createApplication({ ...app.services, directory, centres }, database.pool);
  const connection = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 50_000, remoteFamily: 'IPv4' } } };
  const host = { host: 'localhost:3000' };
  return (path) => application.fetch(new Request(`http://localhost:3000${path}`, { headers: host }), connection);
}

const failing = (reason: Unavailable['reason']): HelpSearch => ({
  follow: () => undefined,
  search: () => Promise.reject(new Unavailable('search', reason)),
  answer: () => Promise.reject(new Unavailable('search', reason)),
  stop: async () => undefined,
});

test(
  'a search in a thread of its own finds what the same search finds on the page’s thread',
  async () => {
    const ask = await appWith(startSearch(app.services.config, database.address, testLog()));
    const path = '/api/v1/brands/tiny/search?q=refund&locale=en';
    await vi.waitFor(async () => expect((await ask(path)).status).toBe(200), PATIENT_MS);
    const threaded = await (await ask(path)).json();
    expect(threaded).toEqual(await (await app.request(path)).json());
    expect(threaded).toHaveProperty('results.0.title');
  },
  THREAD_TEST_MS,
);

test(
  'a question is answered by the thread as well, with the same quotation',
  async () => {
    const ask = await appWith(startSearch(app.services.config, database.address, testLog()));
    const path = '/api/v1/brands/tiny/answers?question=How+do+I+cancel+my+plan&locale=en';
    await vi.waitFor(async () => expect((await ask(path)).status).toBe(200), PATIENT_MS);
    expect(await (await ask(path)).json()).toEqual(await (await app.request(path)).json());
  },
  THREAD_TEST_MS,
);

test.each(['starting', 'busy', 'late', 'failed'] as const)(
  'while the search is %s, its pages say so with 503, keep what was typed, and offer to try again',
  async (reason) => {
    const ask = await appWith(failing(reason));
    for (const path of ['/tiny/en/search?q=my+refund&page=2', '/tiny/en/ask?question=my+refund']) {
      const answer = await ask(path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      const html = await answer.text();
      expect(html).toContain('value="my refund"');
      expect(html).toContain(`href="${path.replaceAll('&', '&amp;')}"`);
      expect(html).toContain('The search needs a moment');
    }
  },
);

test('the API says the same as JSON, with the second to try again', async () => {
  const ask = await appWith(failing('busy'));
  for (const path of ['/api/v1/brands/tiny/search?q=refund', '/api/v1/brands/tiny/answers?question=refund']) {
    const answer = await ask(path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.json()).toMatchObject({ error: { kind: 'unavailable' } });
  }
});

test('without a search everything else goes on: articles are read, people are reached', async () => {
  const ask = await appWith(failing('failed'));
  for (const path of ['/tiny/en/', '/tiny/en/articles/refund-rules', '/tiny/en/contact?q=refund'])
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
});
