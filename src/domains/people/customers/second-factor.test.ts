import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { secretBox } from '#platform/secret-box.ts';
import { useDatabase } from '#test/support/database.ts';
import { askRecovery, recoverWithLink } from './recover.ts';
import { addAuthenticator, answerChallenge, confirmAuthenticator, dropAuthenticator } from './second-factor.ts';
import { sendSignInLink, signInWithLink, signInWithPassword } from './sign-in.ts';
import { confirmSignUp, signUp } from './sign-up.ts';
import { type Accounts, PASSWORD, useAccounts, whence } from './testing/accounts.ts';

const box = secretBox('a key that only the tests have, and long enough');
const database = useDatabase();
const { started, clock, mailsTo, keyTo, clearMails, join, idOf } = useAccounts(database);
let app: Accounts['app'];
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ app, ctx, site } = started());
});

describe('a second factor', () => {
  const codeOf = (secret: string, at: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: Date.parse(at) });

  async function withAuthenticator(email: string) {
    await join(email);
    return switchOn(email);
  }
  async function switchOn(email: string) {
    const customerId = await idOf(email);
    const { secret } = await addAuthenticator(ctx, box, { customerId, label: email, issuer: 'Tiny' });
    const codes = await confirmAuthenticator(ctx, clock(), box, site, {
      customerId,
      code: codeOf(secret, '2026-11-22T10:00:00Z'),
      whence,
    });
    if (!codes) throw new Error('the code was right');
    return { customerId, secret, codes };
  }
  const challengeOf = async (email: string): Promise<string> => {
    const result = await signInWithPassword(ctx, clock(), site, { email, password: PASSWORD, whence });
    return 'challenge' in result ? result.challenge : '';
  };
  const answer = (challenge: string, code: string) => answerChallenge(ctx, clock(), box, { challenge, code, whence });

  test('is asked for after the password, and its code works once', async () => {
    const { secret } = await withAuthenticator('totp@example.com');
    app.clock.set('2026-11-22T10:05:00Z');
    const code = codeOf(secret, '2026-11-22T10:05:00Z');
    expect(await answer(await challengeOf('totp@example.com'), code)).toHaveProperty('token');
    expect(await answer(await challengeOf('totp@example.com'), code)).toEqual({ refused: true });
    app.clock.set('2026-11-22T10:00:00Z');
  });

  test('forgives a clock that is half a minute off, and no more', async () => {
    const { secret } = await withAuthenticator('skew@example.com');
    app.clock.set('2026-11-22T11:00:00Z');
    const challenge = await challengeOf('skew@example.com');
    expect(await answer(challenge, codeOf(secret, '2026-11-22T10:58:50Z'))).toEqual({ refused: true });
    expect(await answer(challenge, codeOf(secret, '2026-11-22T11:00:31Z'))).toHaveProperty('token');
    app.clock.set('2026-11-22T10:00:00Z');
  });

  test('lost: a recovery code lets in, once, however it is typed', async () => {
    const { codes } = await withAuthenticator('lost@example.com');
    const [code = ''] = codes;
    expect(codes).toHaveLength(10);
    expect(
      await answer(await challengeOf('lost@example.com'), ` ${code.toUpperCase().replace('-', ' ')} `),
    ).toHaveProperty('token');
    expect(await answer(await challengeOf('lost@example.com'), code)).toEqual({ refused: true });
  });

  test('guessed: after six tries the whole sign-in starts anew', async () => {
    const { codes } = await withAuthenticator('guess@example.com');
    const challenge = await challengeOf('guess@example.com');
    for (let i = 0; i < 6; i++) expect(await answer(challenge, '000000')).toEqual({ refused: true });
    expect(await answer(challenge, codes[0] ?? '')).toBeNull();
  });

  test('is not switched off by an open session alone', async () => {
    const { customerId, codes } = await withAuthenticator('off@example.com');
    const drop = (code: string) => dropAuthenticator(ctx, clock(), box, site, { customerId, code, whence });
    expect(await drop('123456')).toBe(false);
    expect(await drop(codes[1] ?? '')).toBe(true);
    expect(await challengeOf('off@example.com')).toBe('');
  });

  test('is asked for after a mailed link and after a recovered password too', async () => {
    await withAuthenticator('both@example.com');
    await clearMails();
    await sendSignInLink(ctx, clock(), site, 'both@example.com');
    const linked = await signInWithLink(ctx, clock(), site, {
      token: await keyTo('both@example.com', 'signInLink'),
      whence,
    });
    expect(linked).toHaveProperty('challenge');
    await askRecovery(ctx, clock(), site, { email: 'both@example.com', whence });
    const token = await keyTo('both@example.com', 'recoverLink');
    expect(await recoverWithLink(ctx, clock(), site, { token, password: 'quite another one', whence })).toHaveProperty(
      'challenge',
    );
  });

  test('is not passed by with a sign-up link that was left over', async () => {
    for (let i = 0; i < 2; i++) await signUp(ctx, clock(), site, { email: 'spare@example.com', name: '' });
    const keys = (await mailsTo('spare@example.com')).map(({ key }) => key);
    const confirm = (token = '') =>
      confirmSignUp(ctx, clock(), site, { token, password: PASSWORD, whence, zone: 'UTC' });
    expect(await confirm(keys[0])).toHaveProperty('token');
    await switchOn('spare@example.com');
    expect(await confirm(keys[1])).toHaveProperty('challenge');
  });

  test('its secret is not readable in the database', async () => {
    const { secret, customerId } = await withAuthenticator('sealed@example.com');
    const { rows } = await database.pool.query('select secret from customer_authenticator where customer_id = $1', [
      customerId,
    ]);
    expect(rows[0].secret).not.toContain(secret);
    expect(box.open(rows[0].secret)).toBe(secret);
    expect(() => secretBox('another key of the same great length').open(rows[0].secret)).toThrow();
  });
});
