import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { useDatabase } from '#test/support/database.ts';
import { removeExpired } from './expire.ts';
import { askPasskeySignIn } from './passkey.ts';
import { startSession } from './session.ts';
import { sendSignInLink } from './sign-in.ts';
import { type Accounts, useAccounts, whence } from './testing/accounts.ts';

const database = useDatabase();
const { started, clock, join, idOf } = useAccounts(database);
let ctx: Accounts['ctx'];
let site: Accounts['site'];
beforeAll(() => {
  ({ ctx, site } = started());
});

const count = async (table: string): Promise<number> =>
  Number((await database.pool.query(`select count(*) as n from ${table}`)).rows[0].n);
/** Business and wall time together, the given days after the tests' own. */
const after = (hours: number) => {
  const at = clock().wall().add({ hours });
  return { context: { ...ctx, now: at }, clock: fixedClock(at.toString()) };
};
const clean = (hours: number) => removeExpired(after(hours).context, after(hours).clock);

test('links and questions go when their time is over, sessions and mails thirty days later, activity after a year', async () => {
  await join('old@example.com');
  await sendSignInLink(ctx, clock(), site, 'old@example.com');
  await askPasskeySignIn(ctx, clock(), site);
  await startSession(ctx, clock(), { customerId: await idOf('old@example.com'), method: 'link', ...whence });
  const kept = async () => ({
    passkeys: await count('customer_passkey_challenge'),
    links: await count("customer_link where kind = 'signIn'"),
    mails: await count('outgoing_message'),
    sessions: await count('customer_session'),
    activity: (await count('customer_activity')) > 0,
  });
  await clean(0);
  expect(await kept()).toEqual({ passkeys: 1, links: 1, mails: 1, sessions: 2, activity: true });
  // Five minutes for a passkey's question, fifteen for a sign-in link.
  await clean(1);
  expect(await kept()).toEqual({ passkeys: 0, links: 0, mails: 1, sessions: 2, activity: true });
  await clean(31 * 24);
  // The sessions expired on day 30 and are kept until day 60.
  expect(await kept()).toEqual({ passkeys: 0, links: 0, mails: 0, sessions: 2, activity: true });
  await clean(61 * 24);
  expect(await kept()).toMatchObject({ sessions: 0, activity: true });
  await clean(366 * 24);
  expect(await kept()).toMatchObject({ activity: false });
  expect(await count('customer')).toBe(1);
});
