import { expect, test } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { calendarFile } from './calendar-file.ts';
import { claimFile } from './testing/claim-file.ts';

const FILE = claimFile({
  brand: 'norton',
  region: 'DE',
  channel: 'retail',
  reason: 'renewalCharge',
  on: '2026-09-25',
  amount: { minor: 8999, unit: 'EUR' },
});
const LINK = 'https://help.example/norton/de/claim/secret';
const MAX_OCTETS = 75;

type Event = Readonly<Record<string, string>>;

/** Reads a calendar back (RFC 5545): lines unfolded, values unescaped. */
function eventsIn(text: string): readonly Event[] {
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const events: Record<string, string>[] = [];
  let inAlarm = false;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    if (line === 'BEGIN:VALARM') inAlarm = true;
    const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    const event = events.at(-1);
    if (event && name && value !== undefined && (!inAlarm || name === 'TRIGGER')) {
      event[name] = value.replaceAll('\\n', '\n').replaceAll(/\\([,;\\])/g, '$1');
    }
    if (line === 'END:VALARM') inAlarm = false;
  }
  return events;
}

test('names every day that counts, as whole days that end the next one', () => {
  const days = eventsIn(calendarFile(FILE, 'de', null)).map(({ SUMMARY, DTSTART, DTEND }) => [SUMMARY, DTSTART, DTEND]);
  expect(days).toEqual([
    ['Letzter Tag für den Erstattungsantrag bei Norton', '20261124', '20261125'],
    ['Norton: Antwort fällig', '20261206', '20261207'],
    ['Norton: Geld sollte da sein', '20270103', '20270104'],
    ['Norton: nachfassen', '20270106', '20270107'],
    ['Norton: Rückbuchung bei der Bank, Richtwert', '20270123', '20270124'],
  ]);
});

test('speaks up three days before the last day', () => {
  expect(eventsIn(calendarFile(FILE, 'en', null))[0]?.TRIGGER).toBe('-P3D');
});

test('calls the 120 days of the bank guidance', () => {
  const last = eventsIn(calendarFile(FILE, 'en', null)).at(-1);
  expect(last?.DESCRIPTION).toContain('120 days');
  expect(last?.DESCRIPTION).toContain('Guidance only');
});

test('keeps the identity of each day, in any language and on any day it is asked for', () => {
  const uids = (locale: 'de' | 'fr', now = FILE.now): unknown =>
    eventsIn(calendarFile({ ...FILE, now }, locale, null)).map(({ UID }) => UID);
  expect(uids('fr', Temporal.Instant.from('2026-11-23T10:00:00Z'))).toEqual(uids('de'));
  const other = { ...FILE, claim: { ...FILE.claim, id: '00000000-0000-4000-8000-000000000002' } };
  expect(eventsIn(calendarFile(other, 'de', null))[0]?.UID).not.toBe(eventsIn(calendarFile(FILE, 'de', null))[0]?.UID);
});

test('holds neither the secret link nor the claim’s id unless the link was asked for', () => {
  const closed = calendarFile(FILE, 'de', null).replaceAll(/\r\n[ \t]/g, '');
  expect(closed).not.toContain('claim/');
  expect(closed).not.toContain(FILE.claim.id);
  expect(eventsIn(calendarFile(FILE, 'de', LINK)).every(({ URL: url }) => url === LINK)).toBe(true);
});

test.each(LOCALES)('in %s is folded at 75 octets, with CRLF everywhere', (locale) => {
  const text = calendarFile(FILE, locale, LINK);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > MAX_OCTETS);
  expect(long).toEqual([]);
});

test('leaves out days nobody knows', () => {
  const unknown = claimFile({ brand: 'iptv-smarters-pro', region: 'FR', channel: 'own', reason: 'notSatisfied' });
  expect(eventsIn(calendarFile(unknown, 'fr', null)).map(({ SUMMARY }) => SUMMARY)).toEqual([
    'IPTV Smarters Pro\u202f: la réponse est due',
    'IPTV Smarters Pro\u202f: relancer',
  ]);
});
