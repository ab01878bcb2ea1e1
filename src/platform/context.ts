import type { Temporal } from '#lib/time.ts';
import type { Db } from './database/database.ts';

/** Who is acting: a signed-in member of staff, a signed-in customer, a reader nobody knows, a pack being loaded, or Recourse itself. */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string; readonly name: string }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'pack'; readonly brand: string }
  | { readonly kind: 'system'; readonly part: string };

/** What every verb and query gets first. `now` is business time. */
export interface Context {
  readonly db: Db;
  readonly by: Actor;
  readonly now: Temporal.Instant;
}

/** The actor as rows store it: `staff:…`, `customer:…`, `visitor`, `pack:…`, `system:…`. */
export function actorKey(by: Actor): string {
  if (by.kind === 'staff' || by.kind === 'customer') return `${by.kind}:${by.id}`;
  if (by.kind === 'pack') return `pack:${by.brand}`;
  return by.kind === 'system' ? `system:${by.part}` : 'visitor';
}

/** Runs `work` in one transaction; inside one already, joins it. The shadowed context must be used within. */
export async function inTransaction<C extends Context, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
