import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { partsOf } from './sent-documents.ts';

const TEXT = { en: 'a', ms: 'a', fr: 'a', de: 'a' };
const LEAF = { fact: 'channel', eq: 'own' } as const;

/** Conditions that stand for two of the one before: 2 to the power of `steps` parts, in a few lines each. */
const doubling = (steps: number): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: steps }, (_, i) => {
      const before = i === 0 ? LEAF : { condition: `c${i - 1}` };
      return [`c${i}`, { all: [before, before] }];
    }),
  );

const policy = (steps: number, rules: number): Record<string, unknown> => ({
  kind: 'policy',
  id: 'sent',
  version: 1,
  layer: 'company',
  title: TEXT,
  status: 'published',
  scope: {},
  effective: { from: '2024-01-01', anchor: 'request' },
  provenance: [{ source: 'invented', verified: false }],
  zone: 'UTC',
  locales: ['en'],
  define: { conditions: doubling(steps) },
  rules: Array.from({ length: rules }, (_, i) => ({
    id: `r${i}`,
    on: ['refund'],
    when: { condition: `c${steps - 1}` },
    outcome: { deny: {} },
    text: TEXT,
    textNot: TEXT,
  })),
});

const factsWith = (charges: number) => ({
  channel: 'own',
  request: {
    kind: 'refund',
    at: '2026-11-20T10:00:00Z',
    about: Array.from({ length: charges }, (_, i) => `c${i}`),
  },
  charges: Array.from({ length: charges }, (_, i) => ({
    id: `c${i}`,
    at: '2026-11-10',
    currency: 'EUR',
    alreadyRefunded: 0,
    components: [{ kind: 'fee', amount: 4999 }],
  })),
});

describe('questions made to keep the node busy', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(database, { packs: ['norton'], env: { RECOURSE_TRUSTED_PROXIES: '1' } });
  });
  afterAll(() => app.close());
  afterEach(() => vi.restoreAllMocks());

  const ask = (body: unknown, address: string): Promise<Response> =>
    app.request('/api/v1/policy/decisions', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    });

  test('fifteen kilobytes that stand for millions of conditions are refused before they are put together', async () => {
    const answer = await ask({ documents: [policy(12, 100)], facts: factsWith(1) }, '192.0.2.1');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/stands? for more than \d+ parts/);
  });

  test('a document that is fine for one charge is refused for a hundred when it is long', async () => {
    const document = policy(8, 10);
    expect((await ask({ documents: [document], facts: factsWith(1) }, '192.0.2.2')).status).toBe(200);
    const answer = await ask({ documents: [document], facts: factsWith(100) }, '192.0.2.2');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('for all charges together');
  });

  test('names are counted for what they stand for, each time they are used', () => {
    const parts = (steps: number, rules: number): number => partsOf(policy(steps, rules) as never);
    expect(parts(12, 10) - parts(12, 9)).toBeGreaterThan(4096);
    expect(parts(3, 10) - parts(3, 9)).toBeLessThan(40);
  });

  test('a network whose questions took five seconds waits for the next minute, and others do not', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 3000;
      return now;
    });
    const question = { brand: 'norton', facts: factsWith(1) };
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask(question, '192.0.2.3')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await ask(question, '192.0.2.3');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(question, '192.0.2.4')).status).toBe(200);
  });
});
