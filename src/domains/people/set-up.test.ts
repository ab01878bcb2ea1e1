import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { inTransaction } from '#platform/context.ts';
import { TEST_NOW, testContext, useDatabase } from '#test/support/database.ts';
import { countStaff } from './queries.ts';
import { createFirstAdmin, createSetupLink, isSetupLinkOpen, setUpWithLink } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** Longer than hashing a password and asking who is there. */
const WHILE_MS = 600;
const admin = (name: string) => ({
  email: `${name}@work.example`,
  name,
  locale: 'en',
  password: `a long walk home ${name}`,
});

describe('setting up an empty deployment', () => {
  const database = useDatabase();
  let clock: ReturnType<typeof fixedClock>;
  const ctx = () => testContext(database);
  beforeEach(async () => {
    await database.empty();
    clock = fixedClock(TEST_NOW);
  });
  const link = async (): Promise<string> => (await createSetupLink(ctx(), clock)) ?? '';

  test('behind a link makes the first administrator, who can sign in', async () => {
    expect(await setUpWithLink(ctx(), clock, await link(), admin('ada'))).toBe(true);
    expect(await signIn(ctx(), clock, admin('ada'))).toMatchObject({
      staff: { name: 'ada', grants: [{ role: 'admin', brandId: null }] },
    });
  });

  test('uses the link up', async () => {
    const token = await link();
    expect(await isSetupLinkOpen(ctx(), clock, token)).toBe(true);
    await setUpWithLink(ctx(), clock, token, admin('ada'));
    expect(await isSetupLinkOpen(ctx(), clock, token)).toBe(false);
    expect(await setUpWithLink(ctx(), clock, token, admin('eve'))).toBe(false);
    expect(await countStaff(ctx())).toBe(1);
  });

  test('is over after an hour', async () => {
    const token = await link();
    clock.set('2026-11-22T10:59:59Z');
    expect(await isSetupLinkOpen(ctx(), clock, token)).toBe(true);
    clock.set('2026-11-22T11:00:00Z');
    expect(await isSetupLinkOpen(ctx(), clock, token)).toBe(false);
    expect(await setUpWithLink(ctx(), clock, token, admin('ada'))).toBe(false);
    expect(await countStaff(ctx())).toBe(0);
  });

  test('does not open to a link nobody gave out', async () => {
    await link();
    expect(await setUpWithLink(ctx(), clock, 'guessed', admin('eve'))).toBe(false);
  });

  test('gives out no link once somebody works here, and an older one makes nobody', async () => {
    const older = await link();
    await createFirstAdmin(ctx(), admin('ada'));
    expect(await createSetupLink(ctx(), clock)).toBeNull();
    await expect(setUpWithLink(ctx(), clock, older, admin('eve'))).rejects.toThrow('set up already');
    expect(await countStaff(ctx())).toBe(1);
  });

  test('waits for somebody who is at it, and is then too late', async () => {
    let late: Promise<unknown> | undefined;
    await inTransaction(ctx(), async (inside) => {
      await createFirstAdmin(inside, admin('ada'));
      late = createFirstAdmin(ctx(), admin('eve')).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, WHILE_MS));
    });
    expect(await late).toMatchObject({ kind: 'conflict' });
    expect(await countStaff(ctx())).toBe(1);
  });

  test('happens once, also when several do it at the same moment by different ways', async () => {
    const links = [await link(), await link()];
    const results = await Promise.allSettled([
      createFirstAdmin(ctx(), admin('ada')),
      createFirstAdmin(ctx(), admin('eve')),
      ...links.map((token, n) => setUpWithLink(ctx(), clock, token, admin(`link${n}`))),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await countStaff(ctx())).toBe(1);
  });
});
