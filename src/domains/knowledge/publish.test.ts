import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import type { Article, ArticleText, Revision } from './article.ts';
import { publish, unpublish } from './publish.ts';
import { publishDue } from './publish-due.ts';
import { findArticle } from './queries/articles.ts';
import { putScheduleCancelled } from './queries/schedules.ts';
import { findLatestRevision, listPublicationHistory, listPublications } from './queries/texts.ts';
import { saveRevision } from './save-revision.ts';
import { schedulePublication } from './schedule-publication.ts';

/** A word nothing else holds, so that finding it says where it leaked. */
const SECRET = 'zwiebelkuchen';

describe('publishing', () => {
  const database = useDatabase();
  let app: TestApp;
  let ctx: Context;
  let article: Article;
  const apps: TestApp[] = [];
  beforeEach(async () => {
    await database.empty();
    app = await createTestApp(database);
    apps.push(app);
    ctx = app.context({ kind: 'staff', id: '7', name: 'Edda' });
    article = (await findArticle(ctx, 'tiny', 'articles', 'cancel-plan')) as Article;
  });
  afterAll(() => Promise.all(apps.map((each) => each.close())));

  async function draft(change: Partial<ArticleText>, locale: Locale = 'en'): Promise<Revision> {
    const latest = (await findLatestRevision(ctx, article.id, locale)) as Revision;
    const saved = await saveRevision(ctx, { article, locale, text: { ...latest, ...change } });
    if (!('revision' in saved)) throw new Error('nobody else saves here');
    return saved.revision;
  }
  const secretDraft = (): Promise<Revision> =>
    draft({
      title: `A ${SECRET}`,
      aliases: [SECRET],
      summary: `How to bake a ${SECRET}.`,
      body: `## A {#a}\n\n${SECRET}`,
    });
  /** Everywhere a reader can look. */
  const PLACES = [
    '/tiny/en/',
    '/tiny/en/guides/cancel-plan',
    '/tiny/en/topics',
    '/tiny/en/topics/billing',
    '/tiny/en/tags/cancel',
    `/tiny/en/search?q=${SECRET}`,
    `/api/v1/brands/tiny/search?q=${SECRET}&locale=en`,
    `/api/v1/brands/tiny/answers?question=${SECRET}&locale=en`,
    '/tiny/en/contact?q=cancel',
    '/sitemap.xml',
  ];
  async function leaks(): Promise<string[]> {
    await app.services.directory.refresh();
    const found: string[] = [];
    for (const path of PLACES) {
      const text = (await (await app.request(path)).text())
        .replaceAll(`value="${SECRET}"`, '')
        .replaceAll(`“${SECRET}”`, '');
      if (new RegExp(`A (?:<[^>]*>)*${SECRET}|bake`).test(text)) found.push(path);
    }
    return found;
  }

  test('a draft is seen nowhere; published, it is seen and found right after a refresh', async () => {
    const revision = await secretDraft();
    expect(await leaks()).toEqual([]);
    expect(await publish(ctx, { article, revision })).toEqual({ kind: 'published' });
    expect(await leaks()).toEqual(
      expect.arrayContaining([
        '/tiny/en/guides/cancel-plan',
        `/tiny/en/search?q=${SECRET}`,
        `/api/v1/brands/tiny/search?q=${SECRET}&locale=en`,
      ]),
    );
  });

  test('a draft over a public text leaves the public one where it is', async () => {
    await publish(ctx, { article, revision: await secretDraft() });
    await draft({ title: 'Not yet', body: '## B {#b}\n\nnochnicht' });
    await app.services.directory.refresh();
    const page = await (await app.request('/tiny/en/guides/cancel-plan')).text();
    expect(page).toContain(SECRET);
    expect(page).not.toMatch(/Not yet|nochnicht/);
  });

  test('what was taken away is gone everywhere, and its revisions stay', async () => {
    await publish(ctx, { article, revision: await secretDraft() });
    await app.services.directory.refresh();
    await app.request('/tiny/en/guides/cancel-plan');
    await unpublish(ctx, { article, locale: 'en' });
    expect(await leaks()).toEqual([]);
    expect((await app.request('/tiny/en/guides/cancel-plan')).status).toBe(404);
    expect((await findLatestRevision(ctx, article.id, 'en'))?.title).toBe(`A ${SECRET}`);
  });

  test('a text that cannot be read is not published, and the public one stays', async () => {
    const before = await listPublications(ctx, article.id, 'en');
    const revision = await draft({ body: '## No id' });
    expect(await publish(ctx, { article, revision })).toMatchObject({ kind: 'unreadable', problems: [{ line: 1 }] });
    expect(await listPublications(ctx, article.id, 'en')).toEqual(before);
  });

  test('says when it was changed, and keeps what was public before', async () => {
    const revision = await secretDraft();
    await publish(ctx, { article, revision });
    expect((await findArticle(ctx, 'tiny', 'articles', 'cancel-plan'))?.meta.updated).toBe('2026-11-22');
    const [now, before] = await listPublicationHistory(ctx, article.id, 'en');
    expect(now).toMatchObject({ revision: { id: revision.id }, until: null });
    expect(before?.until?.equals(ctx.now)).toBe(true);
  });

  describe('a plan', () => {
    const at = (text: string): Context => {
      app.clock.set(text);
      return app.context();
    };
    const publicId = async (): Promise<number | undefined> =>
      (await listPublications(ctx, article.id, 'en'))[0]?.revision.id;
    async function plan(): Promise<Revision> {
      const revision = await secretDraft();
      await schedulePublication(ctx, { article, revision, dueAt: ctx.now.add({ hours: 24 }) });
      return revision;
    }

    test('is carried out when its time has come, not before, and once', async () => {
      const { id } = await plan();
      expect(await publishDue(at('2026-11-23T09:59:59Z'))).toBe(0);
      expect(await publicId()).not.toBe(id);
      expect(await publishDue(at('2026-11-23T10:00:00Z'))).toBe(1);
      expect(await publicId()).toBe(id);
      expect(await publishDue(at('2026-11-23T10:00:01Z'))).toBe(0);
    });

    test('is taken by one of several nodes that look at once', async () => {
      await plan();
      const due = at('2026-11-24T00:00:00Z');
      const counts = await Promise.all(Array.from({ length: 4 }, () => publishDue(due)));
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
      expect((await listPublicationHistory(ctx, article.id, 'en')).length).toBe(2);
    });

    test('called off is not carried out', async () => {
      const { id } = await plan();
      await putScheduleCancelled(ctx, article.id, 'en');
      expect(await publishDue(at('2026-11-24T00:00:00Z'))).toBe(0);
      expect(await publicId()).not.toBe(id);
    });

    test('is replaced by a newer one', async () => {
      await plan();
      const newer = await draft({ title: 'Newer' });
      await schedulePublication(ctx, { article, revision: newer, dueAt: ctx.now.add({ hours: 30 }) });
      expect(await publishDue(at('2026-11-23T11:00:00Z'))).toBe(0);
      expect(await publishDue(at('2026-11-24T00:00:00Z'))).toBe(1);
      expect(await publicId()).toBe(newer.id);
    });
  });
});
