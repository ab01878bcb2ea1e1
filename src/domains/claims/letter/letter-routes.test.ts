import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTrail } from '#domains/trail/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { type Answer, type Claim, subjectOf } from '../claim.ts';
import { deleteClaim } from '../keep-claim.ts';
import { startClaim } from '../start-claim.ts';
import { MAX_LETTER } from './letter.ts';
import { findLetter } from './queries.ts';
import { resetLetter, saveLetter } from './save-letter.ts';

const NOW = '2026-11-22T10:00:00Z';
const ANSWERS: readonly Answer[] = Object.entries({
  'contract.region': 'DE',
  channel: 'retail',
  'request.reason': 'renewalCharge',
  'charges[c1].at': '2026-09-25',
  'charges[c1].amount': { minor: 8999, unit: 'EUR' },
}).map(([path, value]) => ({ path, value, at: NOW }));

/** What a browser would show in a form's field. */
const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the letter of a claim', () => {
  const database = useDatabase();
  let app: TestApp;
  let claim: Claim;
  let at: string;
  beforeAll(async () => {
    app = await createTestApp(database, { packs: ['norton'], now: NOW });
    const started = await startClaim(app.context(), { brandId: 'norton', locale: 'fr', answers: ANSWERS });
    claim = started.claim;
    at = `/norton/fr/claim/${started.secret}`;
  });
  afterAll(() => app.close());

  const page = async (path: string): Promise<string> => unescaped(await (await app.request(at + path)).text());
  const post = (fields: Readonly<Record<string, string>>): Promise<Response> =>
    app.request(`${at}/letter`, { method: 'POST', body: new URLSearchParams(fields) });

  test('is offered in the reader’s language and in the company’s, each written out', async () => {
    const french = await page('/letter');
    expect(french).toContain('Madame, Monsieur,');
    expect(french).toContain('Deutsch (langue de l’entreprise)');
    const german = await page('/letter?lang=de');
    expect(german).toContain('<textarea');
    expect(german).toContain('lang="de"');
    expect(german).toContain('am 25. September 2026 haben Sie mir für Norton 89,99\u00a0€ belastet.');
  });

  test('in a language nobody asked us to offer is the reader’s', async () => {
    expect(await page('/letter?lang=ms')).toContain('Madame, Monsieur,');
  });

  test('is kept as it was rewritten, on every page and paper, until it is written anew', async () => {
    const answer = await post({ lang: 'de', do: 'save', text: 'Sehr geehrte Frau Muster,\n\n<b>bitte</b> & danke.' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${at}/letter?lang=de&done=saved`]);
    for (const path of ['/letter?lang=de', '/letter/print?lang=de', '/pack', '/file']) {
      expect(await page(path)).toContain('<b>bitte</b> & danke.');
    }
    const raw = await (await app.request(`${at}/letter/print?lang=de`)).text();
    expect(raw).toContain('&lt;b&gt;bitte');
    expect(await page('/letter')).not.toContain('Frau Muster');
    await post({ lang: 'de', do: 'reset' });
    expect(await page('/letter?lang=de')).not.toContain('Frau Muster');
  });

  test('comes back with everything in it when it cannot be kept', async () => {
    const long = 'a'.repeat(MAX_LETTER + 1);
    const answer = await post({ lang: 'fr', do: 'save', text: long });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(long);
    expect((await post({ lang: 'fr', do: 'save', text: ' \u200b ' })).status).toBe(422);
    expect(await findLetter(app.context(), claim.id, 'fr')).toBeNull();
  });

  test('loses card numbers before it is kept, and the trail never learns what it says', async () => {
    const ctx = app.context();
    await saveLetter(ctx, claim, 'fr', 'Carte 4111 1111 1111 1111, Mme Secrète');
    expect((await findLetter(ctx, claim.id, 'fr'))?.text).not.toContain('4111 1111 1111 1111');
    const { entries } = (await readTrail(ctx, subjectOf(claim))) as { entries: readonly { kind: string }[] };
    expect(entries.map(({ kind }) => kind)).toContain('letterSaved');
    expect(JSON.stringify(entries)).not.toContain('Secrète');
    await resetLetter(ctx, claim, 'fr');
  });

  test.each([
    ['/letter.pdf?lang=de', 'application/pdf', '%PDF-1.7'],
    ['/pack.pdf', 'application/pdf', '%PDF-1.7'],
    ['/file.pdf', 'application/pdf', '%PDF-1.7'],
    ['/contacts.pdf', 'application/pdf', '%PDF-1.7'],
    ['/contacts.csv', 'text/csv; charset=utf-8', '\ufeffDate,Heure'],
    ['/contacts.json', 'application/json; charset=utf-8', '{'],
    ['/deadlines.ics', 'text/calendar; charset=utf-8', 'BEGIN:VCALENDAR'],
  ])('%s comes as a file of its own, kept by no cache', async (path, type, start) => {
    const answer = await app.request(at + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="norton-[a-z.]+"$/);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.startsWith(start)).toBe(true);
    expect(text).not.toContain(at);
  });

  test('the calendar holds the secret link only for who asked for it', async () => {
    const lines = (await (await app.request(`${at}/deadlines.ics?link=yes`)).text()).replaceAll(/\r\n[ \t]/g, '');
    expect(lines).toContain(`http://localhost:3000${at}`);
  });

  test('another secret opens nothing', async () => {
    const other = `/norton/fr/claim/${'x'.repeat(32)}`;
    for (const path of ['/letter', '/letter.pdf', '/pack', '/file.pdf', '/contacts.csv', '/deadlines.ics']) {
      expect((await app.request(other + path)).status).toBe(404);
    }
  });

  test('goes with the claim', async () => {
    const { claim: gone } = await startClaim(app.context(), { brandId: 'norton', locale: 'fr', answers: ANSWERS });
    await saveLetter(app.context(), gone, 'fr', 'Bonjour');
    await deleteClaim(app.context(), gone);
    expect(await findLetter(app.context(), gone.id, 'fr')).toBeNull();
    await expect(saveLetter(app.context(), gone, 'fr', 'Bonjour')).rejects.toThrow();
  });
});
