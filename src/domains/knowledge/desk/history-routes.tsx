import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canEditKnowledge, type DeskEnv, listStaffNames, must } from '#domains/people/index.ts';
import { invalid } from '#lib/faults.ts';
import type { Revision } from '../article.ts';
import { getRevision, listPublications, listPublishedRevisionIds, listRevisions } from '../queries/texts.ts';
import { restoreRevision } from '../restore-revision.ts';
import { HistoryPage } from './history-page.tsx';
import { textPlaceOf } from './text-place.ts';

type C = HonoContext<DeskEnv>;

const MAX_FORM_BYTES = 16_000;

/** What a text said before: every revision, what changed, and bringing an old one back as a draft. */
export function historyRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/:shelf/:slug/:locale{[a-z]{2}}/history', (c) => showHistory(c));
  app.post('/:shelf/:slug/:locale{[a-z]{2}}/restorations', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => restore(c));
  return app;
}

async function showHistory(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  const { article, locale } = await textPlaceOf(c);
  const [revisions, published, names, publications] = await Promise.all([
    listRevisions(ctx, article.id, locale),
    listPublishedRevisionIds(ctx, article.id, locale),
    listStaffNames(ctx),
    listPublications(ctx, article.id, locale),
  ]);
  const pick = (name: string): Revision | undefined =>
    revisions.find((revision) => revision.id === Number(c.req.query(name)));
  const after = pick('to') ?? revisions[0];
  const before = pick('from') ?? revisions[1];
  return c.html(
    <HistoryPage
      desk={desk}
      article={article}
      locale={locale}
      revisions={revisions}
      published={published}
      current={publications[0]?.revision.id}
      names={names}
      before={before}
      after={after}
    />,
  );
}

async function restore(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const { article, locale, here } = await textPlaceOf(c);
  const id = Number((await c.req.formData()).get('revision'));
  if (!Number.isSafeInteger(id)) throw invalid('no revision was named');
  const revision = await getRevision(ctx, id);
  const note = desk.reader.t('history.restoredNote', { number: revision.number });
  await restoreRevision(ctx, { article, locale, revision, note });
  return c.redirect(`${here}?done=saved`, 303);
}
