import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditKnowledge, type DeskEnv, listStaffNames, must } from '#domains/people/index.ts';
import { invalid, notFound } from '#lib/faults.ts';
import { isLocale } from '#lib/locales.ts';
import { dateIn } from '#lib/time.ts';
import type { Revision } from '../article.ts';
import { decideProposal } from '../decide-proposal.ts';
import { decideReview } from '../decide-review.ts';
import { type ForeignText, foreignTexts } from '../language-check.ts';
import { listArticles } from '../queries/articles.ts';
import { listTextStates } from '../queries/overview.ts';
import { listOpenFlags } from '../queries/policy-flags.ts';
import { listOpenFeedback, listOpenProposals, putFeedbackSettled } from '../queries/readers.ts';
import { listOpenReviews } from '../queries/reviews.ts';
import { listOpenSchedules } from '../queries/schedules.ts';
import { listSearches } from '../queries/searches.ts';
import { listPublishedTexts } from '../queries/texts.ts';
import { settleFlag } from '../settle-flag.ts';
import { type MixedText, QueuePage } from './queue-page.tsx';
import { FeedbackPage, ProposalsPage, SearchesPage } from './reports-pages.tsx';

type C = HonoContext<DeskEnv>;

const SEARCH_DAYS = 90;
const MAX_FORM_BYTES = 16_000;
const MAX_JUDGED = 50_000;

/** The editors' queues: what to look at next, and what readers sent. */
export function queueRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  const judged: Judged = new Map();
  app.get('/', (c) => showQueue(c, judged));
  app.get('/feedback', async (c) =>
    c.html(<FeedbackPage desk={c.var.desk} items={await listOpenFeedback(c.var.ctx, c.var.desk.brand.id)} />),
  );
  app.get('/suggestions', async (c) =>
    c.html(<ProposalsPage desk={c.var.desk} items={await listOpenProposals(c.var.ctx, c.var.desk.brand.id)} />),
  );
  app.get('/searches', async (c) => {
    const { desk, ctx } = c.var;
    const withoutResult = c.req.query('all') !== 'yes';
    const since = dateIn(desk.now, 'UTC').subtract({ days: SEARCH_DAYS }).toString();
    return c.html(
      <SearchesPage
        desk={desk}
        withoutResult={withoutResult}
        items={await listSearches(ctx, desk.brand.id, since, withoutResult)}
      />,
    );
  });
  app.post('/feedback/:id/settlement', limit, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    if (!(await putFeedbackSettled(ctx, desk.brand.id, idOf(c)))) throw notFound('the open feedback');
    return c.redirect(`${desk.base}/feedback`, 303);
  });
  app.post('/suggestions/:id/decision', limit, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const decision = (await c.req.formData()).get('decision');
    if (decision !== 'accepted' && decision !== 'declined') throw invalid('a decision is accepted or declined');
    const decided = await decideProposal(ctx, { brandId: desk.brand.id, id: idOf(c), decision });
    if (!decided) throw notFound('the open suggestion');
    return c.redirect(`${desk.base}/suggestions`, 303);
  });
  app.post('/reviews/:id/decision', limit, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const form = await c.req.formData();
    const decision = form.get('decision');
    if (decision !== 'approved' && decision !== 'returned') throw invalid('a decision is approved or returned');
    const note = String(form.get('note') ?? '');
    const decided = await decideReview(ctx, { brandId: desk.brand.id, id: idOf(c), decision, note });
    if (!decided) throw notFound('the open review');
    return c.redirect(desk.base, 303);
  });
  app.post('/flags/:id/settlement', limit, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    if (!(await settleFlag(ctx, { brandId: desk.brand.id, id: idOf(c) }))) throw notFound('the open flag');
    return c.redirect(desk.base, 303);
  });
  return app;
}

function idOf(c: C): number {
  const id = Number(c.req.param('id'));
  if (!Number.isSafeInteger(id)) throw notFound('the entry');
  return id;
}

/** A revision never changes, and reading every text of a brand for its language takes long: what was found is kept. */
type Judged = Map<number, ForeignText | null>;

function foreignIn(text: Revision, judged: Judged): ForeignText | null {
  const known = judged.get(text.id);
  if (known !== undefined) return known;
  const found = isLocale(text.locale) ? (foreignTexts(text.locale, text)[0] ?? null) : null;
  if (judged.size >= MAX_JUDGED) judged.clear();
  judged.set(text.id, found);
  return found;
}

async function showQueue(c: C, judged: Judged): Promise<Response> {
  const { desk, ctx } = c.var;
  const brandId = desk.brand.id;
  const [articles, states, reviews, schedules, texts, names, flags] = await Promise.all([
    listArticles(ctx, brandId),
    listTextStates(ctx, brandId),
    listOpenReviews(ctx, brandId),
    listOpenSchedules(ctx, brandId),
    listPublishedTexts(ctx, brandId),
    listStaffNames(ctx),
    listOpenFlags(ctx, brandId),
  ]);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const mixed: MixedText[] = texts.flatMap((text) => {
    const article = byId.get(text.articleId);
    const found = foreignIn(text, judged);
    return article && found ? [{ article, locale: text.locale, found }] : [];
  });
  return c.html(
    <QueuePage
      desk={desk}
      articles={articles}
      states={states}
      reviews={reviews}
      schedules={schedules}
      mixed={mixed}
      flags={flags}
      names={names}
    />,
  );
}
