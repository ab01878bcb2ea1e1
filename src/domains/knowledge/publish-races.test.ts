import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '../../../test/support/app.ts';
import { useDatabase } from '../../../test/support/database.ts';
import type { Article, Revision } from './article.ts';
import { createArticle } from './create-article.ts';
import { publish, unpublish } from './publish.ts';
import { publishDue } from './publish-due.ts';
import { getArticle } from './queries/articles.ts';
import { listPublications } from './queries/texts.ts';
import { saveRevision } from './save-revision.ts';
import { schedulePublication } from './schedule-publication.ts';

describe('several people at one article', () => {
  const database = useDatabase();
  let app: TestApp;
  let ctx: Context;
  let article: Article;
  beforeAll(async () => {
    app = await createTestApp(database);
    ctx = app.context({ kind: 'system', part: 'test' });
    article = await getArticle(ctx, 'tiny', 'articles', 'cancel-plan');
  });
  afterAll(() => app.close());

  const publicText = async (locale: Locale): Promise<Revision | undefined> =>
    (await listPublications(ctx, article.id, locale))[0]?.revision;

  /** Saves a text that differs from the public one in its title. */
  const save = async (title: string, locale: Locale = 'en', basedOn?: number): Promise<Revision | 'overtaken'> => {
    const text = await publicText('en');
    if (!text) throw new Error('the tiny pack publishes it in English');
    const saved = await saveRevision(ctx, {
      article,
      locale,
      text: { ...text, title },
      ...(basedOn === undefined ? {} : { basedOn }),
    });
    return 'revision' in saved ? saved.revision : 'overtaken';
  };
  const draft = async (title: string, locale: Locale = 'en'): Promise<Revision> => {
    const saved = await save(title, locale);
    if (saved === 'overtaken') throw new Error('nobody else saves here');
    return saved;
  };

  test('who publish together leave one text public, the last', async () => {
    const drafts = [await draft('One of four'), await draft('Two of four'), await draft('Three of four')];
    await Promise.all(drafts.map((revision) => publish(ctx, { article, revision })));
    const current = await listPublications(ctx, article.id, 'en');
    expect(current).toHaveLength(1);
    expect(drafts.map(({ id }) => id)).toContain(current[0]?.revision.id);
  });

  test('who save from the same text are not both taken: the second is told of the first', async () => {
    const { id } = await draft('What both saw');
    const saved = await Promise.all([save('Hers', 'en', id), save('His', 'en', id)]);
    expect(saved.filter((result) => result === 'overtaken')).toHaveLength(1);
  });

  test('who create the same name are not both taken, and the first keeps its facts', async () => {
    const input = { brandId: 'tiny', slug: 'twins', meta: article.meta };
    const created = await Promise.all([createArticle(ctx, input), createArticle(ctx, input)]);
    expect(created.filter((result) => 'refused' in result)).toEqual([{ refused: 'slug-taken' }]);
  });

  test('a text taken away stays away: what was planned for it is called off', async () => {
    const revision = await draft('Geplant', 'de');
    await schedulePublication(ctx, { article, revision, dueAt: ctx.now.add({ hours: 1 }) });
    await unpublish(ctx, { article, locale: 'de' });
    await publishDue({ ...ctx, now: ctx.now.add({ hours: 2 }) });
    expect(await publicText('de')).toBeUndefined();
  });

  test('a plan and a hand that publish at once both end, with the text of the hand or of the plan public', async () => {
    const planned = await draft('By plan');
    await schedulePublication(ctx, { article, revision: planned, dueAt: ctx.now.add({ hours: 1 }) });
    const byHand = await draft('By hand');
    const later = { ...ctx, now: ctx.now.add({ hours: 2 }) };
    await Promise.all([publishDue(later), publish(later, { article, revision: byHand })]);
    expect([planned.id, byHand.id]).toContain((await publicText('en'))?.id);
  });
});
