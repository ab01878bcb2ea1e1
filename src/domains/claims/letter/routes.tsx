import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';
import { type ClaimDeps, type ClaimRequest, claimOf, claimUrl, contextOf, readClaimFile } from '../claim-request.ts';
import { paperOf } from '../papers/paper-of.ts';
import { sendPaper, showPaper } from '../papers/send-paper.tsx';
import { MAX_LETTER } from './letter.ts';
import { companyLocale } from './letter-language.ts';
import { letterSheet } from './letter-paper.ts';
import { localesOf, readLetter } from './read-letter.ts';
import { resetLetter, saveLetter } from './save-letter.ts';
import { LetterPage } from './views/letter-page.tsx';

const MAX_FORM_BYTES = 200_000;

/** The letter of a claim, below the claim's own address: `/claim/{secret}`. */
export function letterRoutes(deps: ClaimDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get('/letter', (c) => showLetter(c, deps));
  app.post('/letter', bodyLimit({ maxSize: MAX_FORM_BYTES }), async (c) => {
    await deps.guardForm(c);
    return takeLetter(c, deps);
  });
  app.get('/letter.pdf', async (c) => sendPaper(c, await letterPaper(c, deps), 'letter'));
  app.get('/letter/print', async (c) => showPaper(c, await letterPaper(c, deps), { back: claimUrl(c, 'letter') }));
  return app;
}

/** The language asked for, where the letter is offered in it; else the reader's. */
const chosen = (asked: unknown, locales: readonly Locale[], reader: Locale): Locale =>
  locales.find((locale) => locale === asked) ?? locales[0] ?? reader;

async function openLetter(c: ClaimRequest, deps: ClaimDeps, asked: unknown) {
  const reader = c.var.site.reader.locale;
  const file = await readClaimFile(c, deps, await claimOf(c, deps));
  const locales = localesOf(file, reader);
  const locale = chosen(asked, locales, reader);
  const letter = await readLetter(contextOf(c, deps), file, locale);
  return { file, locales, locale, letter, company: companyLocale(file.brand, file.region) };
}

const doneOf = (word: string | undefined): 'saved' | 'reset' | undefined =>
  word === 'saved' || word === 'reset' ? word : undefined;

async function showLetter(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  const opened = await openLetter(c, deps, c.req.query('lang'));
  const { site } = c.var;
  const props = { ...opened, site, href: claimUrl(c), zone: opened.file.zone, problems: [] };
  return c.html(<LetterPage {...props} done={doneOf(c.req.query('done'))} />);
}

async function takeLetter(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  const form = await c.req.formData();
  const opened = await openLetter(c, deps, form.get('lang'));
  const { claim } = opened.file;
  const ctx = contextOf(c, deps);
  const done = (word: string): Response =>
    c.redirect(`${claimUrl(c, 'letter')}?lang=${opened.locale}&done=${word}`, 303);
  if (form.get('do') === 'reset') {
    await resetLetter(ctx, claim, opened.locale);
    return done('reset');
  }
  const typed = String(form.get('text') ?? '');
  const saved = await saveLetter(ctx, claim, opened.locale, typed);
  if ('saved' in saved) return done('saved');
  const { site } = c.var;
  const { t } = site.reader;
  const message = saved.refused === 'empty' ? t('letter.empty') : t('letter.tooLong', { count: MAX_LETTER });
  const problems = [{ path: 'text', message }];
  const props = { ...opened, site, href: claimUrl(c), zone: opened.file.zone, problems, typed };
  return c.html(<LetterPage {...props} />, 422);
}

async function letterPaper(c: ClaimRequest, deps: ClaimDeps) {
  const { file, letter } = await openLetter(c, deps, c.req.query('lang'));
  return paperOf(file, letter.locale, letter.subject, [letterSheet(letter)]);
}
