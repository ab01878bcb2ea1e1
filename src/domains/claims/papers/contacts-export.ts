import type { Locale } from '#lib/locales.ts';
import type { Block, Paper } from '#platform/pdf/index.ts';
import { readerFor } from '#ui/reader.ts';
import type { ClaimFile } from '../claim.ts';
import { paperOf } from './paper-of.ts';
import { timeTexts } from './reading.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet takes for the start of a formula, also behind spaces. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r]/;

/** A cell as RFC 4180 writes it; an apostrophe keeps a spreadsheet from running what somebody typed. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Contacts as a table for spreadsheets: UTF-8 with its mark, CRLF, ISO dates and times in the customer's zone. */
export function contactsCsv(file: ClaimFile, locale: Locale): string {
  const { t } = readerFor(locale);
  const head = (['date', 'time', 'zone', 'channel', 'person', 'text'] as const).map((name) =>
    t(`papers.contacts.${name}`),
  );
  const rows = file.contacts.map(({ at, channel, person, note }) => {
    const local = at.toZonedDateTimeISO(file.zone);
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    return [local.toPlainDate().toString(), time, file.zone, channel, person, note];
  });
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Contacts for programs: instants, and the zone they are read in. */
export function contactsJson(file: ClaimFile): string {
  const contacts = file.contacts.map(({ at, channel, person, note, recordedAt }) => ({
    at: at.toString(),
    channel,
    name: person,
    text: note,
    recordedAt: recordedAt.toString(),
  }));
  return `${JSON.stringify({ brand: file.brand.id, zone: file.zone, contacts }, null, 2)}\n`;
}

/** Contacts in the order they happened: date, time, channel, name, text. */
export function contactBlocks(file: ClaimFile, locale: Locale): readonly Block[] {
  const { t } = readerFor(locale);
  const rows = file.contacts.map(({ at, channel, person, note }) => {
    const { day, time } = timeTexts(at, locale, file.zone);
    return [day, time, channel, person, note];
  });
  if (rows.length === 0) return [{ kind: 'text', text: t('papers.contacts.none') }];
  const head = (['date', 'time', 'channel', 'person', 'text'] as const).map((name) => t(`papers.contacts.${name}`));
  return [
    { kind: 'text', look: 'small', text: t('papers.contacts.lead', { zone: file.zone.replaceAll('_', ' ') }) },
    { kind: 'table', head, rows, shares: [20, 11, 15, 16, 38] },
  ];
}

export function contactsPaper(file: ClaimFile, locale: Locale): Paper {
  const { t } = readerFor(locale);
  const title = `${t('papers.contacts.title')}: ${file.brand.name}`;
  const blocks: readonly Block[] = [{ kind: 'heading', level: 1, text: title }, ...contactBlocks(file, locale)];
  return paperOf(file, locale, title, [{ locale, blocks }]);
}
