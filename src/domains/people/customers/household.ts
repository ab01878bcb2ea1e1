import { type Context, inTransaction } from '#platform/context.ts';
import type { HouseholdProfile, Whence } from './customer.ts';
import { insertCustomerActivity } from './queries/accounts.ts';
import {
  insertProfile,
  listProfiles,
  lockCustomer,
  putProfileName,
  removeActivityOfProfile,
  removeProfile,
} from './queries/household.ts';

export const MAX_PROFILES = 10;
export const MAX_PROFILE_NAME = 60;

/** Why a profile cannot be called that, or cannot be added. */
export type ProfileRefusal = 'name' | 'taken' | 'full';

/** The household as it is at this moment, held until the transaction ends. */
async function lockHousehold(ctx: Context, customerId: string): Promise<readonly HouseholdProfile[]> {
  await lockCustomer(ctx, customerId);
  return listProfiles(ctx, customerId);
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

function wrongName(others: readonly HouseholdProfile[], name: string): ProfileRefusal | null {
  if (name === '' || name.length > MAX_PROFILE_NAME) return 'name';
  return others.some((other) => sameName(other.name, name)) ? 'taken' : null;
}

/** Adds a profile. @returns why not, or null when it was added */
export async function createProfile(
  ctx: Context,
  { customerId, name, whence }: { customerId: string; name: string; whence: Whence },
): Promise<ProfileRefusal | null> {
  return inTransaction(ctx, async (ctx) => {
    const household = await lockHousehold(ctx, customerId);
    const wrong = household.length >= MAX_PROFILES ? 'full' : wrongName(household, name);
    if (wrong) return wrong;
    const profileId = await insertProfile(ctx, customerId, name);
    await insertCustomerActivity(ctx, customerId, 'profileCreated', whence, { profileId, name });
    return null;
  });
}

/** Gives a profile another name. @returns why not; null when it was renamed, and also when there is none of that id */
export async function renameProfile(
  ctx: Context,
  { customerId, profileId, name, whence }: { customerId: string; profileId: string; name: string; whence: Whence },
): Promise<ProfileRefusal | null> {
  return inTransaction(ctx, async (ctx) => {
    const household = await lockHousehold(ctx, customerId);
    const profile = household.find(({ id }) => id === profileId);
    if (!profile || profile.name === name) return null;
    const others = household.filter(({ id }) => id !== profileId);
    const wrong = wrongName(others, name);
    if (wrong) return wrong;
    await putProfileName(ctx, customerId, profileId, name);
    await insertCustomerActivity(ctx, customerId, 'profileRenamed', whence, { profileId, name });
    return null;
  });
}

/** Deletes a profile with everything known about it: what is left is that one was deleted, without its name. */
export async function deleteProfile(
  ctx: Context,
  { customerId, profileId, whence }: { customerId: string; profileId: string; whence: Whence },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const household = await lockHousehold(ctx, customerId);
    if (!household.some(({ id }) => id === profileId)) return false;
    await removeProfile(ctx, customerId, profileId);
    await removeActivityOfProfile(ctx, customerId, profileId);
    await insertCustomerActivity(ctx, customerId, 'profileDeleted', whence);
    return true;
  });
}
