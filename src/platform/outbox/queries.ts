import { dateOf, instantOf, type Temporal } from '#lib/time.ts';
import type { Context } from '../context.ts';

type Reading = Pick<Context, 'db'>;

export interface NewMessage {
  readonly medium: 'mail' | 'sms';
  readonly brandId: string | null;
  /** Whom it is about, as `customer:ID`. */
  readonly about: string;
  /** What it is, as `confirmEmail`. */
  readonly kind: string;
  readonly locale: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

export interface OutgoingMessage extends Omit<NewMessage, 'text'> {
  readonly id: string;
  /** Emptied once it is sent. */
  readonly text: string | null;
  readonly queuedAt: Temporal.Instant;
  readonly tries: number;
  readonly lastTriedAt: Temporal.Instant | null;
  readonly lastError: string | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly deliveredTo: 'relay' | 'mailbox' | null;
  readonly givenUpAt: Temporal.Instant | null;
}

export async function insertMessage(ctx: Context, message: NewMessage): Promise<string> {
  const { id } = await ctx.db
    .insertInto('outgoing_message')
    .values({
      medium: message.medium,
      brand_id: message.brandId,
      about: message.about,
      kind: message.kind,
      locale: message.locale,
      recipient: message.recipient,
      subject: message.subject,
      body_text: message.text,
      body_html: message.html,
      queued_at: dateOf(ctx.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const rows = (ctx: Reading) => ctx.db.selectFrom('outgoing_message').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];
const orNull = (value: Date | null): Temporal.Instant | null => (value ? instantOf(value) : null);

const toMessage = (row: Row): OutgoingMessage => ({
  id: row.id,
  medium: row.medium as OutgoingMessage['medium'],
  brandId: row.brand_id,
  about: row.about,
  kind: row.kind,
  locale: row.locale,
  recipient: row.recipient,
  subject: row.subject,
  text: row.body_text,
  html: row.body_html,
  queuedAt: instantOf(row.queued_at),
  tries: row.tries,
  lastTriedAt: orNull(row.last_tried_at),
  lastError: row.last_error,
  deliveredAt: orNull(row.delivered_at),
  deliveredTo: row.delivered_to as OutgoingMessage['deliveredTo'],
  givenUpAt: orNull(row.given_up_at),
});

/** A message that still has to go out, held until the transaction ends; null when it is gone, sent or given up. */
export async function lockWaiting(ctx: Reading, id: string): Promise<OutgoingMessage | null> {
  const row = await rows(ctx)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ? toMessage(row) : null;
}

export async function findMessage(ctx: Reading, id: string): Promise<OutgoingMessage | null> {
  const row = await rows(ctx).where('id', '=', id).executeTakeFirst();
  return row ? toMessage(row) : null;
}

/** Newest first; only those that fail when asked for. */
export async function listMessages(
  ctx: Reading,
  { onlyFailing, limit }: { readonly onlyFailing: boolean; readonly limit: number },
): Promise<OutgoingMessage[]> {
  const all = rows(ctx).orderBy('queued_at', 'desc').orderBy('id').limit(limit);
  const found = onlyFailing ? all.where('last_error', 'is not', null).where('delivered_at', 'is', null) : all;
  return (await found.execute()).map(toMessage);
}

/** Records that it went out. What a relay took is emptied here: its links are keys. */
export async function putDelivered(ctx: Context, id: string, to: 'relay' | 'mailbox'): Promise<void> {
  const emptied = to === 'relay' ? { body_text: null, body_html: null } : {};
  await ctx.db
    .updateTable('outgoing_message')
    .set((eb) => ({
      delivered_at: dateOf(ctx.now),
      delivered_to: to,
      tries: eb('tries', '+', 1),
      last_tried_at: dateOf(ctx.now),
      ...emptied,
    }))
    .where('id', '=', id)
    .execute();
}

/** Records a failed try, and whether it was the last. */
export async function putFailed(ctx: Context, id: string, reason: string, isLast: boolean): Promise<void> {
  const end = isLast ? { given_up_at: dateOf(ctx.now), body_text: null, body_html: null } : {};
  await ctx.db
    .updateTable('outgoing_message')
    .set((eb) => ({ last_error: reason, last_tried_at: dateOf(ctx.now), tries: eb('tries', '+', 1), ...end }))
    .where('id', '=', id)
    .execute();
}

export async function removeMessagesBefore(ctx: Context, at: Temporal.Instant, limit: number): Promise<void> {
  const old = ctx.db.selectFrom('outgoing_message').select('id').where('queued_at', '<', dateOf(at)).limit(limit);
  await ctx.db.deleteFrom('outgoing_message').where('id', 'in', old).execute();
}

export async function removeMessagesAbout(ctx: Context, about: string): Promise<void> {
  await ctx.db.deleteFrom('outgoing_message').where('about', '=', about).execute();
}
