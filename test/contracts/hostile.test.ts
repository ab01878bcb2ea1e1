import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';

const database = useDatabase();
let app: TestApp;
let editor: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  app = await createTestApp(database);
  editor = await app.signIn('editor');
  admin = await app.signIn('admin');
});
afterAll(() => app.close());

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
const countRows = async (table: 'article_feedback' | 'proposal' | 'picture'): Promise<number> =>
  (
    await database.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('whatever is searched for, there is a page that shows it as words', () => {
  test.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'refund '.repeat(1500)],
    ['control characters', 'ref\u0000und\u0007\u001b[31m'],
    ['right-to-left marks', '\u202Egpj.exe\u202C \u2066refund\u2069'],
    ['half a character', 'refund \uD83D'],
    ['SQL', `'; drop table article; -- " or 1=1`],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['an attribute ending early', `" autofocus onfocus="alert(1)`],
    ['an emoji', '🙂🙂🙂'],
    ['only blanks', ' \t\n '],
    ['a pattern that goes back and back', `${'(a+)+'.repeat(300)}$`],
    ['a template', `\${7*7} {{7*7}} <%= 7*7 %>`],
  ])('%s', async (_what, q) => {
    const started = performance.now();
    for (const path of ['/tiny/de/search', '/tiny/de/contact']) {
      const answer = await app.request(`${path}?${new URLSearchParams({ q })}`);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain('<html lang="de"');
      expect(html).not.toMatch(/<script>|<img src=x|onfocus="alert|\p{Bidi_Control}/u);
      expect(html).not.toMatch(/\p{Cc}(?<![\n\t])/u);
    }
    expect((await app.request(`/tiny/de/ask?${new URLSearchParams({ question: q })}`)).status).toBe(200);
    expect((await app.request(`/api/v1/brands/tiny/search?${new URLSearchParams({ q })}`)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    'page=-1',
    'page=abc',
    'page=1e99',
    'page=999999999',
    'page=',
    'verbatim=<b>',
    'q[]=x',
    'q=%',
    'q=%E0%A4%A',
    'q=%00',
  ])('with the odd address ?%s', async (query) => {
    const answer = await app.request(`/tiny/en/search?q=film&${query}`);
    expect(answer.status).toBe(200);
  });
});

describe('an address that leads nowhere is answered 404 in the reader’s language, with a way on', () => {
  test.each([
    ['/tiny/de/articles/gibt-es-nicht', 'de', true],
    ['/tiny/de/errors/xx-9', 'de', true],
    ['/tiny/de/topics/gibt-es-nicht', 'de', true],
    ['/tiny/de/%00', 'de', false],
    ['/tiny/en/articles/%E0%A4%A', 'en', true],
    ['/tiny/en/articles/..%2F..%2Fdesk', 'en', true],
    ["/tiny/en/articles/'; drop table article; --", 'en', true],
    ['/tiny/en/<script>alert(1)</script>', 'en', true],
    ['/tiny/fr/', 'fr', false],
    ['/tiny/xx/articles/cancel-plan', 'en', false],
    ['/nobody/de/', 'de', false],
    ['/nobody', 'en', false],
    ['/tiny/pictures/none.svg', 'en', false],
    ['/tiny/pictures/..%2f..%2fbrand.yaml', 'en', false],
    ['/assets/..%2f..%2fpackage.json', 'en', false],
    ['/.env', 'en', false],
    ['//evil.example/%2e%2e', 'en', false],
    [`/${'a'.repeat(5000)}`, 'en', false],
  ])('%s', async (path, locale, hasSearch) => {
    const answer = await app.request(new URL(`http://localhost:3000${path}`).href);
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toContain('<script>alert');
    if (hasSearch) expect(html).toMatch(/<form[^>]*action="\/tiny\/(?:de|en)\/search"/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('as JSON where JSON was asked for', async () => {
    for (const [path, headers] of [
      ['/api/v1/nothing', {}],
      ['/api/v1/brands/nobody/search?q=a', {}],
      ['/tiny/en/none', { accept: 'application/json' }],
    ] as const) {
      const answer = await app.request(path, { headers });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({
        error: { kind: 'notFound', message: expect.any(String), reference: expect.any(String) },
      });
    }
  });
});

describe('a method a page does not have changes nothing', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s', async (method) => {
    const answer = await app.request('/tiny/en/guides/cancel-plan', {
      method,
      headers: { 'content-type': 'application/json' },
    });
    expect([404, 405]).toContain(answer.status);
  });
});

describe('a form', () => {
  const FORMS = [
    '/tiny/en/guides/cancel-plan/feedback',
    '/tiny/en/suggest',
    '/desk/sign-in',
    '/desk/sign-out',
    '/desk/tiny/new',
  ];

  test.each(FORMS)('sent from another site is refused: %s', async (path) => {
    const before = [await countRows('article_feedback'), await countRows('proposal')];
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3000.evil.example']) {
      const answer = await editor(path, {
        ...form({ helpful: 'no', kind: 'edit', text: 'a long enough text' }),
        headers: { origin },
      });
      expect(answer.status).toBe(403);
    }
    expect([await countRows('article_feedback'), await countRows('proposal')]).toEqual(before);
  });

  test.each([
    ['JSON', '{"helpful":"no"}', 'application/json'],
    ['plain text', 'helpful=no', 'text/plain'],
    ['a broken multipart body', '--x\r\nbroken', 'multipart/form-data; boundary=y'],
    ['nothing', '', 'multipart/form-data'],
  ])('sent as %s is the sender’s mistake, said on a page', async (_what, body, type) => {
    const answer = await app.request('/tiny/de/guides/cancel-plan/feedback', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<html lang="de"');
  });

  test('too large is refused as too large', async () => {
    const answer = await app.request('/tiny/de/guides/cancel-plan/feedback', form({ comment: 'x'.repeat(100_000) }));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('<html lang="de"');
  });

  test('sent too often from one address has to wait, and is told how long', async () => {
    const own = await createTestApp(database, { packs: [] });
    await own.services.directory.refresh();
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 21; i++) {
      last = await own.request('/tiny/en/guides/cancel-plan/feedback', form({ helpful: 'yes' }));
      statuses.push(last.status);
    }
    await own.close();
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
    expect(statuses[20]).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('what a reader writes is shown at the desk as words', () => {
  const SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(2)">';

  test('in feedback', async () => {
    const answer = await app.request(
      '/tiny/en/guides/cancel-plan/feedback',
      form({ helpful: 'no', reason: 'unclear', comment: SCRIPT }),
    );
    expect(answer.status).toBe(303);
    const html = await (await editor('/desk/tiny/feedback')).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script>|<img src=x/);
  });

  test('in a suggestion, whose source runs nothing either', async () => {
    const fields = {
      about: 'articles/cancel-plan',
      kind: 'edit',
      text: `${SCRIPT} is wrong`,
      source: 'javascript:alert(1)',
    };
    expect((await app.request('/tiny/en/suggest', form(fields))).status).toBe(303);
    const html = await (await editor('/desk/tiny/suggestions')).text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script>|<img src=x|href="javascript:/);
  });

  test('in a search without result', async () => {
    await app.request(`/tiny/en/search?${new URLSearchParams({ q: '<b>zxqv</b>"\'' })}`);
    const html = await (await editor('/desk/tiny/searches?all=yes')).text();
    expect(html).toContain('zxqv');
    expect(html).not.toContain('<b>zxqv');
  });

  test('and comes back to who typed it when it was not taken', async () => {
    const answer = await app.request(
      '/tiny/en/suggest',
      form({ kind: 'praise', text: `${SCRIPT} stays`, source: '"><b>' }),
    );
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script>|"><b>/);
  });
});

describe('a picture', () => {
  const send = (name: string, bytes: Uint8Array<ArrayBuffer>, by: SignedIn = editor): Promise<Response> => {
    const body = new FormData();
    body.set('picture', new File([bytes], name));
    return by('/desk/tiny/pictures', { method: 'POST', body });
  };
  const svg = (inside: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

  test('of 50 MB is refused on the page it was sent from, with the reason', async () => {
    const answer = await send('big.png', new Uint8Array(50_000_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/role="alert"[\s\S]*2 MB/);
  });

  test.each([
    ['that is a page', 'page.png', new TextEncoder().encode('<html><script>alert(1)</script>')],
    ['that is another kind than its name says', 'menu.svg', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['with a script', 'menu.svg', svg('<script>alert(1)</script>')],
    ['with a name that leads elsewhere', '../../menu.svg', svg('')],
    ['with HTML for a name', '<b>.svg', svg('')],
    ['of nothing', 'menu.png', new Uint8Array()],
  ])('%s is refused with the reason, and not kept', async (_what, name, bytes) => {
    const before = await countRows('picture');
    const answer = await send(name, bytes);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('<b>.svg');
    expect(await countRows('picture')).toBe(before);
  });

  test('that is one is served so that nothing in it runs', async () => {
    expect((await send('drawn.svg', svg('<path d="M0 0"/>'))).status).toBe(303);
    await app.services.directory.refresh();
    const answer = await app.request('/tiny/pictures/drawn.svg');
    expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('nobody is led away', () => {
  const credentials = { email: 'editor@demo.example', password: 'demo-editor-pass' };

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/desk//evil.example',
    '/desk/../../evil',
    'javascript:alert(1)',
    '/desk\r\nSet-Cookie: a=b',
    '/desk@evil.example',
    '/deskevil',
  ])('after signing in with ?next=%s', async (next) => {
    const answer = await app.request('/desk/sign-in', form({ ...credentials, next }));
    expect(answer.status).toBe(303);
    const target = new URL(answer.headers.get('location') ?? '', 'http://localhost:3000');
    expect(target.origin).toBe('http://localhost:3000');
    expect(target.pathname).toMatch(/^\/desk(?:\/|$)/);
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    const page = await (await app.request(`/desk/sign-in?${new URLSearchParams({ next })}`)).text();
    expect(page).toMatch(/name="next" value="\/desk(?:\/[^"]*)?"/);
  });

  test.each([
    '/tiny/en/suggest?about=articles/cancel-plan%0d%0aSet-Cookie:%20a=b',
    '/desk/language/de?back=https://evil.example',
    '/desk/language/de?back=%0d%0aSet-Cookie:%20a=b',
    '/tiny?x=%0d%0aSet-Cookie:%20a=b',
    '/tiny/en/articles/cancel-plan?x=%0d%0aSet-Cookie:%20a=b',
  ])('and no header is slipped in by %s', async (path) => {
    const answer = await editor(path);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const location = answer.headers.get('location');
    if (location !== null) expect(new URL(location, 'http://localhost:3000').origin).toBe('http://localhost:3000');
  });

  test('a host nobody gave us is not repeated in links', async () => {
    const html = await (await app.request('/tiny/en/', { headers: { host: 'evil.example' } })).text();
    expect(html).not.toContain('evil.example');
  });
});

describe('the desk', () => {
  test.each([
    '/desk',
    '/desk/tiny',
    '/desk/tiny/articles',
    '/desk/tiny/settings',
    '/desk/tiny/articles/cancel-plan/en',
    '/desk/tiny/feedback',
    '/desk/nobody',
    '/desk/components',
  ])('sends who is not signed in to the sign-in page: %s', async (path) => {
    const answer = await app.request(path);
    if (path === '/desk/components') return expect([303, 404]).toContain(answer.status);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/desk/sign-in?next=${encodeURIComponent(path)}`);
    return undefined;
  });

  test.each([
    '/desk/tiny/new',
    '/desk/tiny/articles/cancel-plan/en',
    '/desk/tiny/pictures',
    '/desk/tiny/settings',
    '/desk/tiny/feedback/1/settlement',
  ])('takes nothing from who is not signed in: %s', async (path) => {
    const answer = await app.request(path, form({ title: 'x' }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/desk\/sign-in/);
  });

  test('keeps settings and the audit log from editors, and shows them to administrators', async () => {
    for (const path of ['/desk/tiny/settings', '/desk/tiny/audit']) {
      expect((await editor(path)).status).toBe(403);
      expect((await admin(path)).status).toBe(200);
    }
    expect((await editor('/desk/tiny/settings', form({ profile: 'x', mark: '<svg></svg>' }))).status).toBe(403);
  });

  test.each([
    '/desk/tiny/articles/%00',
    '/desk/tiny/articles/%00/en',
    '/desk/tiny/shelf/cancel-plan',
    '/desk/tiny/articles/cancel-plan/fr',
    '/desk/tiny/articles/cancel-plan/en/history?from=abc&to=9e99',
    '/desk/tiny/articles?page=-5&state=<b>&q=%00',
    '/desk/nobody',
  ])('answers odd addresses with a page, not a failure: %s', async (path) => {
    expect((await admin(path)).status).toBeLessThan(500);
  });

  test.each([
    ['/desk/tiny/feedback/abc/settlement', {}],
    ['/desk/tiny/feedback/99999999999999999999/settlement', {}],
    ['/desk/tiny/suggestions/1.5/decision', { decision: 'accepted' }],
    ['/desk/tiny/suggestions/9007199254740991/decision', { decision: 'accepted' }],
    ['/desk/tiny/articles/cancel-plan/en/restorations', { revision: '9007199254740991' }],
    ['/desk/tiny/articles/cancel-plan/en/restorations', { revision: 'x' }],
    [
      '/desk/tiny/articles/cancel-plan/en',
      {
        title: 'A title',
        summary: 'A summary of this.',
        body: 'x',
        basedOn: '999999999999999',
        upToDate: 'yes',
        sourceRevision: '999999999999999',
      },
    ],
    ['/desk/tiny/new', { shelf: 'nowhere', slug: 'x', topic: 'billing' }],
  ])('answers forms made by hand without failing: %s', async (path, fields) => {
    expect((await admin(path, form(fields as Record<string, string>))).status).toBeLessThan(500);
  });

  test('answers a translation said to follow a text that does not exist without failing', async () => {
    const revisions = await database.db
      .selectFrom('revision')
      .select('id')
      .where('title', '=', 'Tarif kündigen')
      .execute();
    const answer = await admin(
      '/desk/tiny/articles/cancel-plan/de',
      form({
        title: 'Tarif beenden',
        summary: 'Sie kündigen in zwei Schritten.',
        body: '## A {#a}',
        basedOn: String(revisions.at(-1)?.id),
        upToDate: 'yes',
        sourceRevision: '999999999999999',
      }),
    );
    expect(answer.status).toBeLessThan(500);
  });

  test('is never kept by browsers or proxies', async () => {
    expect((await editor('/desk/tiny')).headers.get('cache-control')).toBe('no-store');
    expect((await app.request('/desk/sign-in')).headers.get('cache-control')).toBe('no-store');
  });

  test('lets nobody guess passwords for long', async () => {
    const attempt = () => app.request('/desk/sign-in', form({ email: 'victim@work.example', password: 'guess' }));
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await attempt()).status);
    expect(statuses.slice(0, 10).every((status) => status === 422)).toBe(true);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
