import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Context } from '#platform/context.ts';
import { Unavailable } from '#platform/unavailable.ts';
import { askHelp, type HelpAnswer } from './ask-help.ts';
import type { HelpCentre, Listed } from './help-centre.ts';
import { proposeEdit } from './propose-edit.ts';
import { recordSearch } from './record-search.ts';
import { cleanQuery, pageOf, searchHelp } from './search-help.ts';
import { aboutOf, centreOf, contextOf, type KnowledgeDeps, type SiteRequest } from './site-request.ts';
import { AskPage } from './views/ask-page.tsx';
import { SearchLatePage } from './views/search-late-page.tsx';
import { SearchPage } from './views/search-page.tsx';
import { SuggestPage, SuggestThanks } from './views/suggest-page.tsx';
import type { Written } from './views/written-answer.tsx';
import type { AnswerWriting } from './written-answers.ts';

const MAX_FORM_BYTES = 64_000;
/** At which field a suggestion that was not taken says why. */
const REFUSALS = {
  'kind-missing': { path: 'kind', message: 'suggest.kindMissing' },
  'text-too-short': { path: 'text', message: 'suggest.textMissing' },
} as const;

const aboutWord = (listed: Listed | null): string => (listed ? `${listed.article.shelf}/${listed.article.slug}` : '');

/** Searching, asking, and correcting us. */
export function findingRoutes(deps: KnowledgeDeps): Hono<SiteEnv> {
  const { db, centres, guardForm } = deps;
  const app = new Hono<SiteEnv>();
  app.get('/search', (c) => showSearch(c, centreOf(c, centres), deps));
  app.get('/ask', (c) => showAnswer(c, centreOf(c, centres), deps));
  app.get('/suggest', (c) => showSuggest(c, centreOf(c, centres)));
  app.post('/suggest', bodyLimit({ maxSize: MAX_FORM_BYTES }), async (c) => {
    await guardForm(c);
    return takeSuggestion(c, centreOf(c, centres), contextOf(c, db));
  });
  return app;
}

/** The path and query somebody asked for, to ask for again. */
const hereOf = (c: SiteRequest): string => {
  const { search } = new URL(c.req.url);
  return `${c.var.site.urls.inLocale(c.var.site.reader.locale, c.var.site.path)}${search}`;
};

/** What the search says, or that it cannot say anything in time: then the page says so, and when to ask again. */
async function unlessLate<T>(c: SiteRequest, asked: Promise<T>): Promise<T | 'late'> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    c.header('Retry-After', String(error.retryAfterSeconds));
    c.header('Cache-Control', 'no-store');
    return 'late';
  }
}

async function showSearch(
  c: SiteRequest,
  centre: HelpCentre,
  { db, log, countsSearch }: KnowledgeDeps,
): Promise<Response> {
  const { site } = c.var;
  const q = cleanQuery(c.req.query('q'));
  const page = pageOf(c.req.query('page'));
  const isVerbatim = c.req.query('verbatim') === 'yes';
  const asked = { text: q, locale: site.reader.locale, page, isVerbatim };
  const found = q === '' ? null : await unlessLate(c, searchHelp(centre, site.urls, asked));
  if (found === 'late') return c.html(<SearchLatePage site={site} q={q} here={hereOf(c)} />, 503);
  if (found && page === 1 && (await countsSearch(c))) {
    const search = { brandId: site.brand.id, locale: site.reader.locale, q, results: found.total };
    // Counting is for editors; a reader gets the results all the same.
    await recordSearch(contextOf(c, db), search).catch((error: unknown) => {
      log.warn({ err: error }, 'a search was not counted');
    });
  }
  return c.html(<SearchPage site={site} centre={centre} q={q} page={page} found={found} />);
}

async function showAnswer(c: SiteRequest, centre: HelpCentre, { writing }: KnowledgeDeps): Promise<Response> {
  const { site } = c.var;
  const question = cleanQuery(c.req.query('question'));
  const about = aboutOf(centre, c.req.query('about'), site.reader.locale);
  const asked = {
    question,
    locale: site.reader.locale,
    previous: c.req.query('previous'),
    articleId: about?.article.id,
  };
  const answer = question === '' ? null : await unlessLate(c, askHelp(centre, site.urls, asked));
  if (answer === 'late') return c.html(<SearchLatePage site={site} q={question} here={hereOf(c)} />, 503);
  const written = answer?.kind === 'answer' && writing ? await writtenFor(c, question, answer, writing) : undefined;
  return c.html(<AskPage site={site} question={question} about={about} answer={answer} written={written} />);
}

/** The quotations never wait for a written answer: the page offers one, unless it was asked for by that very link. */
async function writtenFor(
  c: SiteRequest,
  question: string,
  answer: HelpAnswer,
  writing: AnswerWriting,
): Promise<Written> {
  const { reader, urls } = c.var.site;
  if (c.req.query('written') === 'yes') return { answer: await writing(c, question, answer, reader.locale) };
  const page = `${hereOf(c)}&written=yes`;
  const query = new URLSearchParams({ question, locale: reader.locale, written: 'yes' });
  const previous = c.req.query('previous');
  if (previous !== undefined) query.set('previous', previous);
  const about = c.req.query('about');
  if (about !== undefined) query.set('about', about);
  return { offer: { page, source: `${urls.api}/answers?${query}` } };
}

function showSuggest(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const listed = aboutOf(centre, c.req.query('about'), site.reader.locale);
  const back = listed ? centre.url(listed, site.urls) : site.urls.home;
  if (c.req.query('sent') === 'yes') return c.html(<SuggestThanks site={site} back={back} />);
  const values = { about: aboutWord(listed), kind: 'edit', text: '', source: '' };
  return c.html(<SuggestPage site={site} listed={listed} values={values} problems={[]} back={back} />);
}

async function takeSuggestion(c: SiteRequest, centre: HelpCentre, ctx: Context): Promise<Response> {
  const { site } = c.var;
  const form = await c.req.formData();
  const listed = aboutOf(centre, String(form.get('about') ?? ''), site.reader.locale);
  const values = {
    about: aboutWord(listed),
    kind: String(form.get('kind') ?? ''),
    text: cleanText(String(form.get('text') ?? '')),
    source: cleanLine(String(form.get('source') ?? '')),
  };
  const { kind, text, source } = values;
  const articleId = listed?.article.id ?? null;
  const { locale, t } = site.reader;
  const result = await proposeEdit(ctx, { brandId: site.brand.id, articleId, locale, kind, text, source });
  const about = listed ? `about=${aboutWord(listed)}&` : '';
  if ('sent' in result) return c.redirect(`${site.urls.suggest}?${about}sent=yes`, 303);
  const back = listed ? centre.url(listed, site.urls) : site.urls.home;
  const { path, message } = REFUSALS[result.refused];
  const problems = [{ path, message: t(message) }];
  return c.html(<SuggestPage site={site} listed={listed} values={values} problems={problems} back={back} />, 422);
}
