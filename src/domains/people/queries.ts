import { sql } from 'kysely';
import { isLocale } from '#lib/locales.ts';
import { dateOf, type Temporal } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import type { Grant, Role, Staff } from './staff.ts';

type Reading = Pick<Context, 'db'>;

async function withGrants(
  ctx: Reading,
  row: { id: string; email: string; name: string; locale: string } | undefined,
): Promise<Staff | null> {
  if (!row) return null;
  const grants = await ctx.db
    .selectFrom('staff_role')
    .select(['role', 'brand_id'])
    .where('staff_id', '=', row.id)
    .limit(500)
    .execute();
  return {
    ...row,
    locale: isLocale(row.locale) ? row.locale : 'en',
    grants: grants.map((g) => ({ role: g.role as Role, brandId: g.brand_id })),
  };
}

export async function findStaffWithPassword(
  ctx: Reading,
  email: string,
): Promise<{ staff: Staff; hash: string } | null> {
  const row = await ctx.db
    .selectFrom('staff')
    .innerJoin('staff_password', 'staff_password.staff_id', 'staff.id')
    .select(['staff.id', 'staff.email', 'staff.name', 'staff.locale', 'staff_password.hash'])
    .where((eb) => eb(eb.fn('lower', ['staff.email']), '=', email.toLowerCase()))
    .where('staff.closed_at', 'is', null)
    .executeTakeFirst();
  const staff = await withGrants(ctx, row && { id: row.id, email: row.email, name: row.name, locale: row.locale });
  return staff && row ? { staff, hash: row.hash } : null;
}

/** Lets one transaction at a time add staff, so that of two that find none only one becomes the first. */
export async function lockStaff(ctx: Reading): Promise<void> {
  await sql`lock table staff in share row exclusive mode`.execute(ctx.db);
}

export async function countStaff(ctx: Reading): Promise<number> {
  const row = await ctx.db
    .selectFrom('staff')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** Names of people who did things, by their actor key, for histories. */
export async function listStaffNames(ctx: Reading): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom('staff').select(['id', 'name']).limit(2000).execute();
  return new Map(rows.map((row) => [`staff:${row.id}`, row.name]));
}

export async function putStaff(
  ctx: Context,
  person: { email: string; name: string; locale: string; passwordHash: string; grants: readonly Grant[] },
): Promise<string> {
  const at = dateOf(ctx.now);
  const by = actorKey(ctx.by);
  const { id } = await ctx.db
    .insertInto('staff')
    .values({ email: person.email, name: person.name, locale: person.locale, created_at: at, created_by: by })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db.insertInto('staff_password').values({ staff_id: id, hash: person.passwordHash, set_at: at }).execute();
  await ctx.db
    .insertInto('staff_role')
    .values(
      person.grants.map((g) => ({ staff_id: id, role: g.role, brand_id: g.brandId, granted_at: at, granted_by: by })),
    )
    .execute();
  return id;
}

export async function findStaffByEmail(ctx: Reading, email: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function putStaffLocale(ctx: Reading, staffId: string, locale: string): Promise<void> {
  await ctx.db.updateTable('staff').set({ locale }).where('id', '=', staffId).execute();
}

export async function insertSession(
  ctx: Reading,
  session: { tokenHash: string; staffId: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  const at = dateOf(session.at);
  await ctx.db
    .insertInto('staff_session')
    .values({
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      created_at: at,
      seen_at: at,
      expires_at: dateOf(session.expiresAt),
    })
    .execute();
}

/** The person a live session belongs to. */
export async function findSessionStaff(ctx: Reading, tokenHash: string, at: Temporal.Instant): Promise<Staff | null> {
  const row = await ctx.db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff.id', 'staff.email', 'staff.name', 'staff.locale'])
    .where('token_hash', '=', tokenHash)
    .where('staff_session.ended_at', 'is', null)
    .where('staff_session.expires_at', '>', dateOf(at))
    .where('staff.closed_at', 'is', null)
    .executeTakeFirst();
  return withGrants(ctx, row);
}

export async function putSessionEnded(ctx: Reading, tokenHash: string, at: Temporal.Instant): Promise<void> {
  await ctx.db
    .updateTable('staff_session')
    .set({ ended_at: dateOf(at) })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

export async function insertSetupLink(
  ctx: Reading,
  tokenHash: string,
  at: Temporal.Instant,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await ctx.db
    .insertInto('setup_link')
    .values({ token_hash: tokenHash, created_at: dateOf(at), expires_at: dateOf(expiresAt) })
    .execute();
}

export async function hasOpenSetupLink(ctx: Reading, tokenHash: string, at: Temporal.Instant): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('setup_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a link up; true for the one caller who got it. */
export async function putSetupLinkUsed(ctx: Reading, tokenHash: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('setup_link')
    .set({ used_at: dateOf(at) })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', dateOf(at))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Adds a line to the audit log. */
export async function insertActivity(
  ctx: Context,
  activity: { brandId: string | null; action: string; subject: string; details?: object },
): Promise<void> {
  await ctx.db
    .insertInto('staff_activity')
    .values({
      at: dateOf(ctx.now),
      actor: actorKey(ctx.by),
      brand_id: activity.brandId,
      action: activity.action,
      subject: activity.subject,
      details: JSON.stringify(activity.details ?? {}),
    })
    .execute();
}

export interface Activity {
  readonly at: Date;
  readonly actor: string;
  readonly brandId: string | null;
  readonly action: string;
  readonly subject: string;
}

/** The audit log of one brand, newest first; `withShared` adds what concerns no single brand, such as sign-ins. */
export async function listActivity(
  ctx: Reading,
  { brandId, withShared, limit }: { brandId: string; withShared: boolean; limit: number },
): Promise<Activity[]> {
  const rows = await ctx.db
    .selectFrom('staff_activity')
    .select(['at', 'actor', 'brand_id', 'action', 'subject'])
    .where((eb) => eb.or([eb('brand_id', '=', brandId), ...(withShared ? [eb('brand_id', 'is', null)] : [])]))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    actor: row.actor,
    brandId: row.brand_id,
    action: row.action,
    subject: row.subject,
  }));
}
