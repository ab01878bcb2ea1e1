import { Client } from 'pg';
import type { Log } from '../log.ts';
import { type DatabaseAddress, poolConfig } from './database.ts';

const RECONNECT_MS = 2000;

/**
 * Calls `hear` when another node notifies a channel. A notification is only a hint that comes early: whatever it
 * announces is also polled for, so a lost connection loses nothing but speed.
 */
export function listen(
  address: DatabaseAddress,
  channel: string,
  hear: () => void,
  log: Log,
): { stop(): Promise<void> } {
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const next = new Client(poolConfig(address));
    client = next;
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped) timer = setTimeout(() => void connect(), RECONNECT_MS);
    });
    next.on('notification', hear);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (error) {
      log.debug({ err: error }, 'could not listen for notifications; polling goes on');
      await next.end().catch(() => undefined);
    }
  };
  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
