import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#test/support/database.ts';
import { createProfile, deleteProfile, MAX_PROFILES, renameProfile } from './household.ts';
import { chooseNotifications, wantsNotification } from './notifications.ts';
import { listCustomerActivity } from './queries/accounts.ts';
import { listProfiles } from './queries/household.ts';
import { type Accounts, useAccounts, whence } from './testing/accounts.ts';

const database = useDatabase();
const { started, join, idOf } = useAccounts(database);
let ctx: Accounts['ctx'];
beforeAll(() => {
  ({ ctx } = started());
});

async function household(email: string, ...names: string[]): Promise<string> {
  await join(email);
  const customerId = await idOf(email);
  for (const name of names) await createProfile(ctx, { customerId, name, whence });
  return customerId;
}
const namesOf = async (customerId: string) => (await listProfiles(ctx, customerId)).map(({ name }) => name);
const profileOf = async (customerId: string, name: string) =>
  (await listProfiles(ctx, customerId)).find((profile) => profile.name === name)?.id ?? '';

describe('a household', () => {
  test('has profiles that are added and renamed', async () => {
    const customerId = await household('home@example.com', 'Maya', 'Children');
    const profileId = await profileOf(customerId, 'Children');
    expect(await renameProfile(ctx, { customerId, profileId, name: 'Lin', whence })).toBeNull();
    expect((await namesOf(customerId)).sort()).toEqual(['Lin', 'Maya']);
  });

  test('has no two profiles of one name, none without, and ten at most', async () => {
    const customerId = await household('limits@example.com', 'Maya');
    const add = (name: string) => createProfile(ctx, { customerId, name, whence });
    expect([await add('MAYA'), await add(''), await add('x'.repeat(61))]).toEqual(['taken', 'name', 'name']);
    for (let i = 1; i < MAX_PROFILES; i++) expect(await add(`Guest ${i}`)).toBeNull();
    expect(await add('One more')).toBe('full');
  });

  test('gets the last place once when two ask for it at the same moment', async () => {
    const names = Array.from({ length: MAX_PROFILES - 1 }, (_, i) => `Guest ${i}`);
    const customerId = await household('race@example.com', ...names);
    const both = await Promise.all(['A', 'B'].map((name) => createProfile(ctx, { customerId, name, whence })));
    expect([...both].sort()).toEqual(['full', null]);
  });

  test('loses a profile with its history: only that one was deleted is left', async () => {
    const customerId = await household('gone@example.com', 'Secret name', 'Other');
    const profileId = await profileOf(customerId, 'Secret name');
    await renameProfile(ctx, { customerId, profileId, name: 'Secret too', whence });
    expect(await deleteProfile(ctx, { customerId, profileId, whence })).toBe(true);
    expect(await namesOf(customerId)).toEqual(['Other']);
    const activity = await listCustomerActivity(ctx, customerId, 50);
    expect(JSON.stringify(activity)).not.toContain('Secret');
    expect(activity.map(({ kind }) => kind)).toContain('profileDeleted');
    expect(JSON.stringify(activity)).toContain('Other');
  });

  test('of somebody else is neither renamed nor deleted by a profile’s id', async () => {
    const victim = await household('victim@example.com', 'Maya');
    const profileId = await profileOf(victim, 'Maya');
    const attacker = await household('attacker@example.com');
    await renameProfile(ctx, { customerId: attacker, profileId, name: 'Mine', whence });
    expect(await deleteProfile(ctx, { customerId: attacker, profileId, whence })).toBe(false);
    expect(await namesOf(victim)).toEqual(['Maya']);
  });
});

describe('notifications', () => {
  test('come until they are switched off, and again when they are switched on', async () => {
    const customerId = await household('told@example.com');
    const wants = () => wantsNotification(ctx, customerId, 'charge');
    expect(await wants()).toBe(true);
    await chooseNotifications(ctx, { customerId, on: ['renewal'], whence });
    expect([await wants(), await wantsNotification(ctx, customerId, 'renewal')]).toEqual([false, true]);
    await chooseNotifications(ctx, { customerId, on: ['charge', 'renewal'], whence });
    expect(await wants()).toBe(true);
  });

  test('chosen as they were leave no line in the activity', async () => {
    const customerId = await household('same@example.com');
    const choose = () => chooseNotifications(ctx, { customerId, on: ['charge'], whence });
    await choose();
    await choose();
    const kinds = (await listCustomerActivity(ctx, customerId, 50)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'notificationsChanged')).toHaveLength(1);
  });

  test('of changes to the account cannot be switched off in the database either', async () => {
    const customerId = await household('always@example.com');
    await expect(
      database.pool.query('insert into customer_notification_off values ($1, $2, now())', [
        customerId,
        'accountChange',
      ]),
    ).rejects.toThrow();
  });
});
