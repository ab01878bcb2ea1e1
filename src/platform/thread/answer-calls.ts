import type { MessagePort } from 'node:worker_threads';
import { Unavailable } from '../unavailable.ts';
import { epochMs, type FromThread, type ToThread } from './messages.ts';

/** What a thread can be asked, by name. A result may be a promise. */
export type Handlers = Readonly<Record<string, (input: unknown) => unknown>>;

/**
 * The thread's side of `Thread`: runs a handler for each call and sends its result back. A call nobody waits for any
 * longer is not begun, so that a thread which fell behind catches up.
 * @param onFault told of what failed where nobody waited for the answer
 */
export function answerCalls(port: MessagePort, handlers: Handlers, onFault: (error: unknown) => void): void {
  const send = (message: FromThread): void => port.postMessage(message);
  const answer = async (call: Extract<ToThread, { kind: 'call' }>): Promise<void> => {
    if (epochMs() > call.deadline) return;
    try {
      const handler = handlers[call.name];
      if (!handler) throw new TypeError(`this thread knows no call ${call.name}`);
      const value = await handler(call.input);
      if (call.id !== undefined) send({ kind: 'value', id: call.id, value });
    } catch (error) {
      if (call.id === undefined) return onFault(error);
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: 'error', id: call.id, message, isUnavailable: error instanceof Unavailable });
    }
  };
  port.on('message', (message: ToThread) => {
    if (message.kind === 'ping') send({ kind: 'pong' });
    else void answer(message);
  });
}
