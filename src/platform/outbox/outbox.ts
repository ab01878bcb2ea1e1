import { type Context, inTransaction } from '../context.ts';
import { enqueue } from '../jobs.ts';
import {
  insertMessage,
  lockWaiting,
  type NewMessage,
  type OutgoingMessage,
  putDelivered,
  putFailed,
} from './queries.ts';

export const SEND_JOB = 'send-message';
const MAX_TRIES = 8;

/** Puts a message into the outbox, in the caller's transaction: it goes out exactly when what caused it is committed. */
export async function queueMessage(ctx: Context, message: NewMessage): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const id = await insertMessage(ctx, message);
    await enqueue(ctx, SEND_JOB, { id }, { key: `${SEND_JOB}:${id}` });
    return id;
  });
}

/** How a message leaves. `mailbox` is where a demo keeps what it does not send. */
export type Carrier = (
  message: OutgoingMessage,
) => Promise<
  { readonly sent: 'relay' | 'mailbox' } | { readonly sent: false; readonly reason: string; readonly final: boolean }
>;

export class NotSent extends Error {}

/**
 * Sends one message of the outbox. Done twice it sends once; a crash between the relay's yes and our record sends
 * twice, with the same Message-ID.
 * @throws NotSent after a failure that may pass, so that the queue tries again later
 */
export async function sendMessage(ctx: Context, id: string, carry: Carrier): Promise<void> {
  const failed = await inTransaction(ctx, async (ctx) => {
    const message = await lockWaiting(ctx, id);
    if (!message) return null;
    const result = await carry(message);
    if (result.sent !== false) {
      await putDelivered(ctx, id, result.sent);
      return null;
    }
    const isLast = result.final || message.tries + 1 >= MAX_TRIES;
    await putFailed(ctx, id, result.reason, isLast);
    return isLast ? null : result.reason;
  });
  if (failed !== null) throw new NotSent(failed);
}
