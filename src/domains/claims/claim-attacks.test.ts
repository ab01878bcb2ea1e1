import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readTrail } from '#domains/trail/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_NOW, useDatabase } from '#test/support/database.ts';
import { type Claim, MAX_STORY, subjectOf } from './claim.ts';
import { deleteClaim, keepClaim } from './keep-claim.ts';
import { claimVisitor } from './testing/claim-visitor.ts';
import { dropContact, MAX_CONTACT_NOTE, MAX_CONTACTS_TEXT, noteContact, tickStep } from './track-claim.ts';

const database = useDatabase();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp(database, { packs: ['norton'], env: { RECOURSE_TRUSTED_PROXIES: '1' } });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(TEST_NOW));

const { post, start, answer, answerAll, textOf, claimAt } = claimVisitor(() => app);

const prepared = async (): Promise<string> => {
  const href = await start();
  await answerAll(href);
  return href;
};
const knownClaim = async (href: string): Promise<Claim> => {
  const claim = await claimAt(href);
  if (!claim) throw new Error('no claim');
  return claim;
};

describe('days nobody can mean', () => {
  test.each(['0100-01-01', '1000-01-01', '1970-01-01', '9999-12-31', '0000-00-00'])(
    'a request said to be sent on %s counts from today, and every page of the claim still opens',
    async (on) => {
      const href = await prepared();
      expect((await post(`${href}/ticks`, { what: 'step:sent', done: 'yes', on })).status).toBe(303);
      for (const page of ['', '/letter', '/pack', '/file', '/deadlines.ics'])
        expect((await app.request(`${href}${page}`)).status, page).toBe(200);
      expect(await textOf(href)).toContain('asked on 22 November 2026');
    },
  );

  test.each(['0100-01-01', '1999-12-31', '9999-12-31'])('a contact on %s is refused', async (day) => {
    const href = await prepared();
    const sent = await post(`${href}/contacts`, { day, time: '10:00', channel: 'Chat', note: 'Hello' });
    expect(sent.status).toBe(422);
  });
});

describe('text cut in the middle of a character', () => {
  test('a story whose last character is cut in two is kept without it', async () => {
    const href = await prepared();
    const value = `${'a'.repeat(MAX_STORY - 1)}😀`;
    expect((await answer(href, 'request.explanation', { value })).status).toBe(303);
    const story = (await knownClaim(href)).answers.find(({ path }) => path === 'request.explanation');
    expect(story?.value).toBe('a'.repeat(MAX_STORY - 1));
  });

  test('so are the words of a contact', async () => {
    const href = await prepared();
    const contact = {
      day: '2026-11-20',
      time: '10:00',
      channel: `${'c'.repeat(59)}😀`,
      person: `${'p'.repeat(119)}😀`,
      note: `${'n'.repeat(MAX_CONTACT_NOTE - 1)}😀`,
    };
    expect((await post(`${href}/contacts`, contact)).status).toBe(303);
    const [kept] = (JSON.parse(await textOf(`${href}/contacts.json`)) as { contacts: { name: string }[] }).contacts;
    expect(kept?.name).toBe('p'.repeat(119));
  });
});

describe('words without end', () => {
  test('a note and a letter of one endless word are set as a PDF in a moment', async () => {
    const href = await prepared();
    // Fonts are read once; that is not what is measured.
    await app.request(`${href}/contacts.pdf`);
    const contact = { day: '2026-11-20', time: '10:00', channel: 'Chat', note: 'n'.repeat(MAX_CONTACT_NOTE) };
    expect((await post(`${href}/contacts`, contact)).status).toBe(303);
    expect((await post(`${href}/letter`, { lang: 'en', text: 'n'.repeat(19_000) })).status).toBe(303);
    const began = performance.now();
    for (const paper of ['contacts.pdf', 'letter.pdf'])
      expect((await app.request(`${href}/${paper}`)).headers.get('content-type')).toBe('application/pdf');
    // It took half a minute while such a word was set in one piece.
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('the notes of a claim together have an end', async () => {
    const claim = await knownClaim(await prepared());
    const note = 'n'.repeat(MAX_CONTACT_NOTE);
    const send = () => noteContact(app.context(), claim, { at: app.context().now, channel: 'Chat', person: '', note });
    for (let i = 0; i < MAX_CONTACTS_TEXT / MAX_CONTACT_NOTE; i++) expect(await send()).toEqual({ noted: true });
    expect(await send()).toEqual({ refused: 'full' });
  });
});

describe('addresses that only look right', () => {
  test.each(['-'.repeat(36), 'a'.repeat(36)])('a contact named %s is not there', async (id) => {
    const href = await prepared();
    expect((await post(`${href}/contacts/${id}/deletion`)).status).toBe(404);
  });
});

describe('forms that arrive while a claim is deleted', () => {
  test.each<readonly [string, (claim: Claim) => Promise<unknown>]>([
    ['a tick', (claim) => tickStep(app.context(), claim, { what: 'step:paid', done: false, at: app.context().now })],
    ['a tick set', (claim) => tickStep(app.context(), claim, { what: 'step:paid', done: true, at: app.context().now })],
    [
      'a contact',
      (claim) =>
        noteContact(app.context(), claim, { at: app.context().now, channel: 'Chat', person: 'Aina', note: 'Hello' }),
    ],
    ['a contact dropped', (claim) => dropContact(app.context(), claim, '00000000-0000-4000-8000-000000000000')],
    ['keeping it', (claim) => keepClaim(app.context(), claim)],
  ])('%s finds no claim and leaves no trail behind', async (_name, send) => {
    const claim = await knownClaim(await prepared());
    await deleteClaim(app.context(), claim);
    await expect(send(claim)).rejects.toMatchObject({ kind: 'notFound' });
    expect((await readTrail(app.context(), subjectOf(claim))).entries).toEqual([]);
  });
});
