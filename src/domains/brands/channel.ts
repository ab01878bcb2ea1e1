import { z } from 'zod';
import { LOCALES } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import { lineSchema, localizedLine, localizedText, slugSchema, sourceSchema } from './brand.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:00');

const zoneSchema = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Europe/Berlin');

const hoursSchema = z.strictObject({
  zone: zoneSchema,
  weekly: z
    .array(z.strictObject({ days: z.array(z.enum(DAYS)).min(1), from: timeOfDay, to: timeOfDay }))
    .min(1)
    .max(14),
});
export type Hours = z.output<typeof hoursSchema>;

/** One entry of `channels.yaml`. */
export const channelSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(['chat', 'phone', 'callback', 'email', 'form', 'social', 'post', 'store', 'community']),
  name: localizedLine,
  value: lineSchema.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  bestFor: localizedText,
  shortcut: localizedText.optional(),
  note: localizedText.optional(),
  languages: z.array(z.enum(LOCALES)).max(LOCALES.length).default([]),
  regions: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be an ISO country code'))
    .max(60)
    .default([]),
  hours: hoursSchema.optional(),
  fastest: z.boolean().optional(),
  partner: z.boolean().optional(),
  sources: z.array(sourceSchema).max(6).default([]),
});
export type Channel = z.output<typeof channelSchema>;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Whether a channel answers at an instant, by its own zone's wall clock. A stretch whose end is not later than its
 * start runs past midnight into the next day.
 */
export function isOpen(hours: Hours, at: Temporal.Instant): boolean {
  const local = at.toZonedDateTimeISO(hours.zone);
  const minute = local.hour * 60 + local.minute;
  const today = DAYS[local.dayOfWeek - 1];
  const yesterday = DAYS[(local.dayOfWeek + 5) % 7];
  return hours.weekly.some(({ days, from, to }) => {
    const start = minutesOf(from);
    const end = minutesOf(to);
    const overnight = end <= start;
    const startedToday = today !== undefined && days.includes(today) && minute >= start && (overnight || minute < end);
    const startedYesterday = overnight && yesterday !== undefined && days.includes(yesterday) && minute < end;
    return startedToday || startedYesterday;
  });
}
