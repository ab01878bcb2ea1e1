import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { inReader, type Shelf, type SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import type { Context } from '#platform/context.ts';
import type { Files } from '#platform/files/files.ts';
import { CODE_CATEGORIES, DEVICE_FAMILIES } from './article.ts';
import { readBody } from './body.ts';
import { detectDevice } from './detect-device.ts';
import type { HelpCentre, Listed } from './help-centre.ts';
import type { HelpCentres } from './help-centres.ts';
import { proposeEdit } from './propose-edit.ts';
import { countViews } from './queries/readers.ts';
import { listPublications } from './queries/texts.ts';
import { recordFeedback } from './record-feedback.ts';
import { recordSearch } from './record-search.ts';
import { cleanQuery, searchHelp } from './search-help.ts';
import { ArticlePage } from './views/article-page.tsx';
import type { FeedbackState } from './views/feedback.tsx';
import { GroupedListPage, NamedListPage, TopicsPage } from './views/lists.tsx';
import { SearchPage } from './views/search-page.tsx';
import { SuggestPage, SuggestThanks } from './views/suggest-page.tsx';
import { SupportedPage } from './views/supported-page.tsx';

export interface KnowledgeDeps {
  readonly db: Context['db'];
  readonly centres: HelpCentres;
  readonly files: Files;
  /** Guards forms anybody can send: at most so many from one address. */
  readonly guardForm: (c: HonoContext) => Promise<void>;
}

const MAX_FORM_BYTES = 64_000;
/** Which path each shelf's pages stand at. */
const PLACES: readonly { readonly path: string; readonly shelf: Shelf; readonly isGuide?: boolean }[] = [
  { path: 'articles', shelf: 'articles', isGuide: false },
  { path: 'guides', shelf: 'articles', isGuide: true },
  { path: 'errors', shelf: 'codes' },
  { path: 'devices', shelf: 'devices' },
];

type C = HonoContext<SiteEnv>;

/** Everything readers see of a brand's knowledge, mounted below `/{brand}/{locale}/`. */
export function knowledgeRoutes(deps: KnowledgeDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  const centreOf = (c: C): HelpCentre => {
    const centre = deps.centres.of(c.var.site.brand.id);
    if (!centre) throw notFound('the help centre');
    return centre;
  };
  const contextOf = (c: C): Context => ({ db: deps.db, by: c.var.by, now: c.var.site.now });

  for (const place of PLACES) {
    app.get(`/${place.path}/:slug`, (c) => showArticle(c, deps, centreOf(c), place));
    app.post(`/${place.path}/:slug/feedback`, limit, async (c) => {
      await deps.guardForm(c);
      const centre = centreOf(c);
      const listed = findListed(c, centre, place.shelf);
      const form = await c.req.formData();
      const helpful = await recordFeedback(contextOf(c), listed, form);
      return c.redirect(`${centre.url(listed, c.var.site.urls)}?helpful=${helpful ? 'yes' : 'no'}#helpful`, 303);
    });
  }
  app.get('/topics', (c) => cached(c).html(<TopicsPage site={c.var.site} centre={centreOf(c)} />));
  app.get('/topics/:id', (c) => showTopic(c, centreOf(c)));
  app.get('/tags/:tag', (c) => showTag(c, centreOf(c)));
  app.get('/errors', (c) => showErrors(c, centreOf(c)));
  app.get('/devices', (c) => showDevices(c, centreOf(c)));
  app.get('/supported', (c) => showSupported(c, centreOf(c)));
  app.get('/search', (c) => showSearch(c, centreOf(c), contextOf(c)));
  app.get('/suggest', (c) => showSuggest(c, centreOf(c)));
  app.post('/suggest', limit, async (c) => {
    await deps.guardForm(c);
    return takeSuggestion(c, centreOf(c), contextOf(c));
  });
  return app;
}

/** Marks a page as the same for everybody, so that it may be kept. */
function cached(c: C, tag?: string): C {
  c.set('cacheable', new URL(c.req.url).search === '');
  c.set('cacheTag', tag);
  return c;
}

function findListed(c: C, centre: HelpCentre, shelf: Shelf): Listed {
  const listed = centre.find(shelf, c.req.param('slug') ?? '', c.var.site.reader.locale);
  if (!listed) throw notFound('the page');
  return listed;
}

async function showArticle(
  c: C,
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
  const { revision } = publication;
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

function showTopic(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const topic = centre.topic(c.req.param('id') ?? '');
  if (!topic) throw notFound('the topic');
  const items = centre.all(site.reader.locale).filter((item) => item.article.meta.topic === topic.id);
  return cached(c).html(
    <NamedListPage
      site={site}
      centre={centre}
      title={inReader(site, topic.name)}
      lead={inReader(site, topic.summary)}
      items={items}
    />,
  );
}

function showTag(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const tag = c.req.param('tag') ?? '';
  const items = centre.all(site.reader.locale).filter((item) => item.article.meta.tags.includes(tag));
  if (items.length === 0) throw notFound('the tag');
  return cached(c).html(
    <NamedListPage
      site={site}
      centre={centre}
      title={site.reader.t('tag.title', { tag: tag.replaceAll('-', ' ') })}
      items={items}
      noindex
    />,
  );
}

function showErrors(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const { t } = site.reader;
  const codes = centre.all(site.reader.locale).filter((item) => item.article.shelf === 'codes');
  const groups = CODE_CATEGORIES.map((id) => ({
    id,
    title: t(`category.${id}`),
    items: codes.filter(({ article: { meta } }) => meta.shelf === 'codes' && meta.category === id),
  }));
  return cached(c).html(
    <GroupedListPage site={site} centre={centre} title={t('errors.title')} lead={t('errors.lead')} groups={groups} />,
  );
}

function showDevices(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const { t } = site.reader;
  const devices = centre.all(site.reader.locale).filter((item) => item.article.shelf === 'devices');
  const groups = DEVICE_FAMILIES.map((id) => ({
    id,
    title: t(`family.${id}`),
    items: devices.filter(({ article: { meta } }) => meta.shelf === 'devices' && meta.family === id),
  }));
  return cached(c).html(
    <GroupedListPage site={site} centre={centre} title={t('devices.title')} lead={t('devices.lead')} groups={groups} />,
  );
}

function showSupported(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const devices = centre.all(site.reader.locale).filter((item) => item.article.shelf === 'devices');
  const chosen = devices.find((item) => item.article.slug === c.req.query('device')) ?? null;
  const detected = detectDevice(c.req.header('user-agent') ?? '', devices);
  c.header('Vary', 'User-Agent');
  return c.html(<SupportedPage site={site} centre={centre} devices={devices} chosen={chosen} detected={detected} />);
}

async function showSearch(c: C, centre: HelpCentre, ctx: Context): Promise<Response> {
  const { site } = c.var;
  const q = cleanQuery(c.req.query('q'));
  const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1);
  const isVerbatim = c.req.query('verbatim') === 'yes';
  const found =
    q === '' ? null : searchHelp(centre, site.urls, { text: q, locale: site.reader.locale, page, isVerbatim });
  if (found && page === 1)
    await recordSearch(ctx, { brandId: site.brand.id, locale: site.reader.locale, q, results: found.total });
  return c.html(<SearchPage site={site} centre={centre} q={q} page={page} found={found} />);
}

/** The page a suggestion or question is about, from `shelf/slug`. */
export function aboutOf(centre: HelpCentre, about: string | undefined, locale: Listed['locale']): Listed | null {
  const [shelf = '', slug = ''] = (about ?? '').split('/');
  return shelf === 'articles' || shelf === 'codes' || shelf === 'devices' ? centre.find(shelf, slug, locale) : null;
}

function showSuggest(c: C, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const listed = aboutOf(centre, c.req.query('about'), site.reader.locale);
  const back = listed ? centre.url(listed, site.urls) : site.urls.home;
  if (c.req.query('sent') === 'yes') return c.html(<SuggestThanks site={site} back={back} />);
  const values = {
    about: listed ? `${listed.article.shelf}/${listed.article.slug}` : '',
    kind: 'edit',
    text: '',
    source: '',
  };
  return c.html(<SuggestPage site={site} listed={listed} values={values} problems={[]} back={back} />);
}

async function takeSuggestion(c: C, centre: HelpCentre, ctx: Context): Promise<Response> {
  const { site } = c.var;
  const form = await c.req.formData();
  const listed = aboutOf(centre, String(form.get('about') ?? ''), site.reader.locale);
  const result = await proposeEdit(ctx, {
    brandId: site.brand.id,
    listed,
    locale: site.reader.locale,
    form,
    t: site.reader.t,
  });
  const about = listed ? `about=${listed.article.shelf}/${listed.article.slug}&` : '';
  if ('sent' in result) return c.redirect(`${site.urls.suggest}?${about}sent=yes`, 303);
  const back = listed ? centre.url(listed, site.urls) : site.urls.home;
  return c.html(
    <SuggestPage site={site} listed={listed} values={result.values} problems={result.problems} back={back} />,
    422,
  );
}
