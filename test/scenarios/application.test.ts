import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplication } from '#app/application.tsx';
import { putDomain, raiseContentVersion } from '#domains/brands/index.ts';
import { findArticle, listPublications, publish, saveRevision, unpublish } from '#domains/knowledge/index.ts';
import { type RunningServer, startServer } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { testLog, useDatabase } from '#test/support/database.ts';

const database = useDatabase();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp(database);
});
afterAll(() => app.close());

const PAGES = [
  '/tiny/en/',
  '/tiny/en/guides/cancel-plan',
  '/tiny/de/articles/stop-buffering',
  '/tiny/en/articles/refund-rules/versions',
  '/tiny/en/errors',
  '/tiny/en/errors/ty-1-2',
  '/tiny/en/devices',
  '/tiny/en/devices/sample-tv',
  '/tiny/en/supported',
  '/tiny/en/topics',
  '/tiny/en/topics/billing',
  '/tiny/en/tags/wifi',
  '/tiny/en/search?q=film',
  '/tiny/en/ask?question=how+do+i+cancel',
  '/tiny/en/suggest',
  '/tiny/en/contact',
  '/tiny/en/legal',
];
const OTHERS = [
  '/',
  '/tiny',
  '/tiny/',
  '/tiny/theme.css',
  '/tiny/mark.svg',
  '/tiny/pictures/plan-menu.svg',
  '/robots.txt',
  '/sitemap.xml',
  '/healthz',
  '/readyz',
  '/metrics',
  '/favicon.ico',
  '/openapi.json',
  '/api/v1/brands/tiny/search?q=film',
  '/api/v1/nothing',
  '/nothing/at/all',
  '/desk',
  '/desk/sign-in',
  '/setup/x',
];

describe('every answer', () => {
  test.each([...PAGES, ...OTHERS])('%s forbids foreign scripts, frames and guessing of types', async (path) => {
    const { headers, status } = await app.request(path);
    expect(status).toBeLessThan(500);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('asks browsers to stay on https where people arrive by it, and only there', async () => {
    const secure = await createTestApp(database, { packs: [], env: { PUBLIC_URL: 'https://help.example' } });
    expect((await secure.request('/healthz')).headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
    await secure.close();
  });

  test('comes packed in what the caller takes', async () => {
    const plain = await app.request('/tiny/en/');
    const packed = await app.request('/tiny/en/', { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
  });
});

describe('every public page', () => {
  test.each(PAGES)('%s is HTML in its language, with one heading, and loads nothing from elsewhere', async (path) => {
    const answer = await app.request(path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    expect(html).toContain(`<html lang="${path.split('/')[2]}"`);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).not.toMatch(
      /<script(?! (?:type="module" )?src="\/assets\/)|(?:src|action)="https?:|<link rel="stylesheet" href="http/,
    );
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
  });

  test('leads only to pages there are', async () => {
    const broken: string[] = [];
    const hrefs = new Set<string>();
    for (const path of PAGES) {
      const html = await (await app.request(path)).text();
      for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) hrefs.add(href.replaceAll('&amp;', '&'));
    }
    for (const href of hrefs) {
      if (href.startsWith('/assets/')) continue; // Built files are not part of this application.
      const { status } = await app.request(href);
      if (status >= 400) broken.push(`${href}: ${status}`);
    }
    expect(hrefs.size).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  });
});

describe('the API', () => {
  test('answers a search with what was found, best first', async () => {
    const answer = await app.request('/api/v1/brands/tiny/search?q=cancel&locale=en&limit=2');
    const { total, results } = (await answer.json()) as { total: number; results: Record<string, unknown>[] };
    expect(total).toBeGreaterThan(0);
    expect(results.length).toBeLessThanOrEqual(2);
    for (const result of results)
      expect(result).toEqual({
        type: expect.stringMatching(/^(?:action|code|device|article)$/),
        id: expect.any(String),
        title: expect.any(String),
        url: expect.stringMatching(/^\/tiny\/en\//),
        snippet: expect.any(String),
        score: expect.any(Number),
        locale: 'en',
        titleMarks: expect.any(Array),
      });
    expect((await app.request('/api/v1/brands/tiny/search')).status).toBe(200);
  });

  test('says which code a code is', async () => {
    const { results } = (await (await app.request('/api/v1/brands/tiny/search?q=ty12')).json()) as {
      results: { code: string }[];
    };
    expect(results[0]?.code).toBe('TY-1-2');
  });

  test('answers a question with a quotation and its source, or refuses', async () => {
    const ask = async (question: string) =>
      (await (await app.request(`/api/v1/brands/tiny/answers?${new URLSearchParams({ question })}`)).json()) as {
        kind: string;
        quotes: { url: string; passage: string; quote: string }[];
      };
    const answer = await ask('When do I get my money back?');
    expect(answer.kind).toBe('answer');
    expect(answer.quotes[0]).toMatchObject({ url: expect.stringContaining('/tiny/en/articles/refund-rules') });
    expect(answer.quotes.every(({ passage, quote }) => quote !== '' && passage.includes(quote))).toBe(true);
    expect((await ask('Who won the world cup in 1954?')).kind).toBe('refusal');
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=51', 'limit'],
    ['limit=x', 'limit'],
    ['locale=xx', 'locale'],
    ['typing=maybe', 'typing'],
  ])('refuses ?%s and names the field', async (query, path) => {
    const answer = await app.request(`/api/v1/brands/tiny/search?q=a&${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { kind: 'invalid', fields: [{ path }], reference: expect.any(String) },
    });
  });

  test('refuses a question that is none, and a language the brand does not have', async () => {
    expect((await app.request('/api/v1/brands/tiny/answers')).status).toBe(400);
    expect((await app.request('/api/v1/brands/tiny/search?q=a&locale=fr')).status).toBe(404);
  });

  test('describes itself', async () => {
    const described = (await (await app.request('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual([
      '/brands/{brand}/search',
      '/brands/{brand}/answers',
      '/policy/decisions',
      '/brands/{brand}/policy',
    ]);
  });
});

describe('for search engines', () => {
  test('robots.txt keeps them from the desk and the API and names the sitemap', async () => {
    const text = await (await app.request('/robots.txt')).text();
    expect(text.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /desk',
      'Disallow: /api/',
      'Sitemap: http://localhost:3000/sitemap.xml',
      '',
    ]);
  });

  test('the sitemap names every public page in its languages, each of which is there', async () => {
    const xml = await (await app.request('/sitemap.xml')).text();
    const locations = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
    expect(locations).toContain('http://localhost:3000/tiny/de/guides/cancel-plan');
    expect(new Set(locations).size).toBe(locations.length);
    for (const location of locations) expect((await app.request(location)).status).toBe(200);
  });

  test('the sitemap leaves out a language a page is not written in, though readers of it are shown another', async () => {
    const article = await findArticle(app.context(), 'tiny', 'articles', 'refund-rules');
    if (!article) throw new Error('the tiny pack has it');
    const [german] = await listPublications(app.context(), article.id, 'de');
    await unpublish(app.context(), { article, locale: 'de' });
    await app.services.directory.refresh();
    const xml = await (await app.request('/sitemap.xml')).text();
    expect(xml).toContain('/tiny/en/articles/refund-rules');
    expect(xml).not.toContain('/tiny/de/articles/refund-rules');
    const page = await (await app.request('/tiny/de/articles/refund-rules')).text();
    expect(page).toContain('lang="en"');
    if (german) await publish(app.context(), { article, revision: german.revision });
    await app.services.directory.refresh();
  });

  test('pages name themselves and their translations, searches stay out', async () => {
    const html = await (await app.request('/tiny/de/guides/cancel-plan')).text();
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/tiny/de/guides/cancel-plan"');
    expect(html).toMatch(/hreflang="en" href="http:\/\/localhost:3000\/tiny\/en\/guides\/cancel-plan"/);
    expect(html).toMatch(/hreflang="x-default"/);
    expect(await (await app.request('/tiny/en/search?q=film')).text()).toMatch(/name="robots" content="noindex/);
  });
});

describe('one page has one address', () => {
  test.each([
    ['/tiny', 301, '/tiny/'],
    ['/tiny/de', 301, '/tiny/de/'],
    ['/tiny/en/articles/cancel-plan', 301, '/tiny/en/guides/cancel-plan'],
    ['/tiny/en/guides/stop-buffering', 301, '/tiny/en/articles/stop-buffering'],
  ])('%s leads (%i) to %s', async (path, status, location) => {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
  });

  test('the brand’s door opens in the reader’s language', async () => {
    const to = async (language: string) =>
      (await app.request('/tiny/', { headers: { 'accept-language': language } })).headers.get('location');
    expect([await to('de-AT,de;q=0.9'), await to('fr'), await to('*')]).toEqual([
      '/tiny/de/',
      '/tiny/en/',
      '/tiny/en/',
    ]);
  });
});

describe('on a brand’s own domain', () => {
  const host = { host: 'help.tiny.example' };
  beforeAll(async () => {
    await putDomain(app.context(), 'tiny', 'help.tiny.example');
    await raiseContentVersion(app.context(), 'tiny', null);
    await app.services.directory.refresh();
  });
  afterAll(async () => {
    await putDomain(app.context(), 'tiny', null);
    await raiseContentVersion(app.context(), 'tiny', null);
    await app.services.directory.refresh();
  });
  const ask = (path: string) => app.request(`http://help.tiny.example${path}`, { headers: host });

  test('addresses start at the language', async () => {
    const html = await (await ask('/de/guides/cancel-plan')).text();
    expect(html).toContain('Tarif kündigen');
    expect(html).not.toMatch(/href="\/tiny\//);
    expect((await ask('/')).headers.get('location')).toBe('/en/');
    expect((await ask('/pictures/plan-menu.svg')).status).toBe(200);
    expect((await ask('/de/articles/none')).status).toBe(404);
  });

  test('a form is taken from this domain and from no other', async () => {
    const send = (origin: string) =>
      app.request('http://help.tiny.example/de/guides/cancel-plan/feedback', {
        method: 'POST',
        body: new URLSearchParams({ helpful: 'yes' }),
        headers: { ...host, origin },
      });
    expect((await send('https://help.tiny.example')).status).toBe(303);
    expect((await send('http://localhost:3000')).status).toBe(403);
  });
});

describe('a node listening', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const { fetch } = createApplication(app.services, database.pool);
    server = await startServer(fetch, app.services.pages, { host: '127.0.0.1', port: 0 }, testLog());
  });
  afterAll(() => server.stop());

  interface Got {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly body: Buffer;
  }
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });

  test('serves a page again with the same bytes and the same protection as the first time', async () => {
    const path = '/tiny/de/errors/ty-1-2';
    const first = await get(path);
    const again = await get(path);
    expect(first.headers.etag).toBeUndefined();
    expect(again.headers.etag).toBeDefined();
    expect(again.body.equals(first.body)).toBe(true);
    const {
      date: _date,
      etag: _etag,
      'cache-control': _cache,
      vary: _vary,
      connection: _connection,
      'keep-alive': _alive,
      ...kept
    } = again.headers;
    expect(first.headers).toMatchObject(kept);
    expect((await get(path, { 'if-none-match': again.headers.etag ?? '' })).status).toBe(304);
  });

  test('shows what was published on the next look, also where the page was kept', async () => {
    const path = '/tiny/en/guides/cancel-plan';
    await get(path);
    await get(path);
    const ctx = app.context();
    const article = await findArticle(ctx, 'tiny', 'articles', 'cancel-plan');
    if (!article) throw new Error('the tiny pack has it');
    const [current] = await listPublications(ctx, article.id, 'en');
    if (!current) throw new Error('the tiny pack publishes it');
    const saved = await saveRevision(ctx, {
      article,
      locale: 'en',
      text: { ...current.revision, title: 'Leave with zwiebelkuchen' },
    });
    if (!('revision' in saved)) throw new Error('nobody else saves here');
    await publish(ctx, { article, revision: saved.revision });
    await app.services.directory.refresh();
    expect((await get(path)).body.toString()).toContain('Leave with zwiebelkuchen');
    expect((await get('/tiny/en/search?q=zwiebelkuchen')).body.toString()).toContain('guides/cancel-plan');
    expect((await get('/api/v1/brands/tiny/search?q=zwiebelkuchen')).body.toString()).toContain('guides/cancel-plan');
  });

  test('does not keep what differs from reader to reader', async () => {
    for (const path of [
      '/tiny/en/search?q=film',
      '/tiny/en/guides/cancel-plan?helpful=yes',
      '/tiny/en/none',
      '/tiny/',
      '/desk/sign-in',
    ]) {
      await get(path);
      expect((await get(path)).headers.etag).toBeUndefined();
    }
  });

  test('does not show one reader what another asked for', async () => {
    for (const path of ['/tiny/en/search', '/tiny/en/contact', '/tiny/en/ask']) {
      expect((await get(`${path}?q=zzfilmzz&question=zzfilmzz`)).body.toString()).toContain('zzfilmzz');
      expect((await get(path)).body.toString()).not.toContain('zzfilmzz');
    }
  });

  test.each([
    ['a header of 40 kB', '/tiny/en/', { 'x-a': 'x'.repeat(40_000) }, 431],
    ['an address of 20 kB', `/tiny/en/${'a'.repeat(20_000)}`, {}, 404],
  ])('refuses %s and lives on', async (_what, path, headers, status) => {
    expect((await get(path, headers)).status).toBe(status);
    expect((await get('/healthz')).status).toBe(200);
  });

  test('answers HEAD like GET, without the page', async () => {
    const head = await get('/tiny/en/devices/sample-tv', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  test('says it is ready while the database answers', async () => {
    expect(JSON.parse((await get('/readyz')).body.toString())).toEqual({ status: 'ready' });
    expect((await get('/metrics')).body.toString()).toContain('recourse_process_cpu_seconds_total');
  });
});
