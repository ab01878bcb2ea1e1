import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { raiseContentVersion, siteUrls } from '#domains/brands/index.ts';
import { canEditKnowledge, type DeskEnv, insertActivity, must } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { cleanLine, slugOf } from '#lib/text.ts';
import { inTransaction } from '#platform/context.ts';
import type { HelpCentres } from '../help-centres.ts';
import { findArticle, getArticle, listArticles, putArticle, putVerified } from '../queries/articles.ts';
import { listTopics } from '../queries/brand-words.ts';
import { listTextStates } from '../queries/overview.ts';
import { countFeedback, countViews } from '../queries/readers.ts';
import { draftFacts, factsText, readFacts } from './article-form.ts';
import { ArticleListPage, NewArticlePage } from './article-list-page.tsx';
import { DeskArticlePage } from './article-page.tsx';
import { knownTargetsOf } from './known-targets.ts';
import { shelfOf } from './shelf.ts';

type C = HonoContext<DeskEnv>;
const MAX_FORM_BYTES = 300_000;

/** Articles, codes and devices at the desk: find, open, create, change their facts, say they are still true. */
export function articleRoutes(centres: HelpCentres): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.get('/articles', async (c) => {
    const { desk, ctx } = c.var;
    const [articles, states] = await Promise.all([
      listArticles(ctx, desk.brand.id),
      listTextStates(ctx, desk.brand.id),
    ]);
    const filter = {
      q: cleanLine(c.req.query('q') ?? '').slice(0, 100),
      state: c.req.query('state') ?? '',
      page: Math.max(1, Number(c.req.query('page')) || 1),
    };
    return c.html(<ArticleListPage desk={desk} articles={articles} states={states} filter={filter} />);
  });
  app.get('/new', async (c) =>
    c.html(
      <NewArticlePage
        desk={c.var.desk}
        topics={await listTopics(c.var.ctx, c.var.desk.brand.id)}
        values={{ shelf: 'articles', slug: '', topic: '' }}
        problems={[]}
      />,
    ),
  );
  app.post('/new', limit, (c) => createArticle(c));
  app.get('/:shelf/:slug', (c) => showArticle(c, centres));
  app.post('/:shelf/:slug', limit, (c) => changeFacts(c, centres));
  app.post('/:shelf/:slug/verifications', async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug'));
    await inTransaction(ctx, async (ctx) => {
      await putVerified(ctx, article.id, today(c));
      await insertActivity(ctx, { brandId: desk.brand.id, action: 'verify', subject: article.slug });
      await raiseContentVersion(ctx, desk.brand.id, article.id);
    });
    return c.redirect(`${desk.base}/${article.shelf}/${article.slug}?done=yes`, 303);
  });
  return app;
}

const today = (c: C): string => c.var.desk.now.toZonedDateTimeISO('UTC').toPlainDate().toString();

async function showArticle(
  c: C,
  centres: HelpCentres,
  problems: readonly FieldProblem[] = [],
  typed?: string,
): Promise<Response> {
  const { desk, ctx } = c.var;
  const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug') ?? '');
  const [states, views, feedback] = await Promise.all([
    listTextStates(ctx, desk.brand.id, article.id),
    countViews(ctx, article.id),
    countFeedback(ctx, article.id),
  ]);
  const centre = centres.of(desk.brand.id);
  const listed = centre?.list(article.id, desk.brand.defaultLocale);
  const publicUrl =
    centre && listed ? centre.url(listed, siteUrls(desk.brand.id, desk.brand.defaultLocale, false)) : null;
  const page = (
    <DeskArticlePage
      desk={desk}
      article={article}
      states={states}
      numbers={{ views, ...feedback }}
      facts={typed ?? factsText(article.meta)}
      problems={problems}
      done={c.req.query('done') === 'yes'}
      publicUrl={publicUrl}
    />
  );
  return c.html(page, problems.length > 0 ? 422 : 200);
}

async function changeFacts(c: C, centres: HelpCentres): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug') ?? '');
  const typed = String((await c.req.formData()).get('facts') ?? '');
  const read = readFacts(article.shelf, typed, await knownTargetsOf(ctx, desk.brand.id), desk.reader.t);
  if ('problems' in read) return showArticle(c, centres, read.problems, typed);
  await inTransaction(ctx, async (ctx) => {
    await putArticle(ctx, desk.brand.id, article.slug, read.meta);
    await insertActivity(ctx, { brandId: desk.brand.id, action: 'change-facts', subject: article.slug });
    await raiseContentVersion(ctx, desk.brand.id, article.id);
  });
  return c.redirect(`${desk.base}/${article.shelf}/${article.slug}?done=yes`, 303);
}

async function createArticle(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const form = await c.req.formData();
  const values = {
    shelf: String(form.get('shelf') ?? ''),
    slug: slugOf(String(form.get('slug') ?? '')),
    topic: String(form.get('topic') ?? ''),
  };
  const shelf = shelfOf(values.shelf);
  const topics = await listTopics(ctx, desk.brand.id);
  const problems: FieldProblem[] = [];
  if (values.slug === '') problems.push({ path: 'slug', message: desk.reader.t('new.slugWrong') });
  if (!topics.some((topic) => topic.id === values.topic))
    problems.push({ path: 'topic', message: desk.reader.t('new.topicMissing') });
  if (values.slug !== '' && (await findArticle(ctx, desk.brand.id, shelf, values.slug)))
    problems.push({ path: 'slug', message: desk.reader.t('new.slugTaken') });
  if (problems.length > 0)
    return c.html(<NewArticlePage desk={desk} topics={topics} values={values} problems={problems} />, 422);
  const read = readFacts(
    shelf,
    draftFacts(shelf, values.topic, today(c)),
    await knownTargetsOf(ctx, desk.brand.id),
    desk.reader.t,
  );
  if ('problems' in read)
    return c.html(<NewArticlePage desk={desk} topics={topics} values={values} problems={read.problems} />, 422);
  await putArticle(ctx, desk.brand.id, values.slug, read.meta);
  await insertActivity(ctx, { brandId: desk.brand.id, action: 'create', subject: values.slug });
  return c.redirect(`${desk.base}/${shelf}/${values.slug}/${desk.brand.defaultLocale}`, 303);
}
