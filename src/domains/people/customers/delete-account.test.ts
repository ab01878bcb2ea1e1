import { beforeAll, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { useDatabase } from '#test/support/database.ts';
import { askDeletion, deleteDueAccounts } from './delete-account.ts';
import { findCustomer, findCustomerById, listCustomerActivity } from './queries/accounts.ts';
import { signInWithPassword } from './sign-in.ts';
import { type Accounts, PASSWORD, useAccounts, whence } from './testing/accounts.ts';

const database = useDatabase();
const { started, clock, mailsTo, join, whoIs, idOf } = useAccounts(database);
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ ctx, site } = started());
});

/** Asked for on 22 November 2026 at ten: due on 6 December at ten. */
const at = (instant: string) => ({ ...ctx, now: Temporal.Instant.from(instant) });
async function leave(email: string): Promise<string> {
  const session = await join(email);
  const customer = await findCustomerById(ctx, await idOf(email));
  if (!customer) throw new Error(`${email} has an account`);
  await askDeletion(at('2026-11-22T10:00:00Z'), clock(), site, { customer, whence });
  return session;
}

test('an account is deleted fourteen days after it was asked for, with everything about it', async () => {
  const session = await leave('gone@example.com');
  const id = await idOf('gone@example.com');
  expect(await whoIs(session)).toBeUndefined();
  expect((await mailsTo('gone@example.com')).map(({ kind }) => kind)).toEqual(['deletionAsked']);
  await deleteDueAccounts(at('2026-12-06T09:59:59Z'));
  expect(await findCustomer(ctx, 'tiny', 'gone@example.com')).not.toBeNull();
  await deleteDueAccounts(at('2026-12-06T10:00:00Z'));
  expect(await findCustomer(ctx, 'tiny', 'gone@example.com')).toBeNull();
  expect(await mailsTo('gone@example.com')).toEqual([]);
  const { rows } = await database.pool.query(
    `select table_name as name from information_schema.columns where column_name = 'customer_id' and table_schema = 'public'`,
  );
  for (const { name } of rows) {
    const left = await database.pool.query(`select 1 from ${name} where customer_id::text = $1`, [id]);
    expect([name, left.rowCount]).toEqual([name, 0]);
  }
});

test('signing in before the day comes takes it back, and the activity says so', async () => {
  await leave('stays@example.com');
  await signInWithPassword(ctx, clock(), site, { email: 'stays@example.com', password: PASSWORD, whence });
  await deleteDueAccounts(at('2026-12-07T10:00:00Z'));
  const kinds = (await listCustomerActivity(ctx, await idOf('stays@example.com'), 10)).map(({ kind }) => kind);
  expect(kinds).toContain('deletionUndone');
});

test('a wrong password does not keep an account that its owner wants gone', async () => {
  await leave('guessed@example.com');
  await signInWithPassword(ctx, clock(), site, { email: 'guessed@example.com', password: 'wrong password', whence });
  await deleteDueAccounts(at('2026-12-06T10:00:00Z'));
  expect(await findCustomer(ctx, 'tiny', 'guessed@example.com')).toBeNull();
});
