import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';
import { networkOf } from '#lib/network.ts';

/** The network a caller is counted by: of the socket's address, or of what the last trusted proxy saw. */
export function callerNetwork(c: HonoContext, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return networkOf(seen || (getConnInfo(c).remote.address ?? 'unknown'));
}
