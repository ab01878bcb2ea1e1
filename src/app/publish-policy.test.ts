import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Article, dependents, findArticle, publish, saveRevision } from '#domains/knowledge/index.ts';
import {
  decideCase,
  documentsOf,
  listDecisions,
  type PolicyText,
  readPolicyText,
  readShelf,
  replaysAlike,
  startDuePolicies,
} from '#domains/policies/index.ts';
import type { Locale } from '#lib/locales.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { publishPolicyDocument } from './publish-policy.ts';

function policy(version: number, from: string, days: number): PolicyText {
  const read = readPolicyText(
    version === 1 ? 'refunds.yaml' : `refunds-${version}.yaml`,
    `kind: policy
id: tiny-refunds
version: ${version}
layer: company
title: { en: Refunds of Tiny, de: Erstattungen von Tiny }
status: published
scope: { brand: { in: [tiny] } }
effective: { from: ${from}, anchor: request }
${version > 1 ? `supersedes: ${version - 1}` : ''}
provenance: [{ source: made for a test, url: https://tiny.example/refunds, verified: true }]
zone: UTC
define: { constants: { days: ${days}, others: 3 } }
rules:
  - id: in-time
    on: [refund]
    when: { within: { of: charge.at, upTo: { constant: days } } }
    outcome: { refund: { components: all, amount: full } }
otherwise:
  - { id: late, on: [refund], outcome: { deny: { reason: late } } }
`,
  );
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

const FACTS = {
  brand: 'tiny',
  channel: 'own',
  contract: { region: 'US' },
  request: { kind: 'refund', at: '2026-11-20T10:00:00Z', about: ['c1'] },
  charges: [
    {
      id: 'c1',
      at: '2026-10-01T09:00:00Z',
      currency: 'EUR',
      alreadyRefunded: 0,
      components: [{ kind: 'fee', amount: 900 }],
    },
  ],
};

describe('publishing a policy', () => {
  const database = useDatabase();
  let app: TestApp;
  let ctx: Context;
  beforeEach(async () => {
    await database.empty();
    app = await createTestApp(database);
    ctx = app.context({ kind: 'staff', id: '7', name: 'Edda' });
  });
  // What still reads in the background would stand in the way of the next test's empty database.
  afterEach(() => app.close());

  async function write(locale: Locale, body: string): Promise<Article> {
    const article = (await findArticle(ctx, 'tiny', 'articles', 'cancel-plan')) as Article;
    const text = {
      title: `Cancel {{policy.days}} (${locale})`,
      summary: 'Within {{policy.in-time.window}}.',
      aliases: [],
      body,
    };
    const saved = await saveRevision(ctx, { article, locale, text });
    if (!('revision' in saved)) throw new Error('nobody else saves here');
    await publish(ctx, { article, revision: saved.revision });
    return article;
  }
  const page = async (path: string): Promise<string> => {
    await app.services.directory.refresh();
    return (await app.request(path)).text();
  };
  const at = (instant: string): Context => {
    app.clock.set(instant);
    return app.context({ kind: 'staff', id: '7', name: 'Edda' });
  };

  test('a page says what the policy says, in its language, in lists, search, answers and the API too', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    await write('en', '## When {#when}\n\nAsk within {{policy.days}} days of the kumquat charge.');
    await write('de', '## Wann {#when}\n\nDas geht {{policy.in-time.window}} lang.');
    expect(await page('/tiny/en/guides/cancel-plan')).toContain('Ask within 60 days of the kumquat charge.');
    expect(await page('/tiny/de/guides/cancel-plan')).toContain('Das geht 60 Tage lang.');
    expect(await page('/tiny/en/topics/billing')).toContain('Cancel 60 (en)');
    const found = await page('/api/v1/brands/tiny/search?q=kumquat&locale=en');
    expect(found).toContain('60 days');
    const answer = await page('/api/v1/brands/tiny/answers?question=kumquat+charge+days&locale=en');
    expect(answer).toContain('Ask within 60 days of the kumquat charge.');
    for (const text of [found, answer]) expect(text).not.toContain('{{');
  });

  test('a new version flags every language that quotes what it changes, and nothing else', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    await write('en', '## When {#when}\n\n{{policy.days}} days.');
    await write('de', '## Wann {#when}\n\n{{policy.others}} Tage.');
    const next = policy(2, '2026-11-22', 30);
    const shelf = await readShelf(ctx, 'tiny');
    const before = documentsOf(shelf.own);
    const found = await dependents(ctx, 'tiny', before, documentsOf([next as (typeof shelf.own)[number]]));
    expect(found.map(({ slug, locale }) => `${slug} ${locale}`)).toEqual(['cancel-plan de', 'cancel-plan en']);
    expect(found.find(({ locale }) => locale === 'en')?.changes).toEqual([
      { name: 'days', before: '60', after: '30' },
      { name: 'in-time.window', before: '60 days', after: '30 days' },
    ]);
    const done = await publishPolicyDocument(ctx, 'tiny', next);
    expect('flagged' in done && done.flagged).toBe(2);
    const editor = await app.signIn('editor');
    const queue = await (await editor('/desk/tiny?lang=en')).text();
    expect(queue).toContain('Quotes “60 days”, under the new version “30 days”');
    expect(await page('/tiny/en/guides/cancel-plan')).toContain('30 days.');
  });

  test('an editor who has looked, or saves the text anew, settles the flag', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    await write('en', '## When {#when}\n\n{{policy.days}} days.');
    await write('de', '## Wann {#when}\n\n{{policy.days}} Tage.');
    await publishPolicyDocument(ctx, 'tiny', policy(2, '2026-11-22', 30));
    const editor = await app.signIn('editor');
    const queue = async (): Promise<string[]> =>
      [...(await (await editor('/desk/tiny')).text()).matchAll(/\/desk\/tiny\/flags\/(\d+)\/settlement/g)].map(
        ([, id]) => id ?? '',
      );
    const [first, ...others] = await queue();
    expect(others).toHaveLength(1);
    expect((await editor(`/desk/tiny/flags/${first}/settlement`, { method: 'POST' })).status).toBe(303);
    expect(await queue()).toEqual(others);
    expect((await editor(`/desk/tiny/flags/${first}/settlement`, { method: 'POST' })).status).toBe(404);
    await write('en', '## When {#when}\n\nNow {{policy.days}} days.');
    await write('de', '## Wann {#when}\n\nJetzt {{policy.days}} Tage.');
    expect(await queue()).toEqual([]);
  });

  test('a version that starts tomorrow changes the pages tomorrow, and flags its texts today', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    await write('en', '## When {#when}\n\nAsk within {{policy.days}} days of the kumquat charge.');
    const done = await publishPolicyDocument(ctx, 'tiny', policy(2, '2026-11-23', 30));
    expect('flagged' in done && done.flagged).toBe(1);
    const search = '/api/v1/brands/tiny/search?q=kumquat&locale=en';
    expect(await page('/tiny/en/guides/cancel-plan')).toContain('60 days');
    expect(await page(search)).toContain('60 days');
    const tomorrow = at('2026-11-23T00:00:00Z');
    await startDuePolicies(tomorrow);
    expect(await page('/tiny/en/guides/cancel-plan')).toContain('30 days');
    expect(await page('/tiny/en/topics/billing')).toContain('Cancel 30 (en)');
    expect(await page(search)).toContain('30 days');
    const { rows } = await database.pool.query('select content_version from brand where id = $1', ['tiny']);
    await startDuePolicies(tomorrow);
    const again = await database.pool.query('select content_version from brand where id = $1', ['tiny']);
    expect(again.rows).toEqual(rows);
  });

  test('with a problem nothing changes: no version, no flag, no new content', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    await write('en', '## When {#when}\n\n{{policy.days}} days.');
    const done = await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 14));
    expect('problems' in done && done.problems[0]?.message).toContain('never changes');
    expect((await readShelf(ctx, 'tiny')).own).toHaveLength(1);
    expect(await page('/tiny/en/guides/cancel-plan')).toContain('60 days');
  });

  test('a decision made under an older version is reproduced after a new one', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    const old = await decideCase(ctx, await readShelf(ctx, 'tiny'), { subject: 'test:1', facts: FACTS });
    expect('decision' in old && old.decision.kind).toBe('full');
    await publishPolicyDocument(ctx, 'tiny', policy(2, '2026-11-01', 30));
    const now = await decideCase(ctx, await readShelf(ctx, 'tiny'), { subject: 'test:2', facts: FACTS });
    expect('decision' in now && now.decision.kind).toBe('none');
    for (const subject of ['test:1', 'test:2']) {
      const [stored] = await listDecisions(ctx, subject);
      expect(stored && (await replaysAlike(ctx, stored))).toBe(true);
    }
  });

  test('the desk refuses a text that quotes what no policy says, and keeps what was typed', async () => {
    await publishPolicyDocument(ctx, 'tiny', policy(1, '2026-01-01', 60));
    const editor = await app.signIn('editor');
    const body = new URLSearchParams({
      title: 'Cancel',
      summary: 'A summary long enough to be taken.',
      body: '## When {#when}\n\nWithin {{policy.dyas}} days.',
    });
    const answer = await editor('/desk/tiny/articles/cancel-plan/en', { method: 'POST', body });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('did you mean {{policy.days}}?');
    expect(html).toContain('Within {{policy.dyas}} days.');
    body.set('body', '## When {#when}\n\nWithin {{policy.days}} days.');
    const preview = await editor('/desk/tiny/articles/cancel-plan/en/preview', { method: 'POST', body });
    expect(await preview.text()).toContain('Within 60 days.');
  });
});
