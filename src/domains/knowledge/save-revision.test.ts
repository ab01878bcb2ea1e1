import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import type { Article, ArticleText, Revision } from './article.ts';
import { findArticle } from './queries/articles.ts';
import { findLatestRevision, listPublications, listRevisions } from './queries/texts.ts';
import { saveRevision } from './save-revision.ts';

describe('saving a text', () => {
  const database = useDatabase();
  let app: TestApp;
  let ctx: Context;
  let article: Article;
  let latest: Revision;
  beforeAll(async () => {
    app = await createTestApp(database);
    ctx = app.context({ kind: 'staff', id: '7', name: 'Edda' });
    article = (await findArticle(ctx, 'tiny', 'articles', 'cancel-plan')) as Article;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    latest = (await findLatestRevision(ctx, article.id, 'en')) as Revision;
  });
  const textOf = (change: Partial<ArticleText>): ArticleText => ({ ...latest, ...change });
  const count = async (): Promise<number> => (await listRevisions(ctx, article.id, 'en')).length;

  test('adds a numbered revision by whoever saved it, and changes nothing readers see', async () => {
    const before = await listPublications(ctx, article.id, 'en');
    const saved = await saveRevision(ctx, { article, locale: 'en', text: textOf({ title: 'Leave' }), note: 'shorter' });
    expect(saved).toMatchObject({
      revision: {
        title: 'Leave',
        number: latest.number + 1,
        note: 'shorter',
        createdBy: 'staff:7',
        createdAt: ctx.now,
      },
    });
    expect(await listPublications(ctx, article.id, 'en')).toEqual(before);
  });

  test('adds nothing when nothing changed, apart from blanks and hidden characters', async () => {
    const before = await count();
    const same = textOf({ title: `  ${latest.title}\u200B `, body: `${latest.body.replaceAll('\n', '\r\n')}\n\n` });
    expect(await saveRevision(ctx, { article, locale: 'en', text: same })).toEqual({ revision: latest });
    expect(await count()).toBe(before);
  });

  test('keeps hidden characters and line ends out of what is stored', async () => {
    const text = textOf({ title: 'Leave\u202E now', aliases: ['', ' quit\n', '\u200B'], body: 'a\r\nb\u0000' });
    const saved = await saveRevision(ctx, { article, locale: 'en', text });
    expect('revision' in saved && saved.revision).toMatchObject({
      title: 'Leave now',
      aliases: ['quit'],
      body: 'a\nb',
    });
  });

  test('stores SQL and HTML as the words they are', async () => {
    const body = `'; drop table revision; -- <script>alert(1)</script> $1 \\`;
    const saved = await saveRevision(ctx, { article, locale: 'en', text: textOf({ body }) });
    expect('revision' in saved && saved.revision.body).toBe(body);
  });

  test('tells who was overtaken what the other wrote, and adds nothing', async () => {
    const first = await saveRevision(ctx, {
      article,
      locale: 'en',
      text: textOf({ title: 'Hers' }),
      basedOn: latest.id,
    });
    const before = await count();
    const second = await saveRevision(ctx, {
      article,
      locale: 'en',
      text: textOf({ title: 'His' }),
      basedOn: latest.id,
    });
    expect(second).toMatchObject({ overtakenBy: { title: 'Hers' } });
    expect('revision' in first && 'overtakenBy' in second && second.overtakenBy.id === first.revision.id).toBe(true);
    expect(await count()).toBe(before);
  });

  test('a first text is overtaken as well, when somebody else wrote one meanwhile', async () => {
    const text = textOf({ title: 'Erste Fassung' });
    expect(await saveRevision(ctx, { article, locale: 'ms', text, basedOn: null })).toHaveProperty('revision');
    expect(await saveRevision(ctx, { article, locale: 'ms', text, basedOn: null })).toHaveProperty('overtakenBy');
  });

  test('of ten who save at once from the same text one is taken, and the other nine are told', async () => {
    const before = await count();
    const saves = Array.from({ length: 10 }, (_, n) =>
      saveRevision(ctx, { article, locale: 'en', text: textOf({ title: `Version ${n}` }), basedOn: latest.id }),
    );
    const results = await Promise.all(saves);
    expect(results.filter((result) => 'revision' in result)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  test('ten who save without saying from what are numbered one after the other', async () => {
    const saves = Array.from({ length: 10 }, (_, n) =>
      saveRevision(ctx, { article, locale: 'en', text: textOf({ title: `Draft ${n}` }) }),
    );
    const numbers = (await Promise.all(saves)).map((result) => ('revision' in result ? result.revision.number : 0));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, n) => latest.number + 1 + n));
  });

  test('a translation remembers which revision it follows until it is told of another', async () => {
    const german = (await findLatestRevision(ctx, article.id, 'de')) as Revision;
    expect(german.sourceRevisionId).not.toBeNull();
    const kept = await saveRevision(ctx, { article, locale: 'de', text: { ...german, title: 'Weg damit' } });
    expect(kept).toMatchObject({ revision: { sourceRevisionId: german.sourceRevisionId } });
    const followed = await saveRevision(ctx, {
      article,
      locale: 'de',
      text: { ...german, title: 'Weg damit' },
      sourceRevisionId: latest.id,
    });
    expect(followed).toMatchObject({ revision: { sourceRevisionId: latest.id, title: 'Weg damit' } });
  });
});
