import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testContext, useDatabase } from '#test/support/database.ts';
import { startLocalSmtp } from '#test/support/local-smtp.ts';
import { type CarrierConfig, carrierFor } from './carriers.ts';
import { type Carrier, NotSent, queueMessage, sendMessage } from './outbox.ts';
import { findMessage, listMessages, type NewMessage, removeMessagesBefore } from './queries.ts';

const database = useDatabase();
const ctx = () => testContext(database);
beforeEach(() => database.empty());

const MAIL: NewMessage = {
  medium: 'mail',
  brandId: null,
  about: 'customer:1',
  kind: 'signInLink',
  locale: 'de',
  recipient: 'maya@example.com',
  subject: 'Ihr Anmeldelink',
  text: 'https://help.example/key',
  html: '<p>key</p>',
};
const NOWHERE: CarrierConfig = {
  smtpUrl: undefined,
  mailFrom: 'help@tiny.example',
  smsUrl: undefined,
  smsKey: undefined,
  publicUrl: 'https://help.example',
};
const taken: Carrier = async () => ({ sent: 'relay' });
const queue = (message: Partial<NewMessage> = {}) => queueMessage(ctx(), { ...MAIL, ...message });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function smtp(): Promise<{ url: string; messages: readonly string[] }> {
  const server = await startLocalSmtp();
  closing.push(() => server.stop());
  return { url: `smtp://127.0.0.1:${server.port}`, messages: server.messages };
}

describe('a mail', () => {
  test('goes out once however often its job runs, and its links are no longer kept', async () => {
    const id = await queue();
    const { url, messages } = await smtp();
    for (let i = 0; i < 3; i++) await sendMessage(ctx(), id, carrierFor({ ...NOWHERE, smtpUrl: url }, false));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`Message-ID: <${id}@help.example>`);
    expect(messages[0]).toContain('Auto-Submitted: auto-generated');
    expect(await findMessage(ctx(), id)).toMatchObject({ deliveredTo: 'relay', text: null, html: null, tries: 1 });
  });

  test('exists exactly when what caused it is committed', async () => {
    await expect(
      database.db.transaction().execute(async (db) => {
        await queueMessage({ ...ctx(), db }, MAIL);
        throw new Error('something else failed');
      }),
    ).rejects.toThrow('something else');
    expect(await listMessages(ctx(), { onlyFailing: false, limit: 5 })).toEqual([]);
    await queue();
    const { rows } = await database.pool.query('select count(*)::int as n from graphile_worker.jobs');
    expect(rows[0].n).toBe(1);
  });

  test('that fails is tried again, shows why, and goes out when the server is back', async () => {
    const id = await queue();
    const away = carrierFor({ ...NOWHERE, smtpUrl: 'smtp://127.0.0.1:1' }, false);
    await expect(sendMessage(ctx(), id, away)).rejects.toThrow(NotSent);
    const [failing] = await listMessages(ctx(), { onlyFailing: true, limit: 5 });
    expect(failing).toMatchObject({ id, tries: 1, text: MAIL.text });
    expect(failing?.lastError).toContain('ECONNREFUSED');
    const { url, messages } = await smtp();
    await sendMessage(ctx(), id, carrierFor({ ...NOWHERE, smtpUrl: url }, false));
    expect(messages).toHaveLength(1);
    expect(await listMessages(ctx(), { onlyFailing: true, limit: 5 })).toEqual([]);
  });

  test('is given up after eight tries, or at once when the server says never; then nothing of it is kept but why', async () => {
    const id = await queue();
    const later: Carrier = async () => ({ sent: false, reason: 'busy', final: false });
    for (let i = 0; i < 7; i++) await expect(sendMessage(ctx(), id, later)).rejects.toThrow('busy');
    await sendMessage(ctx(), id, later);
    expect(await findMessage(ctx(), id)).toMatchObject({ tries: 8, lastError: 'busy', text: null, deliveredAt: null });
    const never = await queue();
    await sendMessage(ctx(), never, async () => ({ sent: false, reason: 'no such user', final: true }));
    expect((await findMessage(ctx(), never))?.givenUpAt).not.toBeNull();
    await sendMessage(ctx(), never, taken);
    expect((await findMessage(ctx(), never))?.deliveredAt).toBeNull();
  });

  test('sent by two nodes at once leaves once', async () => {
    const id = await queue();
    let carried = 0;
    const slow: Carrier = async () => {
      carried++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { sent: 'relay' };
    };
    await Promise.all([sendMessage(ctx(), id, slow), sendMessage(ctx(), id, slow)]);
    expect(carried).toBe(1);
  });

  test('with line breaks in address or subject adds no header of its own', async () => {
    const id = await queue({
      subject: 'Hello\r\nBcc: all@example.com',
      recipient: 'maya@example.com\r\nBcc: x@example.com',
    });
    const { url, messages } = await smtp();
    await sendMessage(ctx(), id, carrierFor({ ...NOWHERE, smtpUrl: url }, false)).catch(() => undefined);
    expect(messages.join('\n')).not.toMatch(/^Bcc:/im);
  });

  test('without a server stays in a demo’s mailbox, to be read there, and fails visibly everywhere else', async () => {
    const id = await queue();
    await sendMessage(ctx(), id, carrierFor(NOWHERE, true));
    expect(await findMessage(ctx(), id)).toMatchObject({ deliveredTo: 'mailbox', text: MAIL.text });
    const other = await queue();
    await expect(sendMessage(ctx(), other, carrierFor(NOWHERE, false))).rejects.toThrow('RECOURSE_SMTP_URL is not set');
  });
});

describe('a text message', () => {
  async function gateway(status: number) {
    const asked: { body: string; key: string | undefined }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        asked.push({ body, key: request.headers.authorization });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { asked, config: { ...NOWHERE, smsUrl: `http://127.0.0.1:${port}/send`, smsKey: 'a-secret-key' } };
  }
  const SMS = { medium: 'sms', recipient: '+49301234567', text: 'Code 123456' } as const;

  test('is posted to the gateway with its id and key', async () => {
    const { asked, config } = await gateway(202);
    const id = await queue(SMS);
    await sendMessage(ctx(), id, carrierFor(config, false));
    expect(asked).toEqual([
      { key: 'Bearer a-secret-key', body: JSON.stringify({ id, to: SMS.recipient, text: SMS.text }) },
    ]);
  });

  test.each([
    [503, 'again'],
    [429, 'again'],
    [400, 'given up'],
    [302, 'again'],
  ])('answered with %i is %s', async (status, what) => {
    const { config } = await gateway(status);
    const id = await queue(SMS);
    const sent = sendMessage(ctx(), id, carrierFor(config, false));
    if (what === 'again') await expect(sent).rejects.toThrow(NotSent);
    else await sent;
    expect((await findMessage(ctx(), id))?.givenUpAt !== null).toBe(what === 'given up');
  });
});

test('what is old goes, a bounded number at a time', async () => {
  for (let i = 0; i < 3; i++) await queue();
  await removeMessagesBefore(ctx(), ctx().now.add({ hours: 1 }), 2);
  expect(await listMessages(ctx(), { onlyFailing: false, limit: 5 })).toHaveLength(1);
});
