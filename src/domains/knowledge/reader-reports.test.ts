import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import type { Article } from './article.ts';
import { proposeEdit } from './propose-edit.ts';
import { removeOldReports } from './publish-due.ts';
import { findArticle } from './queries/articles.ts';
import {
  countFeedback,
  countViews,
  listOpenFeedback,
  listOpenProposals,
  putFeedbackSettled,
  putProposalDecision,
} from './queries/readers.ts';
import { listSearches } from './queries/searches.ts';
import { MAX_COMMENT } from './reader-reports.ts';
import { recordFeedback } from './record-feedback.ts';
import { recordSearch } from './record-search.ts';
import { ViewCounter } from './view-counter.ts';

const database = useDatabase();
let app: TestApp;
let ctx: Context;
let article: Article;
beforeAll(async () => {
  app = await createTestApp(database);
  ctx = app.context({ kind: 'visitor' });
  article = (await findArticle(ctx, 'tiny', 'articles', 'cancel-plan')) as Article;
});
afterAll(() => app.close());

describe('feedback', () => {
  const give = (helpful: boolean, comment = ''): Promise<void> =>
    recordFeedback(ctx, { articleId: article.id, locale: 'en', helpful, reason: 'unclear', comment });

  test('that a page helped is counted and waits for nobody', async () => {
    await give(true, 'thanks');
    expect(await countFeedback(ctx, article.id)).toEqual({ helpful: 1, unhelpful: 0 });
    expect(await listOpenFeedback(ctx, 'tiny')).toEqual([]);
  });

  test('that it needs work waits at the desk with its reason and cleaned comment, until it is settled once', async () => {
    await give(false, ` Step 2\u202E is gone \u0000<script>alert(1)</script>${'x'.repeat(MAX_COMMENT)}`);
    const [open] = await listOpenFeedback(ctx, 'tiny');
    expect(open).toMatchObject({ slug: 'cancel-plan', locale: 'en', reason: 'unclear', at: ctx.now });
    expect(open?.comment).toMatch(/^Step 2 is gone <script>/);
    expect(open?.comment.length).toBe(MAX_COMMENT);
    const id = open?.id ?? 0;
    expect(await putFeedbackSettled(ctx, 'other', id)).toBe(false);
    expect(await putFeedbackSettled(ctx, 'tiny', id)).toBe(true);
    expect(await putFeedbackSettled(ctx, 'tiny', id)).toBe(false);
    expect(await listOpenFeedback(ctx, 'tiny')).toEqual([]);
  });

  test('is erased after two years', async () => {
    await give(false, 'old');
    await removeOldReports({ ...ctx, now: ctx.now.add({ hours: 730 * 24 - 1 }) });
    expect(await listOpenFeedback(ctx, 'tiny')).toHaveLength(1);
    await removeOldReports({ ...ctx, now: ctx.now.add({ hours: 730 * 24 + 1 }) });
    expect(await listOpenFeedback(ctx, 'tiny')).toEqual([]);
  });
});

describe('a proposed edit', () => {
  const proposal = {
    brandId: 'tiny',
    locale: 'en',
    kind: 'edit',
    text: 'The button is called Leave now.',
    source: 'https://x.example',
  } as const;

  test('waits at the desk until it is decided, once', async () => {
    expect(await proposeEdit(ctx, { ...proposal, articleId: article.id })).toEqual({ sent: true });
    const [open] = await listOpenProposals(ctx, 'tiny');
    expect(open).toMatchObject({ slug: 'cancel-plan', kind: 'edit', text: proposal.text, source: proposal.source });
    const id = open?.id ?? 0;
    expect(await putProposalDecision(ctx, 'other', id, 'accepted', '')).toBe(false);
    expect(await putProposalDecision(ctx, 'tiny', id, 'accepted', '')).toBe(true);
    expect(await putProposalDecision(ctx, 'tiny', id, 'declined', '')).toBe(false);
    expect(await listOpenProposals(ctx, 'tiny')).toEqual([]);
  });

  test('may be about the whole brand', async () => {
    await proposeEdit(ctx, { ...proposal, articleId: null });
    expect(await listOpenProposals(ctx, 'tiny')).toMatchObject([{ articleId: null, slug: null }]);
  });

  test.each([
    ['no kind', { kind: '' }, 'kind-missing'],
    ['a kind nobody knows', { kind: 'praise' }, 'kind-missing'],
    ['too little text', { text: 'wrong    ' }, 'text-too-short'],
    ['nothing but hidden characters', { text: '\u200B'.repeat(40) }, 'text-too-short'],
  ])('with %s is not taken', async (_what, change, refused) => {
    expect(await proposeEdit(ctx, { ...proposal, articleId: null, ...change })).toEqual({ refused });
  });
});

describe('searches', () => {
  const searched = async (): Promise<[string, number][]> =>
    (await listSearches(ctx, 'tiny', '2026-01-01', false)).map(({ query, searches }) => [query, searches]);
  const search = (q: string, results = 0): Promise<void> =>
    recordSearch(ctx, { brandId: 'tiny', locale: 'en', q, results });

  test('are counted by their words, whatever the case', async () => {
    await search('Buffering', 3);
    await search('buffering', 3);
    await search('popcorn');
    expect(await searched()).toEqual([
      ['buffering', 2],
      ['popcorn', 1],
    ]);
    expect((await listSearches(ctx, 'tiny', '2026-01-01', true)).map(({ query }) => query)).toEqual(['popcorn']);
  });

  test.each([
    'ada@example.org cannot sign in',
    'card 4111 1111 1111 1111',
    'my number is 020-7946-0100',
    'order 1234567',
    '+49 30 1234567',
    'IBAN DE89370400440532013000',
  ])('that may tell who somebody is are not kept: %s', async (q) => {
    const before = await searched();
    await search(q);
    expect(await searched()).toEqual(before);
  });

  test.each(['nw-2-5', 'refund after 14 days', 'tvp-801', 'channel 1016'])(
    'for a code or a few digits are kept: %s',
    async (q) => {
      await search(q);
      expect((await searched()).map(([query]) => query)).toContain(q);
    },
  );

  test('of any length and plane are kept in bounds', async () => {
    await search(`${'a'.repeat(119)}🙂🙂`);
    expect((await searched()).every(([query]) => query.length <= 120)).toBe(true);
  });

  test('are erased after thirteen months', async () => {
    await removeOldReports({ ...ctx, now: ctx.now.add({ hours: 24 * 450 }) });
    expect(await searched()).toEqual([]);
  });
});

describe('views', () => {
  test('are added to the day when the counter is emptied, not before and not twice', async () => {
    const counter = new ViewCounter();
    for (let i = 0; i < 3; i++) counter.count(`${article.id} en`);
    counter.count(`${article.id} de`);
    expect(await countViews(ctx, article.id)).toBe(0);
    await counter.flush(ctx);
    await counter.flush(ctx);
    expect(await countViews(ctx, article.id)).toBe(4);
  });

  test('counted on two nodes at once add up', async () => {
    const before = await countViews(ctx, article.id);
    const nodes = Array.from({ length: 4 }, () => new ViewCounter());
    for (const node of nodes) node.count(`${article.id} en`);
    await Promise.all(nodes.map((node) => node.flush(ctx)));
    expect(await countViews(ctx, article.id)).toBe(before + 4);
  });

  test('of an article that is gone are passed over', async () => {
    const counter = new ViewCounter();
    counter.count('00000000-0000-4000-8000-000000000000 en');
    counter.count(`${article.id} en`);
    const before = await countViews(ctx, article.id);
    await counter.flush(ctx);
    expect(await countViews(ctx, article.id)).toBe(before + 1);
  });
});
