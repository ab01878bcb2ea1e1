import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#test/support/database.ts';
import { askEmailChange, confirmEmailChange, undoEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { findCustomer, findCustomerById } from './queries/accounts.ts';
import { askRecovery, recoverWithLink } from './recover.ts';
import { findSignedInCustomer, startSession } from './session.ts';
import { sendSignInLink, signInWithLink } from './sign-in.ts';
import { type Accounts, PASSWORD, useAccounts, whence } from './testing/accounts.ts';

const database = useDatabase();
const { started, clock, mailsTo, keyTo, join, whoIs, idOf } = useAccounts(database);
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ ctx, site } = started());
});

describe('a password', () => {
  test('recovered by mail ends every session, closes every other link and tells the owner', async () => {
    const session = await join('recover@example.com');
    await sendSignInLink(ctx, clock(), site, 'recover@example.com');
    await askRecovery(ctx, clock(), site, { email: 'recover@example.com', whence });
    const token = await keyTo('recover@example.com', 'recoverLink');
    const signIn = await keyTo('recover@example.com', 'signInLink');
    const done = await recoverWithLink(ctx, clock(), site, { token, password: 'quite another one', whence });
    expect(done).toHaveProperty('token');
    expect(await whoIs(session)).toBeUndefined();
    expect(await signInWithLink(ctx, clock(), site, { token: signIn, whence })).toBeNull();
    expect(await recoverWithLink(ctx, clock(), site, { token, password: 'a third password', whence })).toBeNull();
    expect((await mailsTo('recover@example.com')).map(({ kind }) => kind)).toContain('passwordChanged');
  });

  test('changed needs the current one, keeps this session and ends the others', async () => {
    const token = await join('change@example.com');
    const customerId = await idOf('change@example.com');
    const other = await startSession(ctx, clock(), { customerId, method: 'password', ...whence });
    const sessionId = (await findSignedInCustomer(ctx, clock(), 'tiny', token))?.session.id ?? '';
    const change = (current: string) =>
      changePassword(ctx, clock(), site, { customerId, sessionId, current, password: 'quite another one', whence });
    expect(await change('wrong')).toBe(false);
    expect(await change(PASSWORD)).toBe(true);
    expect([(await whoIs(token)) !== undefined, await whoIs(other)]).toEqual([true, undefined]);
  });
});

describe('an address', () => {
  test('changes when the new one is confirmed; the old one is told before and after and can take it back', async () => {
    const token = await join('old@example.com');
    const customer = await findCustomerById(ctx, await idOf('old@example.com'));
    if (!customer) throw new Error('there is one');
    await askEmailChange(ctx, clock(), site, { customer, email: 'fresh@example.com', whence });
    expect((await mailsTo('old@example.com')).map(({ kind }) => kind)).toEqual(['emailChanging']);
    expect(
      await confirmEmailChange(ctx, clock(), site, { token: await keyTo('fresh@example.com', 'confirmEmail'), whence }),
    ).toBe(true);
    expect((await whoIs(token))?.email).toBe('fresh@example.com');
    expect(
      await undoEmailChange(ctx, clock(), site, { token: await keyTo('old@example.com', 'emailChanged'), whence }),
    ).toBe(true);
    expect(await findCustomer(ctx, 'tiny', 'old@example.com')).not.toBeNull();
    expect(await whoIs(token)).toBeUndefined();
  });

  test('of somebody else is not taken, and whoever asks does not learn that it is', async () => {
    await join('mine@example.com');
    await join('theirs@example.com');
    const customer = await findCustomerById(ctx, await idOf('mine@example.com'));
    if (!customer) throw new Error('there is one');
    await askEmailChange(ctx, clock(), site, { customer, email: 'theirs@example.com', whence });
    expect((await mailsTo('theirs@example.com')).map(({ kind }) => kind)).toEqual(['alreadyHere']);
    expect((await findCustomerById(ctx, customer.id))?.email).toBe('mine@example.com');
  });
});

describe('an account that was stolen', () => {
  const customerOf = async (email: string) => {
    const customer = await findCustomerById(ctx, await idOf(email));
    if (!customer) throw new Error(`${email} has an account`);
    return customer;
  };

  test('a change of the address that waits is worth nothing after the owner recovers', async () => {
    await join('owner@example.com');
    const customer = await customerOf('owner@example.com');
    await askEmailChange(ctx, clock(), site, { customer, email: 'thief@example.com', whence });
    const theirs = await keyTo('thief@example.com', 'confirmEmail');
    await askRecovery(ctx, clock(), site, { email: 'owner@example.com', whence });
    const token = await keyTo('owner@example.com', 'recoverLink');
    await recoverWithLink(ctx, clock(), site, { token, password: 'quite another one', whence });
    expect(await confirmEmailChange(ctx, clock(), site, { token: theirs, whence })).toBe(false);
    expect((await customerOf('owner@example.com')).id).toBe(customer.id);
  });

  test('moved on twice comes back to its owner, and the thief’s own link back is worth nothing', async () => {
    await join('first@example.com');
    const moveTo = async (from: string, to: string) => {
      await askEmailChange(ctx, clock(), site, { customer: await customerOf(from), email: to, whence });
      await confirmEmailChange(ctx, clock(), site, { token: await keyTo(to, 'confirmEmail'), whence });
    };
    await moveTo('first@example.com', 'second@example.com');
    await moveTo('second@example.com', 'third@example.com');
    const undo = async (email: string) =>
      undoEmailChange(ctx, clock(), site, { token: await keyTo(email, 'emailChanged'), whence });
    expect(await undo('first@example.com')).toBe(true);
    expect(await undo('second@example.com')).toBe(false);
    expect(await findCustomer(ctx, 'tiny', 'first@example.com')).not.toBeNull();
  });

  test('links that wait in the old mailbox open nothing once the address has changed', async () => {
    await join('left@example.com');
    await sendSignInLink(ctx, clock(), site, 'left@example.com');
    const waiting = await keyTo('left@example.com', 'signInLink');
    const customer = await customerOf('left@example.com');
    await askEmailChange(ctx, clock(), site, { customer, email: 'kept@example.com', whence });
    await confirmEmailChange(ctx, clock(), site, { token: await keyTo('kept@example.com', 'confirmEmail'), whence });
    expect(await signInWithLink(ctx, clock(), site, { token: waiting, whence })).toBeNull();
  });
});
