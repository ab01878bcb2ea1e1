import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listDecisions } from '#domains/policies/index.ts';
import { readTrail } from '#domains/trail/index.ts';
import { sha256 } from '#lib/bytes.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_NOW, useDatabase } from '#test/support/database.ts';
import { type Claim, subjectOf } from './claim.ts';
import { expireClaims } from './keep-claim.ts';
import { BASE, claimVisitor, secretOf, titleOf } from './testing/claim-visitor.ts';

const database = useDatabase();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp(database, {
    packs: ['norton', 'netflix', 'northstar'],
    env: { RECOURSE_TRUSTED_PROXIES: '1' },
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(TEST_NOW));

const { post, start, answer, answerAll, textOf, claimAt } = claimVisitor(() => app);

describe('what follows', () => {
  test('a claim that was sent counts from that day, however late the page is read', async () => {
    const href = await start();
    await answerAll(href);
    await post(`${href}/ticks`, { what: 'step:sent', done: 'yes', on: '2026-11-22' });
    app.clock.set('2026-12-10T10:00:00Z');
    const page = await textOf(href);
    expect(page).toContain('asked on 22 November 2026');
    expect(titleOf(page)).toBe('Send 3 papers, and you should get €89.99 back');
  });

  test('papers are ticked and unticked, and the sheet knows', async () => {
    const href = await start();
    await answerAll(href);
    for (const paper of ['refundForm', 'keyLabelImage', 'receiptImage'])
      await post(`${href}/ticks`, { what: `evidence:${paper}`, done: 'yes' });
    expect(titleOf(await textOf(href))).toBe('You have what it takes: you should get €89.99 back');
    await post(`${href}/ticks`, { what: 'evidence:refundForm', done: 'no' });
    expect(titleOf(await textOf(href))).toBe('Send 3 papers, and you should get €89.99 back');
    await post(`${href}/ticks`, { what: 'constructor', done: 'yes' });
    expect(await textOf(href)).not.toContain('constructor');
  });

  test('contacts are noted with day, time and zone, shown in order, and taken out again', async () => {
    const href = await start();
    await answerAll(href);
    const contact = { day: '20.11.2026', time: '14:05', channel: 'Chat', person: 'Aina', note: 'Will call back' };
    expect((await post(`${href}/contacts`, contact)).status).toBe(303);
    await post(`${href}/contacts`, { ...contact, day: '2026-11-19', note: 'First <b>call</b>' });
    const page = await textOf(`${href}/contacts`);
    // 14:05 in Paris.
    expect(page).toContain('20 Nov 2026, 14:05 · Chat · Aina');
    expect(page.indexOf('First &lt;b&gt;call')).toBeLessThan(page.indexOf('Will call back'));
    const refused = await post(`${href}/contacts`, { ...contact, day: '2026-11-23', note: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Write what was said.');
    const id = /contacts\/([0-9a-f-]{36})\/deletion/.exec(page)?.[1];
    await post(`${href}/contacts/${id}/deletion`);
    expect(await textOf(`${href}/contacts`)).not.toContain('First');
  });

  test('letter, pack, calendar and contacts are there to be taken along', async () => {
    const href = await start();
    await answerAll(href);
    for (const [page, type] of [
      ['letter', 'text/html'],
      ['letter.pdf', 'application/pdf'],
      ['pack.pdf', 'application/pdf'],
      ['deadlines.ics', 'text/calendar'],
      ['contacts.csv', 'text/csv'],
    ] as const) {
      const got = await app.request(`${href}/${page}`);
      expect(got.status, page).toBe(200);
      expect(got.headers.get('content-type'), page).toContain(type);
      expect(got.headers.get('cache-control'), page).toBe('no-store');
    }
  });
});

describe('a claim is private', () => {
  test('its secret is stored hashed, and its pages are kept by no cache and no search engine', async () => {
    const href = await start();
    const rows = await database.db.selectFrom('claim').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secretOf(href));
    expect(rows.map(({ secret_hash }) => secret_hash)).toContain(sha256(secretOf(href)));
    const page = await app.request(href);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(await page.text()).toContain('noindex');
  });

  test('another secret, another brand or a slip leads nowhere', async () => {
    const href = await start();
    for (const path of [`${BASE}/${'A'.repeat(32)}`, `${href}x`, href.replace('norton', 'netflix'), `${BASE}/%00`])
      expect((await app.request(path)).status, path).toBe(404);
    expect((await app.request(href)).status).toBe(200);
  });

  test('deleting asks once, and then nothing of it is left anywhere', async () => {
    const href = await start();
    await answerAll(href);
    const claim = (await claimAt(href)) as Claim;
    await post(`${href}/contacts`, { day: '2026-11-20', time: '10:00', channel: 'Chat', person: '', note: 'x' });
    await post(`${href}/ticks`, { what: 'evidence:receiptImage', done: 'yes' });
    await post(`${href}/letter`, { lang: 'en', text: 'My own letter', do: 'save' });
    expect((await app.request(`${href}/deletion`)).status).toBe(200);
    expect(await claimAt(href)).not.toBeNull();
    const done = await post(`${href}/deletion`);
    expect(await textOf(done.headers.get('location') ?? '')).toContain('Everything is gone');
    expect((await app.request(href)).status).toBe(404);
    const subject = subjectOf(claim);
    expect(await listDecisions(app.context(), subject)).toEqual([]);
    expect((await readTrail(app.context(), subject)).entries).toEqual([]);
    for (const table of ['claim_contact', 'claim_tick', 'claim_letter'] as const) {
      const rows = await database.db.selectFrom(table).selectAll().where('claim_id', '=', claim.id).execute();
      expect(rows, table).toEqual([]);
    }
  });

  test('left alone for 30 days it is gone; kept, after twelve months', async () => {
    const [left, kept] = [await start(), await start()];
    await post(`${kept}/keeping`);
    app.clock.set('2026-12-22T09:59:00Z');
    expect((await app.request(left)).status).toBe(200);
    app.clock.set('2026-12-22T10:00:00Z');
    // Over is over, even before anybody tidies up.
    expect((await app.request(left)).status).toBe(404);
    expect(await expireClaims(app.context())).toBeGreaterThan(0);
    expect(await expireClaims(app.context())).toBe(0);
    app.clock.set('2027-11-22T09:59:00Z');
    expect((await app.request(kept)).status).toBe(200);
    app.clock.set('2027-11-22T10:00:00Z');
    expect((await app.request(kept)).status).toBe(404);
  });

  test('answering keeps it for another 30 days', async () => {
    const href = await start();
    app.clock.set('2026-12-20T10:00:00Z');
    await answer(href, 'channel', { value: 'own' });
    app.clock.set('2027-01-18T10:00:00Z');
    expect((await app.request(href)).status).toBe(200);
  });
});

test('an operated brand has no claims: its own refunds are asked for there', async () => {
  const answered = await app.request('/northstar/en/claim');
  expect(answered.status).toBe(302);
  expect(answered.headers.get('location')).toContain('/northstar/en/contact');
});

test('many claims from one address are slowed down', async () => {
  const statuses = [];
  for (let i = 0; i < 25; i++) statuses.push((await post(BASE, {}, '198.51.100.7')).status);
  expect(statuses).toContain(429);
});
