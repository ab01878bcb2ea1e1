import * as argon2 from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { TEST_NOW, testContext, useDatabase } from '#test/support/database.ts';
import { hashPassword } from './password.ts';
import { listActivity, putStaff } from './queries.ts';
import { findSignedIn, SESSION_HOURS, signIn, signOut } from './sign-in.ts';

/** The real one, counted. */
vi.mock('@node-rs/argon2', { spy: true });

const PASSWORD = 'a long walk home';

describe('signing in', () => {
  const database = useDatabase();
  let clock: ReturnType<typeof fixedClock>;
  const ctx = () => testContext(database);
  beforeEach(async () => {
    await database.empty();
    clock = fixedClock(TEST_NOW);
    await putStaff(ctx(), {
      email: 'Ada@work.example',
      name: 'Ada',
      locale: 'de',
      passwordHash: await hashPassword(PASSWORD),
      grants: [{ role: 'editor', brandId: 'tiny' }],
    });
  });
  const attempt = (email: string, password: string) => signIn(ctx(), clock, { email, password });
  async function token(): Promise<string> {
    const result = await attempt('ada@work.example', PASSWORD);
    if (!('token' in result)) throw new Error('the password is right');
    return result.token;
  }

  test('with the right password gives a session of this person, whatever the case of the address', async () => {
    const result = await attempt(' ADA@WORK.example ', PASSWORD);
    const staff = { name: 'Ada', locale: 'de', grants: [{ role: 'editor', brandId: 'tiny' }] };
    expect(result).toMatchObject({ staff });
    expect(await findSignedIn(ctx(), clock, 'token' in result ? result.token : '')).toMatchObject(staff);
  });

  test.each([
    ['a wrong password', 'ada@work.example', `${PASSWORD}!`],
    ['a password in another case', 'ada@work.example', PASSWORD.toUpperCase()],
    ['no password', 'ada@work.example', ''],
    ['an address nobody has', 'eve@work.example', PASSWORD],
    ['SQL for an address', `' or 1=1 --`, PASSWORD],
    ['a password of a megabyte', 'ada@work.example', 'x'.repeat(1_000_000)],
  ])('with %s is refused, and nothing says why', async (_what, email, password) => {
    expect(await attempt(email, password)).toEqual({ refused: true });
  });

  test('does the same work for an address nobody has as for a wrong password', async () => {
    await attempt('nobody@work.example', 'x'); // The decoy is made once.
    const hashesCompared = async (email: string): Promise<unknown> => {
      vi.mocked(argon2.verify).mockClear();
      await attempt(email, 'not this one');
      return vi.mocked(argon2.verify).mock.calls.map(([hash, password]) => [String(hash).slice(0, 30), password]);
    };
    expect(await hashesCompared('eve@work.example')).toEqual(await hashesCompared('ada@work.example'));
    expect(await hashesCompared('eve@work.example')).toEqual([['$argon2id$v=19$m=19456,t=2,p=1', 'not this one']]);
  });

  test('is written in the audit log with who and when, never the password', async () => {
    await token();
    const log = await listActivity(ctx(), { brandId: 'tiny', withShared: true, limit: 10 });
    expect(log).toMatchObject([
      { action: 'sign-in', subject: 'Ada@work.example', actor: expect.stringMatching(/^staff:/) },
    ]);
    expect(JSON.stringify(log)).not.toContain(PASSWORD);
  });

  test('ends by itself after twelve hours of wall time', async () => {
    const session = await token();
    const end = clock.wall().add({ hours: SESSION_HOURS });
    clock.set(end.subtract({ seconds: 1 }).toString());
    expect(await findSignedIn(ctx(), clock, session)).not.toBeNull();
    clock.set(end.toString());
    expect(await findSignedIn(ctx(), clock, session)).toBeNull();
  });

  test('ends when one signs out, that session and no other', async () => {
    const [one, other] = [await token(), await token()];
    await signOut(ctx(), clock, one);
    expect(await findSignedIn(ctx(), clock, one)).toBeNull();
    expect(await findSignedIn(ctx(), clock, other)).not.toBeNull();
  });

  test('ends when the account is closed, and does not begin again', async () => {
    const session = await token();
    await database.db
      .updateTable('staff')
      .set({ closed_at: new Date(0), closed_by: 'test' })
      .execute();
    expect(await findSignedIn(ctx(), clock, session)).toBeNull();
    expect(await attempt('ada@work.example', PASSWORD)).toEqual({ refused: true });
  });

  test.each([undefined, '', 'x', 'A'.repeat(5000)])('a cookie nobody gave out (%s) is nobody', async (cookie) => {
    expect(await findSignedIn(ctx(), clock, cookie)).toBeNull();
  });

  test('keeps neither passwords nor session tokens in the database', async () => {
    const session = await token();
    const { rows } = await database.pool.query(
      'select string_agg(s::text || p::text, $1) as everything from staff_session s, staff_password p',
      [' '],
    );
    expect(rows[0].everything).not.toContain(session);
    expect(rows[0].everything).not.toContain(PASSWORD);
    expect(rows[0].everything).toContain('$argon2id$');
  });
});
