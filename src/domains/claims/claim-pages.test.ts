import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listDecisions, replaysAlike } from '#domains/policies/index.ts';
import { readTrail } from '#domains/trail/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_NOW, useDatabase } from '#test/support/database.ts';
import { type Claim, subjectOf } from './claim.ts';
import { BASE, claimVisitor, titleOf } from './testing/claim-visitor.ts';

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

const { start, answer, answerAll, textOf, claimAt } = claimVisitor(() => app);

describe('the way to a decision', () => {
  test('asks one thing at a time, then says what it comes to, with clauses, facts, sources and dates', async () => {
    const href = await start();
    expect(titleOf(await textOf(href))).toBe('Where did you buy it?');
    await answerAll(href);
    const page = await textOf(href);
    expect(titleOf(page)).toBe('Send 3 papers, and you should get €89.99 back');
    expect(page).toContain('24 November 2026');
    expect(page).toContain('Date of the charge: 25 September 2026 (you said)');
    expect(page).toContain('Norton refunds, as published');
    expect(page).toContain('read on 22 November 2026');
    expect(page).toContain('second-hand');
    expect(page).toContain('policy#norton-refunds.retail');
  });

  test('keeps the decision, and it can be made again to the last bit', async () => {
    const href = await start();
    await answerAll(href);
    const claim = (await claimAt(href)) as Claim;
    const [decided] = await listDecisions(app.context(), subjectOf(claim));
    expect(decided?.decision.kind).toBe('ask');
    expect(decided && (await replaysAlike(app.context(), decided))).toBe(true);
    const trail = await readTrail(app.context(), subjectOf(claim));
    expect(trail.check.intact).toBe(true);
    expect(trail.entries.map(({ kind }) => kind)).toEqual([
      'started',
      'answered',
      'answered',
      'answered',
      'answered',
      'decided',
    ]);
  });

  test('what a link says already is not asked again, and what it cannot say is ignored', async () => {
    const page = await textOf(`${BASE}?channel=retail&reason=renewalCharge&region=XX&on=2099-01-01&evil=1`);
    expect(page).toContain('In a shop');
    expect(page).not.toContain('XX');
    const href = await start({ channel: 'retail', reason: 'renewalCharge', region: 'XX' });
    expect(titleOf(await textOf(href))).toBe('In which country do you live?');
    expect((await claimAt(href))?.answers.map(({ path }) => path)).toEqual(['channel', 'request.reason']);
  });

  test('a mistake comes back with what was typed, at its field', async () => {
    const href = await start({ channel: 'own', region: 'FR', reason: 'renewalCharge' });
    const refused = await answer(href, 'charges[c1].at', { value: '31.02.2026', amount: 'a lot', currency: 'EUR' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('value="a lot"');
    expect(page).toContain('href="#field-value"');
    expect(page).toContain('href="#field-amount"');
    const future = await answer(href, 'charges[c1].at', { value: '2026-11-23' });
    expect(await future.text()).toContain('still to come');
  });

  test('so many days ago is a day as well', async () => {
    const href = await start({ channel: 'own', region: 'FR', reason: 'renewalCharge' });
    await answer(href, 'charges[c1].at', { ago: '58' });
    expect((await claimAt(href))?.answers).toContainEqual(
      expect.objectContaining({ path: 'charges[c1].at', value: '2026-09-25' }),
    );
  });

  test('“I don’t know” is an answer, is listed as one, and is never asked again', async () => {
    const href = await start({}, '/netflix/en/claim');
    for (const seen = new Set<string>(); ; ) {
      const page = await textOf(href);
      const path = /name="path" value="([^"]+)"/.exec(page)?.[1];
      if (path === undefined || path === 'request.explanation') break;
      expect(seen.has(path), path).toBe(false);
      seen.add(path);
      await answer(href, path, { unknown: 'yes' });
    }
    const page = await textOf(href);
    expect(titleOf(page)).toBe('It depends on something you don’t know yet');
    expect(page).toContain('I don’t know');
  });

  test('an earlier answer can be changed; what no longer matters goes, the rest stays', async () => {
    const href = await start();
    await answerAll(href);
    const again = await textOf(`${href}/questions/1`);
    expect(again).toMatch(/value="retail" checked/);
    await answer(href, 'channel', { value: 'appStore' });
    const page = await textOf(href);
    expect(titleOf(page)).toBe('Norton is the wrong place to ask');
    expect(page).toContain('App Store');
    expect((await claimAt(href))?.answers.map(({ path }) => path)).toEqual(['channel']);
    expect((await app.request(`${href}/questions/7`)).status).toBe(404);
  });

  test('an answer nobody asked for changes nothing', async () => {
    const href = await start();
    const sent = await answer(href, 'account.standing', { value: 'good' });
    expect(sent.status).toBe(303);
    expect((await claimAt(href))?.answers).toEqual([]);
    expect((await answer(href, 'channel', { value: '__proto__' })).status).toBe(422);
  });

  test('a card number in the customer’s own words is not kept', async () => {
    const href = await start();
    await answerAll(href);
    await answer(href, 'request.explanation', { value: 'My card 4242 4242 4242 4242 was charged' });
    expect(JSON.stringify(await claimAt(href))).toContain('•••• 4242');
    expect(JSON.stringify(await claimAt(href))).not.toContain('4242 4242');
  });

  test('the same day ends at another moment in another country', async () => {
    // Charged on 23 September: day 60 is 22 November, which ends at 23:00 UTC in Paris and at 08:00 UTC the next day in California.
    const titleAt = async (region: string, now: string): Promise<string> => {
      app.clock.set('2026-11-22T10:00:00Z');
      const href = await start({ channel: 'own', region, reason: 'notSatisfied', on: '2026-09-23' });
      await answer(href, 'charges[c1].at', { value: '2026-09-23' });
      await answer(href, 'contract.term', { value: 'annual' });
      app.clock.set(now);
      return titleOf(await textOf(href));
    };
    expect(await titleAt('MY', '2026-11-22T15:59:00Z')).toBe('You should get all of it back');
    expect(await titleAt('MY', '2026-11-22T16:00:00Z')).toBe('By Norton’s rules there is no refund');
    expect(await titleAt('US', '2026-11-23T04:59:00Z')).toBe('You should get all of it back');
    expect(await titleAt('US', '2026-11-23T05:00:00Z')).toBe('By Norton’s rules there is no refund');
  });
});

describe('the law beside the company', () => {
  const toFrance = (on: string): Promise<string> => start({ channel: 'own', region: 'FR', reason: 'notSatisfied', on });

  test('a contract of five days ago may be withdrawn from, and the way back keeps every answer', async () => {
    const href = await toFrance('2026-11-17');
    await answer(href, 'contract.term', { value: 'annual' });
    expect(await textOf(href)).toContain('Check my right to withdraw');
    await answer(href, 'request.kind', { value: 'withdraw' });
    const said: Readonly<Record<string, string>> = {
      'contract.distance': 'true',
      'contract.legalCategory': 'service',
      'consent.immediateStart': 'false',
      'contract.concludedAt': '2026-11-17',
    };
    for (let page = await textOf(href); page.includes('name="unknown"'); page = await textOf(href)) {
      const path = /name="path" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const value = said[path];
      await answer(href, path, value === undefined ? { unknown: 'yes' } : { value });
    }
    const page = await textOf(href);
    expect(page).toContain('You may withdraw within 14 days of the contract');
    // 14 days after 17 November.
    expect(page).toContain('The last day to ask: 1 December 2026');
    expect(page).toContain('EU right of withdrawal');
    await answer(href, 'request.kind', { value: 'refund' });
    expect(await textOf(href)).toContain('You asked within 60 days of the charge for a yearly plan.');
  });

  test('nobody is sent looking where there is no such right, or the days are long over', async () => {
    const late = await toFrance('2026-10-01');
    await answer(late, 'contract.term', { value: 'annual' });
    expect(await textOf(late)).not.toContain('Check my right to withdraw');
    const us = await start({ channel: 'own', region: 'US', reason: 'notSatisfied', on: '2026-11-17' });
    await answer(us, 'contract.term', { value: 'annual' });
    expect(await textOf(us)).not.toContain('Check my right to withdraw');
  });
});
