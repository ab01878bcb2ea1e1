import { Hono } from 'hono';
import { inReader, type SiteEnv } from '#domains/brands/index.ts';
import { notFound } from '#lib/faults.ts';
import { CODE_CATEGORIES, DEVICE_FAMILIES } from './article.ts';
import { detectDevice } from './detect-device.ts';
import type { HelpCentre } from './help-centre.ts';
import { cached, centreOf, type KnowledgeDeps, type SiteRequest } from './site-request.ts';
import { GroupedListPage, NamedListPage, TopicsPage } from './views/lists.tsx';
import { SupportedPage } from './views/supported-page.tsx';

/** Browsing: by topic, tag, error code and device. */
export function listRoutes({ centres }: KnowledgeDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.get('/topics', (c) => cached(c).html(<TopicsPage site={c.var.site} centre={centreOf(c, centres)} />));
  app.get('/topics/:id', (c) => showTopic(c, centreOf(c, centres)));
  app.get('/tags/:tag', (c) => showTag(c, centreOf(c, centres)));
  app.get('/errors', (c) => showErrors(c, centreOf(c, centres)));
  app.get('/devices', (c) => showDevices(c, centreOf(c, centres)));
  app.get('/supported', (c) => showSupported(c, centreOf(c, centres)));
  return app;
}

function showTopic(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
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

function showTag(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
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

function showErrors(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
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

function showDevices(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
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

function showSupported(c: SiteRequest, centre: HelpCentre): Response | Promise<Response> {
  const { site } = c.var;
  const devices = centre.all(site.reader.locale).filter((item) => item.article.shelf === 'devices');
  const chosen = devices.find((item) => item.article.slug === c.req.query('device')) ?? null;
  const detected = detectDevice(c.req.header('user-agent') ?? '', devices);
  c.header('Vary', 'User-Agent');
  return c.html(<SupportedPage site={site} centre={centre} devices={devices} chosen={chosen} detected={detected} />);
}
