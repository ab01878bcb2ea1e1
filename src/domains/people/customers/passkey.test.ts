import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '#lib/bytes.ts';
import { useDatabase } from '#test/support/database.ts';
import { askPasskeySignIn, hasPasskeys } from './passkey.ts';
import { takePasskeyChallenge } from './queries/passkeys.ts';
import { type Accounts, useAccounts } from './testing/accounts.ts';

const database = useDatabase();
const { started, clock } = useAccounts(database);
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ ctx, site } = started());
});

const ask = async () => {
  const { challenge } = await askPasskeySignIn(ctx, clock(), site);
  return { challengeHash: sha256(challenge), brandId: 'tiny', customerId: null };
};

test('passkey replay: a question is good once, also when two answers come at the same moment', async () => {
  const row = await ask();
  const both = await Promise.all([1, 2].map(() => takePasskeyChallenge(ctx, row, clock().wall())));
  expect([...both].sort()).toEqual([false, true]);
});

test('a question is good for five minutes, and at its brand only', async () => {
  const row = await ask();
  const late = clock().wall().add({ minutes: 5 });
  expect(await takePasskeyChallenge(ctx, { ...row, brandId: 'other' }, clock().wall())).toBe(false);
  expect(await takePasskeyChallenge(ctx, row, late)).toBe(false);
  expect(await takePasskeyChallenge(ctx, row, late.subtract({ seconds: 1 }))).toBe(true);
});

test('passkeys belong to a name: none are offered at a bare network address', () => {
  const at = (origin: string) => hasPasskeys({ origin });
  expect(
    ['https://help.example', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'].map(at),
  ).toEqual([true, true, false, false]);
});
