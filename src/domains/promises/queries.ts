import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import { actorKey, type Context } from '#platform/context.ts';
import { type BusinessHours, businessHoursSchema } from './business-hours.ts';
import type { MadePromise, WAITS_FOR } from './promise.ts';

type Reading = Pick<Context, 'db'>;

const MAX_OF_SUBJECT = 100;
const MAX_BREACHES = 200;

export async function findBusinessHours(ctx: Reading, brandId: string): Promise<BusinessHours | null> {
  const row = await ctx.db
    .selectFrom('business_hours')
    .select(['zone', 'week', 'holidays'])
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  return row ? (businessHoursSchema.parse(row) as BusinessHours) : null;
}

export async function putBusinessHours(ctx: Context, brandId: string, hours: BusinessHours): Promise<void> {
  const values = {
    zone: hours.zone,
    week: JSON.stringify(hours.week),
    holidays: JSON.stringify(hours.holidays),
    changed_at: dateOf(ctx.now),
    changed_by: actorKey(ctx.by),
  };
  await ctx.db
    .insertInto('business_hours')
    .values({ brand_id: brandId, ...values })
    .onConflict((c) => c.column('brand_id').doUpdateSet(values))
    .execute();
}

export type NewPromise = Pick<MadePromise, 'brandId' | 'subject' | 'kind' | 'waitsFor' | 'dueAt'>;

export async function insertPromise(ctx: Context, promise: NewPromise): Promise<string> {
  const { id } = await ctx.db
    .insertInto('promise')
    .values({
      brand_id: promise.brandId,
      subject: promise.subject,
      kind: promise.kind,
      waits_for: promise.waitsFor,
      made_at: dateOf(ctx.now),
      due_at: dateOf(promise.dueAt),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const withPauses = (ctx: Reading) =>
  ctx.db
    .selectFrom('promise')
    .leftJoin('promise_pause', (join) =>
      join.onRef('promise_pause.promise_id', '=', 'promise.id').on('promise_pause.resumed_at', 'is', null),
    )
    .selectAll('promise')
    .select('promise_pause.paused_at');

type Row = Awaited<ReturnType<ReturnType<typeof withPauses>['execute']>>[number];

const orNull = (value: Date | null): Temporal.Instant | null => (value ? instantOf(value) : null);

const toPromise = (row: Row): MadePromise => ({
  id: row.id,
  brandId: row.brand_id,
  subject: row.subject,
  kind: row.kind,
  waitsFor: row.waits_for as (typeof WAITS_FOR)[number],
  madeAt: instantOf(row.made_at),
  dueAt: instantOf(row.due_at),
  keptAt: orNull(row.kept_at),
  released: row.released_at ? { at: instantOf(row.released_at), because: row.released_because ?? '' } : null,
  breachedAt: orNull(row.breached_at),
  pausedAt: orNull(row.paused_at),
});

/** Promises about one thing, what is due first first. */
export async function listPromises(ctx: Reading, subject: string): Promise<MadePromise[]> {
  const rows = await withPauses(ctx)
    .where('promise.subject', '=', subject)
    .orderBy('promise.due_at')
    .orderBy('promise.id')
    .limit(MAX_OF_SUBJECT)
    .execute();
  return rows.map(toPromise);
}

/** One promise, held until the transaction ends. */
export async function lockPromise(ctx: Context, id: string): Promise<MadePromise | null> {
  const held = await ctx.db.selectFrom('promise').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!held) return null;
  const row = await withPauses(ctx).where('promise.id', '=', id).executeTakeFirst();
  return row ? toPromise(row) : null;
}

export async function putKept(ctx: Context, id: string, breachedAt: Temporal.Instant | null): Promise<void> {
  const late = breachedAt ? { breached_at: dateOf(breachedAt) } : {};
  await ctx.db
    .updateTable('promise')
    .set({ kept_at: dateOf(ctx.now), ...late })
    .where('id', '=', id)
    .execute();
}

export async function putReleased(ctx: Context, id: string, because: string): Promise<void> {
  await ctx.db
    .updateTable('promise')
    .set({ released_at: dateOf(ctx.now), released_because: because })
    .where('id', '=', id)
    .execute();
}

export async function insertPause(ctx: Context, id: string, because: string): Promise<void> {
  await ctx.db
    .insertInto('promise_pause')
    .values({ promise_id: id, paused_at: dateOf(ctx.now), because })
    .execute();
}

export async function putResumed(ctx: Context, id: string, dueAt: Temporal.Instant): Promise<void> {
  await ctx.db
    .updateTable('promise_pause')
    .set({ resumed_at: dateOf(ctx.now) })
    .where('promise_id', '=', id)
    .where('resumed_at', 'is', null)
    .execute();
  await ctx.db
    .updateTable('promise')
    .set({ due_at: dateOf(dueAt) })
    .where('id', '=', id)
    .execute();
}

/** Marks promises whose time ran out since anybody looked; each is answered to one caller only. */
export async function putBreaches(ctx: Context): Promise<string[]> {
  const late = ctx.db
    .selectFrom('promise')
    .select('promise.id')
    .where('due_at', '<', dateOf(ctx.now))
    .where('kept_at', 'is', null)
    .where('released_at', 'is', null)
    .where('breached_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('promise_pause')
            .select('promise_id')
            .whereRef('promise_id', '=', 'promise.id')
            .where('resumed_at', 'is', null),
        ),
      ),
    )
    .orderBy('due_at')
    .limit(MAX_BREACHES)
    .forUpdate()
    .skipLocked();
  const rows = await ctx.db
    .updateTable('promise')
    .set((eb) => ({ breached_at: eb.ref('due_at') }))
    .where('id', 'in', late)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function removePromises(ctx: Context, subject: string): Promise<void> {
  await ctx.db.deleteFrom('promise').where('subject', '=', subject).execute();
}
