import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Shelf, SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import { readBody } from './body.ts';
import { diffTexts } from './diff-texts.ts';
import { findingRoutes } from './finding-routes.tsx';
import type { HelpCentre, Listed } from './help-centre.ts';
import { listRoutes } from './list-routes.tsx';
import { countViews } from './queries/readers.ts';
import { listPublicationHistory, listPublications, type PastPublication } from './queries/texts.ts';
import { FEEDBACK_REASONS } from './reader-reports.ts';
import { recordFeedback } from './record-feedback.ts';
import { asRead, cached, centreOf, contextOf, type KnowledgeDeps, type SiteRequest } from './site-request.ts';
import { ArticlePage } from './views/article-page.tsx';
import type { FeedbackState } from './views/feedback.tsx';
import { VersionsPage } from './views/versions-page.tsx';

const MAX_FORM_BYTES = 64_000;
/** Which path each shelf's pages stand at. */
const PLACES: readonly { readonly path: string; readonly shelf: Shelf; readonly isGuide?: boolean }[] = [
  { path: 'articles', shelf: 'articles', isGuide: false },
  { path: 'guides', shelf: 'articles', isGuide: true },
  { path: 'errors', shelf: 'codes' },
  { path: 'devices', shelf: 'devices' },
];

/** Everything readers see of a brand's knowledge, mounted below `/{brand}/{locale}/`. */
export function knowledgeRoutes(deps: KnowledgeDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  for (const place of PLACES) {
    app.get(`/${place.path}/:slug`, (c) => showArticle(c, deps, centreOf(c, deps.centres), place));
    app.post(`/${place.path}/:slug/feedback`, limit, async (c) => {
      await deps.guardForm(c);
      const centre = centreOf(c, deps.centres);
      const listed = findListed(c, centre, place.shelf);
      const form = await c.req.formData();
      const helpful = form.get('helpful') === 'yes';
      await recordFeedback(contextOf(c, deps.db), {
        articleId: listed.article.id,
        locale: listed.locale,
        helpful,
        reason: FEEDBACK_REASONS.find((known) => known === form.get('reason')) ?? null,
        comment: String(form.get('comment') ?? ''),
      });
      return c.redirect(`${centre.url(listed, c.var.site.urls)}?helpful=${helpful ? 'yes' : 'no'}#helpful`, 303);
    });
  }
  app.get('/articles/:slug/versions', (c) => showVersions(c, deps));
  app.route('/', listRoutes(deps));
  app.route('/', findingRoutes(deps));
  return app;
}

function findListed(c: SiteRequest, centre: HelpCentre, shelf: Shelf): Listed {
  const listed = centre.find(shelf, c.req.param('slug') ?? '', c.var.site.reader.locale);
  if (!listed) throw notFound('the page');
  return listed;
}

async function showArticle(
  c: SiteRequest,
  deps: KnowledgeDeps,
  centre: HelpCentre,
  place: (typeof PLACES)[number],
): Promise<Response> {
  const { site } = c.var;
  const listed = findListed(c, centre, place.shelf);
  const address = centre.url(listed, site.urls);
  // A guide asked for as an article, or the other way round, has moved: one page has one address.
  if (!address.endsWith(`/${place.path}/${listed.article.slug}`)) return c.redirect(address, 301);
  const [publication] = await listPublications(deps, listed.article.id, listed.locale);
  if (!publication) throw notFound('the page');
  const views = await countViews(deps, listed.article.id);
  const helpful = c.req.query('helpful');
  const feedback: FeedbackState = helpful === 'yes' || helpful === 'no' ? helpful : 'open';
  const revision = asRead(c, deps, publication.revision);
  const { body } = readBody(revision.body);
  return cached(c, `${listed.article.id} ${listed.locale}`).html(
    <ArticlePage
      site={site}
      centre={centre}
      listed={listed}
      revision={revision}
      body={body}
      views={views}
      feedback={feedback}
    />,
  );
}

/** Terms and policy pages keep every version that ever applied, with its dates and what changed (SPEC B0). */
async function showVersions(c: SiteRequest, deps: KnowledgeDeps): Promise<Response> {
  const { site } = c.var;
  const centre = centreOf(c, deps.centres);
  const listed = findListed(c, centre, 'articles');
  const { meta } = listed.article;
  if (meta.shelf !== 'articles' || meta.type !== 'policy') throw notFound('the versions');
  const history = await listPublicationHistory(deps, listed.article.id, listed.locale);
  const asked = Number(c.req.query('version'));
  const at = Math.max(
    0,
    history.findIndex((version) => version.id === asked),
  );
  const shown = readAsThen(c, deps, history[at]);
  const before = readAsThen(c, deps, history[at + 1]);
  if (!shown) throw notFound('the version');
  const changes = before ? diffTexts(before.revision, shown.revision) : [];
  return c.html(
    <VersionsPage site={site} centre={centre} listed={listed} history={history} shown={shown} changes={changes} />,
  );
}

/** A version reads as it did on its last day: a value it quotes may have changed since. */
function readAsThen<V extends PastPublication>(
  c: SiteRequest,
  deps: KnowledgeDeps,
  version: V | undefined,
): V | undefined {
  const last = version?.until?.subtract({ milliseconds: 1 });
  return version && { ...version, revision: asRead(c, deps, version.revision, last) };
}
