import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';

const NORTON = readFileSync('packs/norton/policies/refunds.yaml', 'utf8');

/** A yearly renewal of 23 September, asked about 58 days later. */
const FACTS = {
  channel: 'own',
  request: { kind: 'refund', at: '2026-11-20T10:00:00Z', about: ['c1'], reason: 'renewalCharge' },
  contract: { region: 'US', zone: 'America/New_York', term: 'annual', periodKind: 'renewal', consumer: true },
  evidence: [],
  charges: [
    {
      id: 'c1',
      at: '2026-09-23T15:00:00Z',
      currency: 'USD',
      merchantOfRecord: 'us',
      alreadyRefunded: 0,
      disputeState: null,
      components: [{ kind: 'fee', amount: 8999 }],
    },
  ],
};

interface Answer {
  readonly kind: string;
  readonly asOf: string;
  readonly amounts: readonly { minor: number; unit: string }[];
  readonly documents: readonly { id: string; hash: string }[];
  readonly explanation: { locale: string; headline: string; results: readonly { rules: readonly unknown[] }[] };
}

describe('the policy API', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(database, { packs: ['norton'] });
  });
  afterAll(() => app.close());

  const ask = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request('/api/v1/policy/decisions', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const answer = async (body: unknown): Promise<Answer> => {
    const response = await ask(body);
    if (response.status !== 200) throw new Error(await response.text());
    return (await response.json()) as Answer;
  };
  const refusal = async (body: unknown): Promise<string[]> => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    const text = JSON.stringify(await response.json());
    return [...text.matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path ?? '');
  };

  test('decides under the documents of a brand, with reasons in the language asked for', async () => {
    const given = await answer({ brand: 'norton', facts: FACTS, locale: 'de' });
    expect([given.kind, given.amounts]).toEqual(['full', [{ minor: 8999, unit: 'USD' }]]);
    expect(given.documents.map(({ id }) => id)).toContain('norton-refunds');
    expect(given.explanation.locale).toBe('de');
    expect(given.explanation.headline).toContain('zurück');
    expect(given.explanation.results[0]?.rules.length).toBeGreaterThan(3);
  });

  test('decides under documents sent along, as text or as an object, the same every time', async () => {
    const text = await answer({ documents: [NORTON], facts: { ...FACTS, brand: 'norton' } });
    expect([text.kind, text.documents.map(({ id }) => id)]).toEqual(['full', ['norton-refunds']]);
    expect(await answer({ documents: [NORTON], facts: { ...FACTS, brand: 'norton' } })).toEqual(text);
    const own = {
      kind: 'policy',
      id: 'mine',
      version: 1,
      layer: 'company',
      status: 'published',
      scope: {},
      effective: { from: '2020-01-01' },
      provenance: [{ source: 'mine', verified: true }],
      zone: 'UTC',
      rules: [{ id: 'half', on: ['refund'], outcome: { refund: { amount: { percent: 50 } } } }],
    };
    const half = await answer({ documents: [own], facts: FACTS });
    expect([half.kind, half.amounts]).toEqual(['partial', [{ minor: 4500, unit: 'USD' }]]);
  });

  test('decides as of the time that is given, else of the request', async () => {
    expect((await answer({ brand: 'norton', facts: FACTS })).asOf).toBe('2026-11-20T10:00:00.000Z');
    expect((await answer({ brand: 'norton', facts: FACTS, asOf: '2026-12-24' })).asOf).toBe('2026-12-24T12:00:00.000Z');
  });

  test('keeps nothing', async () => {
    await answer({ brand: 'norton', facts: FACTS });
    const { rows } = await database.pool.query('select count(*)::int as n from policy_decision');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('names each problem by its path', async () => {
    expect(await refusal({ facts: FACTS })).toEqual(['brand']);
    expect(await refusal({ brand: 'norton', documents: [NORTON], facts: FACTS })).toEqual(['brand']);
    expect(await refusal({ brand: 'norton', facts: { ...FACTS, chanel: 'own' } })).toEqual(['facts.chanel']);
    expect(await refusal({ brand: 'norton', facts: { contract: { consumer: 'perhaps' } } })).toEqual([
      'facts.contract.consumer',
    ]);
    expect(await refusal({ brand: 'norton', facts: FACTS, asOf: 'soon' })).toEqual(['asOf']);
    expect(await refusal({ documents: ['kind: policy\nid: x'], facts: FACTS })).toContain('documents.0');
    expect(await refusal({ brand: 'norton', facts: FACTS, more: 1 })).toHaveLength(1);
    expect((await ask({ brand: 'nobody', facts: FACTS })).status).toBe(404);
    expect((await ask('{')).status).toBe(400);
  });

  test('is bounded: large bodies, many charges and many documents are refused', async () => {
    expect((await ask({ brand: 'norton', facts: { request: { explanation: 'x'.repeat(300_000) } } })).status).toBe(413);
    const charges = Array.from({ length: 101 }, (_, i) => ({ ...FACTS.charges[0], id: `c${i}` }));
    expect(await refusal({ brand: 'norton', facts: { ...FACTS, charges } })).toEqual(['facts.charges']);
    expect(await refusal({ documents: Array.from({ length: 21 }, () => 'kind: policy'), facts: {} })).toEqual([
      'documents',
    ]);
  });

  test('counts questions from one network and says when to come back', async () => {
    const other = await createTestApp(database, { packs: [], env: { RECOURSE_TRUSTED_PROXIES: '1' } });
    let last: Response | undefined;
    for (let i = 0; i < 125 && last?.status !== 429; i++)
      last = await other.request('/api/v1/policy/decisions', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7' },
      });
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    await other.close();
  });

  test('hands out the documents in force with their hash and the text as it was written', async () => {
    const response = await app.request('/api/v1/brands/norton/policy?locale=fr');
    const { documents } = (await response.json()) as {
      documents: { id: string; hash: string; title: string; source: string; from: string; url: string }[];
    };
    const own = documents.find(({ id }) => id === 'norton-refunds');
    expect(own).toMatchObject({ title: 'Remboursements Norton, tels que publiés', source: NORTON, from: '2024-01-01' });
    expect(own?.url).toBe('http://localhost:3000/norton/fr/policy#norton-refunds');
    expect(documents.map(({ id }) => id)).not.toContain('uk-subscriptions');
    const decided = await answer({ brand: 'norton', facts: FACTS });
    expect(decided.documents.find(({ id }) => id === 'norton-refunds')?.hash).toBe(own?.hash);
  });

  test('is described by the OpenAPI document', async () => {
    const { paths } = (await (await app.request('/openapi.json')).json()) as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/policy/decisions', '/brands/{brand}/policy']));
  });
});
