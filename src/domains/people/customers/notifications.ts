import { type Context, inTransaction } from '#platform/context.ts';
import type { Whence } from './customer.ts';
import { insertCustomerActivity } from './queries/accounts.ts';
import { listNotificationsOff, lockCustomer, putNotificationsOff } from './queries/household.ts';

/** What somebody can choose not to be told of. Changes of the account itself are always told: they are how a theft is noticed. */
export const NOTIFICATION_KINDS = ['subscriptionChange', 'charge', 'renewal', 'trialEnd', 'incident'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  (NOTIFICATION_KINDS as readonly string[]).includes(kind);

/** Chooses what to be told of; everything else is switched off. */
export async function chooseNotifications(
  ctx: Context,
  { customerId, on, whence }: { customerId: string; on: readonly NotificationKind[]; whence: Whence },
): Promise<void> {
  const off = NOTIFICATION_KINDS.filter((kind) => !on.includes(kind));
  await inTransaction(ctx, async (ctx) => {
    await lockCustomer(ctx, customerId);
    const before = await listNotificationsOff(ctx, customerId);
    if (before.length === off.length && off.every((kind) => before.includes(kind))) return;
    await putNotificationsOff(ctx, customerId, off);
    await insertCustomerActivity(ctx, customerId, 'notificationsChanged', whence, { off });
  });
}

/** Whether somebody wants to be told of this. Whoever sends such a mail asks first. */
export const wantsNotification = async (
  ctx: Pick<Context, 'db'>,
  customerId: string,
  kind: NotificationKind,
): Promise<boolean> => !(await listNotificationsOff(ctx, customerId)).includes(kind);
