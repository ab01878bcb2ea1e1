import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { siteUrls } from '#domains/brands/index.ts';
import { canEditKnowledge, type DeskEnv, must } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { cleanLine, slugOf } from '#lib/text.ts';
import { dateIn } from '#lib/time.ts';
import { changeFacts } from '../change-facts.ts';
import { createArticle } from '../create-article.ts';
import type { HelpCentres } from '../help-centres.ts';
import { getArticle, listArticles } from '../queries/articles.ts';
import { listTopics } from '../queries/brand-words.ts';
import { listTextStates } from '../queries/overview.ts';
import { countFeedback, countViews } from '../queries/readers.ts';
import { verifyArticle } from '../verify-article.ts';
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
      page: Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1),
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
  app.post('/new', limit, (c) => takeArticle(c));
  app.get('/:shelf/:slug', (c) => showArticle(c, centres));
  app.post('/:shelf/:slug', limit, (c) => takeFacts(c, centres));
  app.post('/:shelf/:slug/verifications', async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug'));
    await verifyArticle(ctx, article);
    return c.redirect(`${desk.base}/${article.shelf}/${article.slug}?done=yes`, 303);
  });
  return app;
}

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

async function takeFacts(c: C, centres: HelpCentres): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const article = await getArticle(ctx, desk.brand.id, shelfOf(c.req.param('shelf')), c.req.param('slug') ?? '');
  const typed = String((await c.req.formData()).get('facts') ?? '');
  const read = readFacts(article.shelf, typed, await knownTargetsOf(ctx, desk.brand.id), desk.reader.t);
  if ('problems' in read) return showArticle(c, centres, read.problems, typed);
  await changeFacts(ctx, { article, meta: read.meta });
  return c.redirect(`${desk.base}/${article.shelf}/${article.slug}?done=yes`, 303);
}

async function takeArticle(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  const { t } = desk.reader;
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
  if (values.slug === '') problems.push({ path: 'slug', message: t('new.slugWrong') });
  if (!topics.some((topic) => topic.id === values.topic))
    problems.push({ path: 'topic', message: t('new.topicMissing') });
  const again = (problems: readonly FieldProblem[]): Response | Promise<Response> =>
    c.html(<NewArticlePage desk={desk} topics={topics} values={values} problems={problems} />, 422);
  if (problems.length > 0) return again(problems);
  const draft = draftFacts(shelf, values.topic, dateIn(desk.now, 'UTC').toString());
  const read = readFacts(shelf, draft, await knownTargetsOf(ctx, desk.brand.id), t);
  if ('problems' in read) return again(read.problems);
  const created = await createArticle(ctx, { brandId: desk.brand.id, slug: values.slug, meta: read.meta });
  if ('refused' in created) return again([{ path: 'slug', message: t('new.slugTaken') }]);
  return c.redirect(`${desk.base}/${shelf}/${values.slug}/${desk.brand.defaultLocale}`, 303);
}
