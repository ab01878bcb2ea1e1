import { expect, test } from 'vitest';
import { type Channel, channelSchema } from '#domains/brands/index.ts';
import { Temporal } from '#lib/time.ts';
import { bestChannels } from './best-channels.ts';
import { bankDays } from './chargeback.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const channel = (id: string, kind: Channel['kind'], more: object = {}): Channel =>
  channelSchema.parse({ id, kind, name: { en: id }, bestFor: { en: 'x' }, ...more });

const CHANNELS = [
  channel('community', 'community'),
  channel('phone', 'phone'),
  channel('post', 'post'),
  channel('chat', 'chat', { fastest: true }),
  channel('mail', 'email'),
  channel('berlin', 'email', { regions: ['DE'] }),
  channel('partner', 'chat', { partner: true, fastest: true }),
  channel('apple', 'store', { partner: true }),
];
const best = (bought: string | null, region: string | null = null): string[] =>
  bestChannels(CHANNELS, { region, bought, now }).map(({ id }) => id);

test('a claim goes where it leaves a trace, the fastest of those first', () => {
  expect(best('own', 'FR')).toEqual(['chat', 'mail', 'post']);
  expect(best('own', 'DE')).toEqual(['chat', 'mail', 'berlin']);
});

test('what a shop sold goes by post with its papers, what an app store sold to that store', () => {
  expect(best('retail')[0]).toBe('post');
  expect(best('playStore')).toEqual(['apple']);
});

test('a channel that answers now comes before its like that does not', () => {
  const hours = (from: string, to: string) => ({ hours: { zone: 'UTC', weekly: [{ days: ['mon'], from, to }] } });
  const pair = [channel('closed', 'chat', hours('20:00', '22:00')), channel('open', 'chat', hours('09:00', '18:00'))];
  expect(bestChannels(pair, { region: null, bought: 'own', now }).map(({ id }) => id)).toEqual(['open', 'closed']);
});

test('the bank is asked within its own days, counted from the charge', () => {
  // 120 days, 8 weeks and 13 months after 31 January 2026.
  expect(bankDays('2026-01-31')).toEqual({ card: '2026-05-31', debit: '2026-03-28', unauthorised: '2027-02-28' });
});
