import { randomToken, sha256 } from '#lib/bytes.ts';
import { conflict } from '#lib/faults.ts';
import type { Clock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { hashPassword } from './password.ts';
import {
  countStaff,
  hasOpenSetupLink,
  insertActivity,
  insertSetupLink,
  lockStaff,
  putSetupLinkUsed,
  putStaff,
} from './queries.ts';

const LINK_HOURS = 1;

export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly password: string;
}

/** A link that sets up an empty deployment, once, within the hour; null when somebody works here already. */
export async function createSetupLink(ctx: Pick<Context, 'db'>, clock: Clock): Promise<string | null> {
  if ((await countStaff(ctx)) > 0) return null;
  const token = randomToken();
  const at = clock.wall();
  await insertSetupLink(ctx, sha256(token), at, at.add({ hours: LINK_HOURS }));
  return token;
}

export const isSetupLinkOpen = (ctx: Pick<Context, 'db'>, clock: Clock, token: string): Promise<boolean> =>
  hasOpenSetupLink(ctx, sha256(token), clock.wall());

/** Creates the first administrator, from the command line or behind a set-up link. @throws conflict when there is staff already */
export async function createFirstAdmin(ctx: Context, admin: FirstAdmin): Promise<void> {
  const passwordHash = await hashPassword(admin.password);
  await inTransaction(ctx, async (ctx) => {
    await lockStaff(ctx);
    if ((await countStaff(ctx)) > 0) throw conflict('this deployment has been set up already', 'set-up-already');
    await putStaff(ctx, {
      email: admin.email,
      name: admin.name,
      locale: admin.locale,
      passwordHash,
      grants: [{ role: 'admin', brandId: null }],
    });
    await insertActivity(ctx, { brandId: null, action: 'set-up', subject: admin.email });
  });
}

/** The same behind a link, which is used up with it. False when the link is no longer good. */
export async function setUpWithLink(ctx: Context, clock: Clock, token: string, admin: FirstAdmin): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await putSetupLinkUsed(ctx, sha256(token), clock.wall()))) return false;
    await createFirstAdmin(ctx, admin);
    return true;
  });
}
