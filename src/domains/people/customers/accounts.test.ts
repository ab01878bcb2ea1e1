import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#test/support/database.ts';
import { findCustomer, listCustomerActivity } from './queries/accounts.ts';
import { endOtherSessions, endSession, findSignedInCustomer, listCustomerSessions, startSession } from './session.ts';
import { sendSignInLink, signInWithLink, signInWithPassword } from './sign-in.ts';
import { confirmSignUp, signUp } from './sign-up.ts';
import { type Accounts, PASSWORD, tokenOf, useAccounts, whence } from './testing/accounts.ts';

const database = useDatabase();
const { started, clock, mailsTo, keyTo, join, whoIs, idOf } = useAccounts(database);
let app: Accounts['app'];
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ app, ctx, site } = started());
});

describe('signing up', () => {
  test('makes an account once the address is confirmed, and signs in', async () => {
    await signUp(ctx, clock(), site, { email: 'new@example.com', name: 'Maya' });
    expect(await findCustomer(ctx, 'tiny', 'new@example.com')).toBeNull();
    const token = await confirmSignUp(ctx, clock(), site, {
      token: await keyTo('new@example.com', 'confirmSignUp'),
      password: null,
      whence,
      zone: 'UTC',
    });
    expect(await whoIs(tokenOf(token))).toMatchObject({ email: 'new@example.com', name: 'Maya', brandId: 'tiny' });
    const activity = await listCustomerActivity(ctx, await idOf('new@example.com'), 10);
    expect(activity.map(({ kind }) => kind)).toEqual(['signedIn', 'signedUp']);
  });

  test('with an address that has an account tells its owner, and nobody else', async () => {
    await join('known@example.com');
    await signUp(ctx, clock(), site, { email: 'Known@Example.com', name: 'Somebody' });
    expect((await mailsTo('known@example.com')).map(({ kind }) => kind)).toEqual(['alreadyHere']);
    const refused = await signInWithPassword(ctx, clock(), site, {
      email: 'known@example.com',
      password: 'another password',
      whence,
    });
    expect(refused).toEqual({ refused: true });
  });

  test('asked for twice and confirmed twice makes one account, and whoever comes second does not set its password', async () => {
    for (let i = 0; i < 2; i++) await signUp(ctx, clock(), site, { email: 'twice@example.com', name: '' });
    const [first = '', second = ''] = (await mailsTo('twice@example.com')).map(({ key }) => key);
    const confirm = (token: string, password: string) =>
      confirmSignUp(ctx, clock(), site, { token, password, whence, zone: 'UTC' });
    expect(await confirm(first, PASSWORD)).not.toBeNull();
    expect(await confirm(second, 'another password')).not.toBeNull();
    const signIn = (password: string) =>
      signInWithPassword(ctx, clock(), site, { email: 'twice@example.com', password, whence });
    expect(await signIn(PASSWORD)).toHaveProperty('token');
    expect(await signIn('another password')).toEqual({ refused: true });
  });

  test('a link used by two at the same moment lets one in', async () => {
    await signUp(ctx, clock(), site, { email: 'race@example.com', name: '' });
    const token = await keyTo('race@example.com', 'confirmSignUp');
    const both = await Promise.all(
      [1, 2].map(() => confirmSignUp(ctx, clock(), site, { token, password: PASSWORD, whence, zone: 'UTC' })),
    );
    expect(both.filter((each) => each !== null)).toHaveLength(1);
  });

  test('a link of one brand is worth nothing at another', async () => {
    await signUp(ctx, clock(), site, { email: 'brand@example.com', name: '' });
    const token = await keyTo('brand@example.com', 'confirmSignUp');
    const other = { ...site, brand: { ...site.brand, id: 'other' } };
    expect(await confirmSignUp(ctx, clock(), other, { token, password: PASSWORD, whence, zone: 'UTC' })).toBeNull();
  });
});

describe('sessions', () => {
  test('are listed, end one by one, and all others at once', async () => {
    const token = await join('sessions@example.com');
    const customerId = await idOf('sessions@example.com');
    for (let i = 0; i < 3; i++) await startSession(ctx, clock(), { customerId, method: 'password', ...whence });
    const mine = (await findSignedInCustomer(ctx, clock(), 'tiny', token))?.session.id ?? '';
    const sessions = await listCustomerSessions(ctx, clock(), customerId);
    expect(sessions).toHaveLength(4);
    const another = sessions.find(({ id }) => id !== mine)?.id ?? '';
    const here = { ...whence, current: mine };
    await endSession(ctx, clock(), { customerId, sessionId: another, whence: here });
    expect(await listCustomerSessions(ctx, clock(), customerId)).toHaveLength(3);
    expect(await endOtherSessions(ctx, clock(), { customerId, whence: here })).toBe(2);
    expect(await whoIs(token)).toBeDefined();
  });

  test('nobody ends somebody else’s session by its id', async () => {
    const token = await join('victim@example.com');
    await join('attacker@example.com');
    const victim = await findSignedInCustomer(ctx, clock(), 'tiny', token);
    const here = { ...whence, current: '00000000-0000-0000-0000-000000000000' };
    await endSession(ctx, clock(), {
      customerId: await idOf('attacker@example.com'),
      sessionId: victim?.session.id ?? '',
      whence: here,
    });
    expect(await whoIs(token)).toBeDefined();
  });

  test('last thirty days from their last use, and count for one brand only', async () => {
    const token = await join('days@example.com');
    app.clock.set('2026-12-20T10:00:00Z');
    expect(await whoIs(token)).toBeDefined();
    app.clock.set('2027-01-18T10:00:00Z');
    expect(await whoIs(token)).toBeDefined();
    expect(await findSignedInCustomer(ctx, clock(), 'other', token)).toBeNull();
    app.clock.set('2027-02-18T10:00:00Z');
    expect(await whoIs(token)).toBeUndefined();
    app.clock.set('2026-11-22T10:00:00Z');
  });
});

describe('signing in', () => {
  test('with the right password, in any spelling of the address', async () => {
    await join('pass@example.com');
    const result = await signInWithPassword(ctx, clock(), site, {
      email: ' PASS@Example.com'.trim(),
      password: PASSWORD,
      whence,
    });
    expect('token' in result && (await whoIs(result.token))?.email).toBe('pass@example.com');
  });

  test('is refused alike for a wrong password and an unknown address, and the owner sees the try', async () => {
    await join('tried@example.com');
    const wrong = (email: string) =>
      signInWithPassword(ctx, clock(), site, { email, password: 'not the password', whence });
    expect(await wrong('tried@example.com')).toEqual({ refused: true });
    expect(await wrong('nobody@example.com')).toEqual({ refused: true });
    const [last] = await listCustomerActivity(ctx, await idOf('tried@example.com'), 1);
    expect(last?.kind).toBe('signInFailed');
  });

  test('by a link works once, within fifteen minutes, and an unknown address is told so by mail only', async () => {
    await join('link@example.com');
    await sendSignInLink(ctx, clock(), site, 'link@example.com');
    const token = await keyTo('link@example.com', 'signInLink');
    app.clock.set('2026-11-22T10:15:01Z');
    expect(await signInWithLink(ctx, clock(), site, { token, whence })).toBeNull();
    app.clock.set('2026-11-22T10:14:59Z');
    expect(await signInWithLink(ctx, clock(), site, { token, whence })).toHaveProperty('token');
    expect(await signInWithLink(ctx, clock(), site, { token, whence })).toBeNull();
    app.clock.set('2026-11-22T10:00:00Z');
    await sendSignInLink(ctx, clock(), site, 'stranger@example.com');
    expect((await mailsTo('stranger@example.com')).map(({ kind }) => kind)).toEqual(['noAccount']);
  });
});
