import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '#lib/time.ts';
import { compilePolicies, decide, type PolicyDocument, readDocumentText, readFacts } from '#policy/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { heldAllAlong } from '../drafts/compared.ts';
import { listRequests, measureRequests } from '../queries/corpus.ts';
import { fillCorpus } from './fill-corpus.ts';
import { requestAt } from './generate-requests.ts';
import { CORPUS } from './trades.ts';

const UNTIL = Temporal.PlainDate.from('2026-11-22');

function documentOf(brand: string): PolicyDocument {
  const path = join(import.meta.dirname, `../../../../packs/${brand}/policies/refunds.yaml`);
  const read = readDocumentText(readFileSync(path, 'utf8'));
  if ('problems' in read || read.document.kind !== 'policy') throw new Error(`${brand} has a policy`);
  return read.document;
}

const sample = (brand: string, size: number) => {
  const trade = CORPUS.get(brand)?.trade;
  if (!trade) throw new Error(`${brand} has a corpus`);
  const input = { brandId: brand, trade, document: documentOf(brand), until: UNTIL };
  return Array.from({ length: size }, (_, place) => requestAt(place, input));
};

describe('generated requests', () => {
  test('are twenty thousand together', () => {
    expect([...CORPUS.values()].reduce((sum, { size }) => sum + size, 0)).toBe(20_000);
  });

  test.each([...CORPUS.keys()])('of %s can be read and decided, and are of many kinds', (brand) => {
    const policies = compilePolicies([heldAllAlong(documentOf(brand))]);
    const kinds = sample(brand, 600).map(({ facts, asOf }) => {
      const read = readFacts(facts, policies.vocabulary);
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      return decide(policies, read.facts, asOf).kind;
    });
    expect(new Set(kinds)).toEqual(new Set([...kinds, 'full', 'none', 'ask', 'route', 'refer', 'effects']));
  });

  test('are the same at the same place, and differ from place to place', () => {
    expect(sample('lantern', 3)).toEqual(sample('lantern', 3));
    const [first, second] = sample('lantern', 2);
    expect(first).not.toEqual(second);
  });

  test('lie thick around the last day of a window, and none in the future', () => {
    const days = sample('lantern', 1_000).map(({ facts }) => {
      const { request, charges } = facts as { request: { at: string }; charges: { at: string }[] };
      expect(request.at < '2026-11-22').toBe(true);
      const from = Temporal.Instant.from(charges[0]?.at ?? '');
      return Math.floor(from.until(Temporal.Instant.from(request.at)).total('hours') / 24);
    });
    const near = days.filter((day) => day >= 6 && day <= 8).length;
    // A third is put there on purpose, beside those that come there by themselves.
    expect(near).toBeGreaterThan(300);
    expect(near).toBeLessThan(600);
  });

  test('are paid in money with and without decimals', () => {
    const units = sample('northstar', 800).flatMap(({ facts }) =>
      (facts as { charges: { currency: string; components: { amount: number }[] }[] }).charges.map((charge) => ({
        unit: charge.currency,
        amount: charge.components[0]?.amount ?? 0,
      })),
    );
    expect(new Set(units.map(({ unit }) => unit))).toContain('JPY');
    // A streaming plan is between 700 and 4,000 yen, not a hundred times as much.
    for (const { amount } of units.filter(({ unit }) => unit === 'JPY')) expect(amount).toBeLessThan(4_000);
  });
});

describe('the corpus of a demo', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(database, { packs: ['lantern'] });
  });
  afterAll(() => app.close());

  test('is filled once, whoever fills it and however often', async () => {
    const ctx = app.context();
    await Promise.all([fillCorpus(ctx, 'lantern', '2026-11-22'), fillCorpus(ctx, 'lantern', '2026-11-22')]);
    await fillCorpus(ctx, 'lantern', '2026-11-22');
    const { count, last } = await measureRequests(ctx, 'lantern');
    expect(count).toBe(4_500);
    const stored = await listRequests(ctx, 'lantern', { after: 0, upTo: last, limit: 3 });
    expect(stored.map(({ facts }) => facts)).toEqual(sample('lantern', 3).map(({ facts }) => facts));
  });

  test('is not made up for a brand that is no example', async () => {
    await fillCorpus(app.context(), 'somebody', '2026-11-22');
    expect((await measureRequests(app.context(), 'somebody')).count).toBe(0);
  });
});
