import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { PageCache } from './page-cache.ts';

interface Answer {
  status: number;
  headers: Record<string, string | number>;
  body: Buffer | undefined;
}

let hits: string[];
let now: number;
let cache: PageCache;
beforeEach(() => {
  hits = [];
  now = 0;
  cache = new PageCache(
    (tag) => hits.push(tag),
    () => now,
  );
});

/** What a caller gets from the cache, or null when the router must answer. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Answer | null {
  const answer: Answer = { status: 0, headers: {}, body: undefined };
  const response = {
    writeHead: (status: number, sent: Answer['headers']) => Object.assign(answer, { status, headers: sent }),
    end: (body?: Uint8Array) => {
      answer.body = body === undefined ? undefined : Buffer.from(body);
    },
  } as unknown as ServerResponse;
  const request = { method, url, headers: { host: 'help.example', ...headers } } as unknown as IncomingMessage;
  return cache.serve(request, response) ? answer : null;
}

const put = (path: string, html: string, group = 'tiny', tag?: string): void =>
  cache.put(
    PageCache.key('help.example', path),
    {
      group,
      html,
      headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
      ...(tag === undefined ? {} : { tag }),
    },
    cache.generation(group),
  );

describe('a page that was kept', () => {
  test('is answered with its bytes, its headers and a tag to ask with again', () => {
    put('/tiny/en/', '<p>Grüße</p>');
    const answer = ask('/tiny/en/');
    expect(answer?.status).toBe(200);
    expect(answer?.body?.toString()).toBe('<p>Grüße</p>');
    expect(answer?.headers).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': "default-src 'none'",
      'content-length': 14,
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^"[0-9a-f]{27}"$/),
    });
  });

  test('comes in the encoding the caller takes', () => {
    put('/p', 'a'.repeat(2000));
    const packed = ask('/p', { 'accept-encoding': 'gzip, br' });
    expect(packed?.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': packed?.body?.byteLength });
    expect(brotliDecompressSync(packed?.body ?? '').toString()).toBe('a'.repeat(2000));
    expect(ask('/p', { 'accept-encoding': 'br' })?.body).toEqual(packed?.body);
    expect(ask('/p')?.headers).not.toHaveProperty('content-encoding');
  });

  test('is not sent again to who has it', () => {
    put('/p', 'one');
    const etag = String(ask('/p')?.headers.etag);
    expect(ask('/p', { 'if-none-match': etag })).toMatchObject({ status: 304, body: undefined, headers: { etag } });
    put('/p', 'two');
    expect(ask('/p', { 'if-none-match': etag })?.body?.toString()).toBe('two');
  });

  test.each(['W/ETAG', '"other", ETAG', '*'])(
    'is not sent again to who has it behind a proxy that asks with %s',
    (form) => {
      put('/p', 'one');
      const etag = String(ask('/p')?.headers.etag);
      expect(ask('/p', { 'if-none-match': form.replace('ETAG', etag) })?.status).toBe(304);
    },
  );

  test('answers HEAD with the headers alone', () => {
    put('/p', 'one', 'tiny', 'article en');
    expect(ask('/p', {}, 'HEAD')).toMatchObject({ status: 200, body: undefined, headers: { 'content-length': 3 } });
    expect(hits).toEqual([]);
  });

  test('counts every reading, also one answered without the page', () => {
    put('/p', 'one', 'tiny', 'article en');
    const etag = String(ask('/p')?.headers.etag);
    ask('/p', { 'if-none-match': etag });
    expect(hits).toEqual(['article en', 'article en']);
  });
});

describe('the router answers', () => {
  test('when a form is sent', () => {
    put('/p', 'one');
    expect(ask('/p', {}, 'POST')).toBeNull();
  });

  test('another address, another host, and the same address with a query', () => {
    put('/p', 'one');
    expect([ask('/q'), ask('/p', { host: 'other.example' }), ask('/p?x=1')]).toEqual([null, null, null]);
  });

  test('after a minute', () => {
    put('/p', 'one');
    now = 59_999;
    expect(ask('/p')).not.toBeNull();
    now = 60_000;
    expect(ask('/p')).toBeNull();
  });

  test('once the page’s brand has changed, and only that brand', () => {
    put('/a', 'a', 'tiny');
    put('/b', 'b', 'other');
    cache.drop('tiny');
    expect(ask('/a')).toBeNull();
    expect(ask('/b')).not.toBeNull();
  });
});

describe('the cache stays small', () => {
  test('it holds the two thousand pages last put', () => {
    for (let i = 0; i <= 2000; i++) put(`/${i}`, 'x');
    expect([ask('/0'), ask('/1'), ask('/2000')].map((answer) => answer?.status)).toEqual([undefined, 200, 200]);
  });

  test('a page put again counts as new', () => {
    for (let i = 0; i < 2000; i++) put(`/${i}`, 'x');
    put('/0', 'y');
    put('/more', 'x');
    expect(ask('/0')?.body?.toString()).toBe('y');
    expect(ask('/1')).toBeNull();
  });

  test('it keeps no giant', () => {
    put('/p', 'x'.repeat(400_001));
    expect(ask('/p')).toBeNull();
  });
});

test('a page made before its brand changed is not kept afterwards', () => {
  const page = { group: 'tiny', html: 'old', headers: {} };
  const key = PageCache.key('help.example', '/p');
  const before = cache.generation('tiny');
  cache.drop('tiny');
  cache.put(key, page, before);
  expect(ask('/p')).toBeNull();
  cache.put(key, { ...page, html: 'new' }, cache.generation('tiny'));
  expect(ask('/p')?.body?.toString()).toBe('new');
});
