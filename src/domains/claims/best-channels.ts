import { type Channel, isOpen } from '#domains/brands/index.ts';
import type { Temporal } from '#lib/time.ts';

export interface ChannelNeed {
  /** The customer's country or part of it; null while unknown. */
  readonly region: string | null;
  /** Where it was bought: `own`, `retail`, `appStore`. */
  readonly bought: string | null;
  readonly now: Temporal.Instant;
}

const STORES: readonly string[] = ['appStore', 'playStore'];
const MAX_SHOWN = 3;

/** How well a channel takes a letter with papers: what leaves a written trace comes first. */
const WRITTEN: Readonly<Record<Channel['kind'], number>> = {
  form: 4,
  email: 4,
  chat: 3,
  post: 2,
  callback: 1,
  phone: 1,
  social: 0,
  store: 0,
  community: -1,
};

/** The channels to send a claim by, the best first: where shop purchases go by post, post; stores for what stores sold. */
export function bestChannels(channels: readonly Channel[], { region, bought, now }: ChannelNeed): readonly Channel[] {
  const country = region?.split('-')[0];
  const reachable = channels.filter(({ regions }) => regions.length === 0 || !country || regions.includes(country));
  if (bought !== null && STORES.includes(bought)) return reachable.filter(({ kind }) => kind === 'store');
  const score = (channel: Channel): number =>
    WRITTEN[channel.kind] +
    (bought === 'retail' && channel.kind === 'post' ? 10 : 0) +
    (channel.fastest ? 2 : 0) +
    (channel.hours && isOpen(channel.hours, now) ? 1 : 0) -
    (channel.partner ? 5 : 0);
  return reachable
    .filter(({ kind }) => kind !== 'store' && kind !== 'community')
    .sort((a, b) => score(b) - score(a))
    .slice(0, MAX_SHOWN);
}
