import { afterAll, beforeAll } from 'vitest';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { readerFor } from '#ui/reader.ts';
import type { AccountSite } from '../account-site.ts';
import { findCustomer } from '../queries/accounts.ts';
import { findSignedInCustomer } from '../session.ts';
import { confirmSignUp, signUp } from '../sign-up.ts';

export const PASSWORD = 'four words that fit';
export const whence = { device: 'Firefox on Windows', network: '203.0.113.7' };

/** What tests of accounts have in hand once the application stands. */
export interface Accounts {
  readonly app: TestApp;
  readonly ctx: Context;
  readonly site: AccountSite;
}

/** The session's token of whatever signing in or up gave; empty when it gave none. */
export const tokenOf = (result: object | null): string => (result && 'token' in result ? String(result.token) : '');

/** The application with one small brand, and people who sign up there. */
export function useAccounts(database: TestDatabase) {
  let now: Accounts;
  beforeAll(async () => {
    const app = await createTestApp(database, { packs: ['tiny'] });
    const brand = app.services.directory.find('tiny');
    if (!brand) throw new Error('tiny was loaded');
    const site = { brand, reader: readerFor('en'), origin: 'https://tiny.example', accountPath: '/tiny/en/account' };
    now = { app, ctx: app.context({ kind: 'visitor' }), site };
  });
  afterAll(() => now.app.close());
  const clock = () => now.app.services.clock;

  /** The mails an address got, newest last: what they are, and the key in their link. */
  async function mailsTo(email: string): Promise<{ kind: string; key: string; text: string }[]> {
    const { rows } = await database.pool.query(
      'select kind, body_text from outgoing_message where recipient = $1 order by queued_at, tries, id',
      [email],
    );
    return rows.map(({ kind, body_text }) => ({
      kind,
      text: body_text,
      key: /account\/[a-z-]+\/([\w-]{20,})/.exec(body_text)?.[1] ?? '',
    }));
  }
  const keyTo = async (email: string, kind: string): Promise<string> => {
    const found = (await mailsTo(email)).filter((mail) => mail.kind === kind);
    const [only] = found;
    if (!only) throw new Error(`no ${kind} to ${email}`);
    return only.key;
  };
  const clearMails = () => database.pool.query('delete from outgoing_message');

  /** Signs somebody up the whole way; returns the session's token. */
  async function join(email: string): Promise<string> {
    await signUp(now.ctx, clock(), now.site, { email, name: 'Maya' });
    const token = await confirmSignUp(now.ctx, clock(), now.site, {
      token: await keyTo(email, 'confirmSignUp'),
      password: PASSWORD,
      whence,
      zone: 'Europe/Berlin',
    });
    await clearMails();
    return tokenOf(token);
  }

  const whoIs = async (token: string) => (await findSignedInCustomer(now.ctx, clock(), 'tiny', token))?.customer;

  async function idOf(email: string): Promise<string> {
    const customer = await findCustomer(now.ctx, 'tiny', email);
    if (!customer) throw new Error(`${email} has an account`);
    return customer.id;
  }

  return { started: () => now, clock, mailsTo, keyTo, clearMails, join, whoIs, idOf };
}
