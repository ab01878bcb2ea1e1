import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { decideCase, replaysAlike } from './decide-case.ts';
import { type PolicyShelf, readShelf } from './policy-shelves.ts';
import { listDecisions } from './queries.ts';

const BRANDS = ['netflix', 'norton', 'iptv-smarters-pro', 'sentinel', 'lantern'];

type Facts = Record<string, unknown>;

const isGroup = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A case's facts laid over those of its document, group by group. */
const laidOver = (base: Facts, facts: Facts): Facts => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const below = base[name];
      return [name, isGroup(value) && isGroup(below) ? { ...below, ...value } : value];
    }),
  ),
});

function casesOf(shelf: PolicyShelf): Facts[] {
  return shelf.own.flatMap(({ document }) =>
    document.kind === 'policy'
      ? (document.tests?.cases ?? [])
          .filter(({ unknown }) => unknown === undefined)
          .map(({ facts }) => laidOver(document.tests?.facts ?? {}, facts ?? {}))
      : [],
  );
}

describe('deciding a case', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(database, { packs: BRANDS });
  });
  afterAll(() => app.close());

  test.each(BRANDS)('every case %s was written with is kept and comes out the same again', async (brand) => {
    const ctx = app.context();
    const shelf = await readShelf(ctx, brand);
    const cases = casesOf(shelf);
    expect(cases.length).toBeGreaterThan(8);
    for (const [i, facts] of cases.entries()) {
      const subject = `test:${brand}-${i}`;
      const decided = await decideCase(ctx, shelf, { subject, facts });
      if ('problems' in decided) throw new Error(JSON.stringify(decided.problems));
      const [stored] = await listDecisions(ctx, subject);
      expect(stored?.id).toBe(decided.id);
      expect(stored?.decision).toEqual(JSON.parse(JSON.stringify(decided.decision)));
      expect(stored && (await replaysAlike(ctx, stored))).toBe(true);
    }
  });

  test('a changed fact, amount or document does not replay', async () => {
    const ctx = app.context();
    const shelf = await readShelf(ctx, 'norton');
    const [facts = {}] = casesOf(shelf);
    await decideCase(ctx, shelf, { subject: 'test:tampered', facts });
    const [stored] = await listDecisions(ctx, 'test:tampered');
    if (!stored) throw new Error('nothing was stored');
    const changed = laidOver(stored.facts, { contract: { term: 'monthly' } });
    expect(await replaysAlike(ctx, { ...stored, facts: changed })).toBe(false);
    expect(await replaysAlike(ctx, { ...stored, decisionHash: '0'.repeat(64) })).toBe(false);
    expect(await replaysAlike(ctx, { ...stored, documentHashes: stored.documentHashes.slice(1) })).toBe(false);
    expect(await replaysAlike(ctx, { ...stored, documentHashes: ['f'.repeat(64)] })).toBe(false);
  });

  test('facts that cannot be read are named by their path, and nothing is stored', async () => {
    const ctx = app.context();
    const shelf = await readShelf(ctx, 'norton');
    const decided = await decideCase(ctx, shelf, { subject: 'test:wrong', facts: { chanel: 'own' } });
    expect('problems' in decided && decided.problems[0]?.path).toEqual(['chanel']);
    expect(await listDecisions(ctx, 'test:wrong')).toEqual([]);
  });

  test('the node’s shelves follow what is published, laws and calendars included', () => {
    const shelf = app.services.shelves.of('norton');
    expect(shelf?.own.map(({ document }) => document.id)).toEqual(['norton-refunds']);
    expect(shelf?.laws.map(({ document }) => document.id)).toContain('eu-withdrawal');
    expect(shelf?.policies.calendars.length).toBeGreaterThan(0);
    expect(app.services.shelves.of('nobody')).toBeUndefined();
  });
});
