import { Hono } from 'hono';
import type { SiteEnv } from '#domains/brands/index.ts';
import { type ClaimDeps, type ClaimRequest, claimOf, claimUrl, contextOf, readClaimFile } from '../claim-request.ts';
import { localesOf, readLetter } from '../letter/read-letter.ts';
import { calendarFile } from './calendar-file.ts';
import { contactsCsv, contactsJson, contactsPaper } from './contacts-export.ts';
import { evidenceFile } from './evidence-file.ts';
import { packPaper } from './pack.ts';
import { sendFile, sendPaper, showPaper } from './send-paper.tsx';

/** Papers of a claim, below the claim's own address: `/claim/{secret}`. */
export function paperRoutes(deps: ClaimDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const open = async (c: ClaimRequest) => readClaimFile(c, deps, await claimOf(c, deps));
  const localeOf = (c: ClaimRequest) => c.var.site.reader.locale;
  const name = (c: ClaimRequest, word: string): string => `${c.var.site.brand.id}-${word}`;
  const shown = (c: ClaimRequest, pdf: string) => ({ back: claimUrl(c), pdf: claimUrl(c, pdf) });

  app.get('/pack', async (c) => showPaper(c, await packOf(c, deps), shown(c, 'pack.pdf')));
  app.get('/pack.pdf', async (c) => sendPaper(c, await packOf(c, deps), 'papers'));
  app.get('/file', async (c) => showPaper(c, await fileOf(c, deps), shown(c, 'file.pdf')));
  app.get('/file.pdf', async (c) => sendPaper(c, await fileOf(c, deps), 'file'));
  app.get('/contacts/print', async (c) =>
    showPaper(c, contactsPaper(await open(c), localeOf(c)), shown(c, 'contacts.pdf')),
  );
  app.get('/contacts.pdf', async (c) => sendPaper(c, contactsPaper(await open(c), localeOf(c)), 'contacts'));
  app.get('/contacts.csv', async (c) =>
    sendFile(c, contactsCsv(await open(c), localeOf(c)), 'text/csv; charset=utf-8', name(c, 'contacts.csv')),
  );
  app.get('/contacts.json', async (c) =>
    sendFile(c, contactsJson(await open(c)), 'application/json; charset=utf-8', name(c, 'contacts.json')),
  );
  app.get('/deadlines.ics', async (c) => {
    const link = c.req.query('link') === 'yes' ? `${c.var.site.origin}${claimUrl(c)}` : null;
    return sendFile(
      c,
      calendarFile(await open(c), localeOf(c), link),
      'text/calendar; charset=utf-8',
      name(c, 'dates.ics'),
    );
  });
  return app;
}

/** Letters as they stand: what the customer rewrote goes into the pack too. */
async function packOf(c: ClaimRequest, deps: ClaimDeps) {
  const reader = c.var.site.reader.locale;
  const file = await readClaimFile(c, deps, await claimOf(c, deps));
  const ctx = contextOf(c, deps);
  const [first, second] = await Promise.all(localesOf(file, reader).map((locale) => readLetter(ctx, file, locale)));
  if (!first) throw new Error('a letter is offered in one language at least');
  return packPaper(file, reader, second ? { company: second, customer: first } : { company: first, customer: null });
}

async function fileOf(c: ClaimRequest, deps: ClaimDeps) {
  const reader = c.var.site.reader.locale;
  const file = await readClaimFile(c, deps, await claimOf(c, deps));
  const locales = localesOf(file, reader);
  // The company has the letter in its own language: that is the one that counts.
  const letter = await readLetter(contextOf(c, deps), file, locales.at(-1) ?? reader);
  return evidenceFile(file, reader, letter);
}
