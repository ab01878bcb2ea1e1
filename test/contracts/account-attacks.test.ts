import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';

const database = useDatabase();
const ACCOUNT = '/tiny/en/account';
const PASSWORD = 'four words that fit';
const MEGABYTE = 1_000_000;
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp(database, { packs: ['tiny'] });
});
beforeEach(() => database.pool.query('delete from outgoing_message'));
// Every test is a stranger of its own; none uses up the tries of the next.
beforeEach(() => database.pool.query('delete from rate_limit'));
afterAll(() => app.close());

interface Asking {
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const post = (path: string, fields: Record<string, string>, { cookie, headers }: Asking = {}): Promise<Response> =>
  app.request(ACCOUNT + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...(cookie === undefined ? {} : { cookie }), ...headers },
  });
const get = (path: string, cookie = ''): Promise<Response> => app.request(ACCOUNT + path, { headers: { cookie } });

async function mails(): Promise<{ kind: string; recipient: string; text: string; html: string }[]> {
  const { rows } = await database.pool.query(
    'select kind, recipient, body_text as text, body_html as html from outgoing_message order by queued_at',
  );
  return rows;
}
/** The path of the link in the newest mail of a kind. */
async function linkOf(kind: string): Promise<string> {
  const mail = (await mails()).findLast((each) => each.kind === kind);
  const [link = ''] = /http\S+/.exec(mail?.text ?? '') ?? [];
  return new URL(link).pathname.slice(ACCOUNT.length);
}
/** The session cookie an answer sets, as a browser sends it back. */
const sessionOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => /^recourse_tiny=./.test(cookie)) ?? '';

async function join(email: string): Promise<string> {
  await post('/sign-up', { email, name: 'Maya' });
  const session = sessionOf(await post(await linkOf('confirmSignUp'), { password: PASSWORD }));
  if (session === '') throw new Error(`${email} could not sign up`);
  await database.pool.query('delete from outgoing_message');
  return session;
}
const isSignedIn = async (cookie: string): Promise<boolean> => (await get('', cookie)).status === 200;
/** A page without the address that was typed, and without what differs from day to day. */
const wordsOf = async (answer: Response, email: string): Promise<string> =>
  (await answer.text()).replaceAll(email, 'ADDRESS');

describe('who has an account is not to be learnt', () => {
  const asks = ['/sign-up', '/sign-in-link', '/recovery'] as const;
  test.each(asks)('enumeration by words and status at %s', async (path) => {
    const known = `known${path.replace('/', '-')}@example.com`;
    await join(known);
    const answers = [];
    for (const email of [known, 'nobody@example.com']) {
      const answer = await post(path, { email });
      answers.push({
        status: answer.status,
        cookies: answer.headers.getSetCookie(),
        words: await wordsOf(answer, email),
      });
    }
    expect(answers[0]?.status).toBe(200);
    expect(answers[0]).toEqual(answers[1]);
  });

  test('enumeration by a wrong password', async () => {
    await join('known2@example.com');
    const answers = [];
    for (const email of ['known2@example.com', 'nobody@example.com']) {
      const answer = await post('/sign-in', { email, password: 'not the password' });
      answers.push([answer.status, await wordsOf(answer, email)]);
    }
    expect(answers[0]?.[0]).toBe(422);
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('forged headers', () => {
  test('Host and X-Forwarded-Host do not reach the links of a mail', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'gopher',
    };
    await post('/sign-up', { email: 'forged@example.com' }, { headers: forged });
    await app.request(`${ACCOUNT}/recovery`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'forged@example.com' }),
      headers: { host: 'evil.example', origin: 'http://evil.example' },
    });
    const sent = await mails();
    expect(sent).toHaveLength(2);
    for (const { text, html } of sent) {
      expect(text + html).not.toContain('evil.example');
      expect(text).toContain(`http://localhost:3000${ACCOUNT}/`);
    }
  });
});

describe('requests from elsewhere', () => {
  test('CSRF: a form of another site changes nothing', async () => {
    const cookie = await join('csrf@example.com');
    const foreign = { cookie, headers: { origin: 'https://evil.example' } };
    const tries = [
      post('/details', { name: 'Evil', locale: 'en', zone: 'UTC', phone: '' }, foreign),
      post('/sign-out', {}, foreign),
      post('/sessions/others/end', {}, foreign),
      post('/household', { name: 'Evil' }, foreign),
      post('/passkeys/removal', { passkey: 'x' }, foreign),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
    expect(await (await get('/details', cookie)).text()).toContain('value="Maya"');
  });

  test('open redirect: signing in leads to the account, whatever else was asked for', async () => {
    await join('redirect@example.com');
    const evil = 'https://evil.example/';
    const answer = await post(`/sign-in?next=${evil}&return=${evil}&url=//evil.example`, {
      email: 'redirect@example.com',
      password: PASSWORD,
      next: evil,
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, ACCOUNT]);
  });

  test('session fixation: a cookie planted before is worth nothing after signing in', async () => {
    await join('fixed@example.com');
    const planted = 'recourse_tiny=planted-by-somebody-else';
    const answer = await post('/sign-in', { email: 'fixed@example.com', password: PASSWORD }, { cookie: planted });
    expect(sessionOf(answer)).toMatch(/^recourse_tiny=.{20,}/);
    expect(sessionOf(answer)).not.toBe(planted);
    expect([await isSignedIn(planted), await isSignedIn(sessionOf(answer))]).toEqual([false, true]);
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/);
  });
});

describe('links', () => {
  test('one used twice at once lets one in', async () => {
    await join('twice@example.com');
    await post('/sign-in-link', { email: 'twice@example.com' });
    const link = await linkOf('signInLink');
    const answers = await Promise.all([post(link, {}), post(link, {}), post(link, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect(answers.filter((answer) => sessionOf(answer) !== '')).toHaveLength(1);
  });

  test('one only looked at, as mail filters do, still works', async () => {
    await join('filter@example.com');
    await post('/sign-in-link', { email: 'filter@example.com' });
    const link = await linkOf('signInLink');
    for (let i = 0; i < 3; i++) expect((await get(link)).status).toBe(200);
    expect((await post(link, {})).status).toBe(303);
    expect((await get(link)).status).toBe(410);
  });

  test('one of one kind does nothing at another', async () => {
    await join('kind@example.com');
    await post('/sign-in-link', { email: 'kind@example.com' });
    const key = (await linkOf('signInLink')).split('/').at(-1);
    for (const path of ['sign-up', 'recovery', 'email', 'email-undo'])
      expect((await post(`/${path}/${key}`, { password: 'quite another one' })).status).toBe(410);
  });
});

describe('what is typed', () => {
  test('a password of a megabyte is refused before it is hashed', async () => {
    const password = 'x'.repeat(MEGABYTE);
    expect((await post('/sign-in', { email: 'big@example.com', password })).status).toBe(413);
    await post('/sign-up', { email: 'big@example.com' });
    expect((await post(await linkOf('confirmSignUp'), { password })).status).toBe(413);
  });

  test('homoglyphs: an address that only looks alike is another account', async () => {
    await join('maya@example.com');
    // A Cyrillic а in the domain, and one in front of the sign.
    for (const email of ['maya@exаmple.com', 'mаya@example.com']) {
      const answer = await post('/sign-in', { email, password: PASSWORD });
      expect([answer.status, sessionOf(answer)]).toEqual([422, '']);
    }
    await post('/sign-in-link', { email: 'mаya@example.com' });
    expect((await mails()).map(({ kind }) => kind)).toEqual(['noAccount']);
  });

  test('a plus address is another account, and its mails go to itself', async () => {
    await join('plus@example.com');
    await post('/recovery', { email: 'plus+evil@example.com' });
    expect((await mails()).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['noAccount', 'plus+evil@example.com'],
    ]);
  });

  test.each(['a@example.com\r\nBcc: b@example.com', 'a@example.com,b@example.com', '<a@example.com>'])(
    'mail header injection: %j goes to nobody else',
    async (email) => {
      await post('/sign-up', { email });
      expect((await mails()).filter(({ recipient }) => /[\r\n,<>]/.test(recipient))).toEqual([]);
    },
  );
});

describe('somebody else’s things', () => {
  test('another customer’s session, profile and passkey ids do nothing', async () => {
    const victim = await join('victim@example.com');
    await post('/household', { name: 'Theirs' }, { cookie: victim });
    const { rows } = await database.pool.query(
      `select s.id as session, p.id as profile from customer c join customer_session s on s.customer_id = c.id
         join household_profile p on p.customer_id = c.id where c.email = 'victim@example.com'`,
    );
    const [{ session, profile }] = rows;
    const cookie = await join('attacker@example.com');
    await post(`/sessions/${session}/end`, {}, { cookie });
    await post(`/household/${profile}`, { name: 'Mine' }, { cookie });
    await post(`/household/${profile}/deletion`, {}, { cookie });
    expect(await isSignedIn(victim)).toBe(true);
    expect(await (await get('/household', victim)).text()).toContain('value="Theirs"');
    expect((await get(`/household/${profile}/deletion`, cookie)).status).toBe(303);
  });

  test('nothing of an account is shown or changed without signing in', async () => {
    for (const page of ['', '/details', '/security', '/activity', '/household', '/notifications']) {
      const answer = await get(page);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ACCOUNT}/sign-in`]);
    }
    const changes = ['/details', '/email', '/password', '/authenticator', '/passkeys/options', '/household'];
    for (const path of changes) expect((await post(path, { email: 'a@example.com' })).status).toBe(303);
    expect(await mails()).toEqual([]);
  });

  test('the download of one’s data has nothing that opens an account, and nothing of anybody else', async () => {
    await join('other@example.com');
    const cookie = await join('own@example.com');
    await post('/household', { name: 'Lin' }, { cookie });
    const answer = await post('/data', {}, { cookie });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tiny-account.json"');
    const text = await answer.text();
    for (const known of ['own@example.com', '"Lin"', 'signedUp']) expect(text).toContain(known);
    expect(text).not.toMatch(/other@example|argon2|hash|secret|publicKey/i);
    expect(text).not.toContain(cookie.split('=')[1]);
  });

  test('no page of an account may be kept by anybody', async () => {
    const cookie = await join('cached@example.com');
    for (const page of ['', '/details', '/security', '/sign-in'])
      expect((await get(page, cookie)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('guessing', () => {
  test('credential stuffing: after ten tries at an account from one network come no more', async () => {
    await join('stuffed@example.com');
    const guess = async (email: string) => (await post('/sign-in', { email, password: 'wrong password' })).status;
    // Every spelling of the address counts as the same account.
    for (let i = 0; i < 10; i++)
      expect(await guess(i % 2 === 0 ? 'stuffed@example.com' : 'Stuffed@ＥＸＡＭＰＬＥ.com')).toBe(422);
    expect(await guess('stuffed@example.com')).toBe(429);
    expect(await guess('somebody-else@example.com')).toBe(422);
  });

  test('a mailbox cannot be filled: the sixth mail in an hour is refused, alike for known and unknown', async () => {
    await join('filled@example.com');
    await database.pool.query('delete from rate_limit');
    for (const email of ['filled@example.com', 'unknown@example.com']) {
      const statuses = [];
      for (let i = 0; i < 7; i++) statuses.push((await post('/recovery', { email })).status);
      expect(statuses.indexOf(429)).toBe(5);
    }
  });
});
