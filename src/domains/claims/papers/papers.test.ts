import { describe, expect, test } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import type { Block, Paper, Sheet } from '#platform/pdf/index.ts';
import type { ClaimFile } from '../claim.ts';
import { composeLetter } from '../letter/compose-letter.ts';
import { contactsCsv, contactsJson, contactsPaper } from './contacts-export.ts';
import { deadlinesOf } from './deadlines.ts';
import { evidenceProgress, neededEvidence } from './evidence.ts';
import { evidenceFile } from './evidence-file.ts';
import { evidenceNotes } from './evidence-words.ts';
import { packPaper } from './pack.ts';
import { claimFile, type Situation } from './testing/claim-file.ts';

const RETAIL: Situation = {
  brand: 'norton',
  region: 'DE',
  channel: 'retail',
  reason: 'renewalCharge',
  on: '2026-09-25',
  amount: { minor: 8999, unit: 'EUR' },
};
const IPTV: Situation = {
  brand: 'iptv-smarters-pro',
  region: 'FR',
  channel: 'own',
  reason: 'notSatisfied',
  on: '2026-11-18',
  amount: { minor: 1299, unit: 'EUR' },
  more: { 'account.supportContacts': 1, 'charges[c1].disputeState': 'none' },
};

const wordsOf = (block: Block): string => {
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()].join('\n');
  if (block.kind === 'facts' || block.kind === 'blanks')
    return block.rows.map(({ label, value }) => `${label} ${value}`).join('\n');
  if (block.kind === 'checks') return block.items.flatMap(({ text, notes }) => [text, ...notes]).join('\n');
  if (block.kind === 'list') return block.items.join('\n');
  if (block.kind === 'signatures') return block.labels.join('\n');
  if (block.kind === 'place') return [block.title, ...block.notes].join('\n');
  return block.text;
};
const textOf = ({ blocks }: Sheet): string => blocks.map(wordsOf).join('\n');
const allText = ({ sheets }: Paper): string => sheets.map(textOf).join('\n');

describe('deadlines', () => {
  test('add up what the company promises: three working days to decide, then 21 days on the way', () => {
    // Sunday 22 November: Monday, Tuesday, Wednesday 25; 21 days later is 16 December.
    const days = deadlinesOf(
      claimFile({ ...IPTV, ticks: ['evidence:invoiceNumber', 'evidence:purchaseEmail', 'evidence:explanation'] }),
    );
    expect(days.answerBy.toString()).toBe('2026-11-25');
    expect(days.moneyBy?.toString()).toBe('2026-12-16');
    expect(days.remindOn.toString()).toBe('2026-12-19');
  });

  test('give a company that promises nothing 14 days, and name the bank’s 120 from the charge', () => {
    const days = deadlinesOf(
      claimFile({ brand: 'netflix', region: 'FR', channel: 'appStore', reason: 'duplicate', on: '2026-11-16' }),
    );
    expect(days.answerBy.toString()).toBe('2026-12-06');
    expect(days.moneyBy).toBeNull();
    expect(days.chargebackBy?.toString()).toBe('2027-03-16');
  });

  test('count from the day it was sent, in the customer’s zone', () => {
    const file = claimFile({ ...RETAIL, region: 'MY' });
    const sent = { what: 'step:sent', at: Temporal.Instant.from('2026-11-20T17:00:00Z') };
    // In Kuala Lumpur it is the 21st already.
    expect(deadlinesOf({ ...file, ticks: [sent] }).written.toString()).toBe('2026-11-21');
  });

  test('know the last day to ask: 60 days from 25 September', () => {
    expect(deadlinesOf(claimFile(RETAIL)).lastDay?.toString()).toBe('2026-11-24');
  });
});

describe('evidence', () => {
  test('is what the winning rule names, missing or not, in its order', () => {
    const needed = neededEvidence(claimFile({ ...RETAIL, ticks: ['evidence:receiptImage'] }));
    expect(needed.map(({ type, done }) => [type, done])).toEqual([
      ['refundForm', false],
      ['keyLabelImage', false],
      ['receiptImage', true],
    ]);
    expect(evidenceProgress(needed)).toEqual({ done: 1, of: 3 });
  });

  test('of which any will do, one is enough', () => {
    const any = claimFile({
      brand: 'netflix',
      region: 'FR',
      channel: 'own',
      reason: 'technicalProblem',
      on: '2026-11-16',
      ticks: ['evidence:screenshot'],
      more: { 'own.ledgerShows': 'nothing', 'charges[c1].disputeState': 'none' },
    });
    expect(evidenceProgress(neededEvidence(any))).toEqual({ done: 1, of: 1 });
  });

  test.each(LOCALES)(
    'says in %s what must be legible: every character of the key, date and price of the receipt',
    (locale) => {
      expect(evidenceNotes(locale, 'keyLabelImage').join(' ')).toContain('25');
      const [, receipt = ''] = evidenceNotes(locale, 'receiptImage');
      expect(receipt).toMatch(/price|harga|prix|Preis/);
      expect(receipt).toMatch(/date|tarikh|Datum/);
    },
  );

  test('of a kind nobody described gets general words', () => {
    expect(evidenceNotes('de', 'witchcraft')).toEqual(evidenceNotes('de', 'constructor'));
  });
});

const packFor = (file: ClaimFile, customer: 'en' | 'de' | 'fr' | 'ms'): Paper => {
  const company = composeLetter(file, 'de');
  return packPaper(file, customer, { company, customer: customer === 'de' ? null : composeLetter(file, customer) });
};

describe('the pack to send', () => {
  test('for a French reader and a German company has the form in both languages and the letter to send in German', () => {
    const { sheets } = packFor(claimFile(RETAIL), 'fr');
    expect(sheets.map(({ locale }) => locale)).toEqual(['fr', 'fr', 'de', 'de', 'fr', 'fr']);
    expect(textOf(sheets[1] as Sheet)).toContain('Clé de licence (en général 25 caractères)');
    expect(textOf(sheets[2] as Sheet)).toContain('Lizenzschlüssel (meist 25 Zeichen)');
    expect(textOf(sheets[3] as Sheet)).toContain('Sehr geehrte Damen und Herren,');
    expect(textOf(sheets[5] as Sheet)).toContain('Photo du reçu / Foto des Kaufbelegs');
  });

  test('says until when, where to, and what has to be on every picture', () => {
    const text = allText(packFor(claimFile(RETAIL), 'de'));
    for (const part of [
      '24. November 2026',
      '6. Dezember 2026',
      '3. Januar 2027',
      'Erstattung Einzelhandel per Post',
      'meist 25 in fünf Gruppen',
      'Ort und Datum',
      'Unterschrift',
    ])
      expect(text).toContain(part);
  });

  test('ticks nothing on the form for the customer', () => {
    const form = packFor(claimFile(RETAIL), 'de').sheets[1];
    const checks = form?.blocks.flatMap((block) => (block.kind === 'checks' ? block.items : [])) ?? [];
    expect(checks).toHaveLength(3);
    expect(checks.some(({ done }) => done)).toBe(false);
  });

  test('has no form and no frames where the decision asks for neither', () => {
    const { sheets } = packFor(claimFile(IPTV), 'de');
    expect(sheets).toHaveLength(2);
    expect(textOf(sheets[0] as Sheet)).toContain('Rechnungsnummer');
  });

  test('sends what a store sold to the seller, with no channel of the company', () => {
    const text = allText(
      packFor(claimFile({ brand: 'netflix', region: 'FR', channel: 'appStore', reason: 'duplicate' }), 'de'),
    );
    expect(text).toContain('An den Verkäufer, der die Zahlung erhalten hat.');
    expect(text).not.toContain('help.netflix.com');
  });
});

const HOSTILE = '=HYPERLINK("http://x","y"),\n"two" lines';
const contacted = (): ClaimFile => {
  const at = Temporal.Instant.from('2026-11-22T23:30:00Z');
  return {
    ...claimFile(RETAIL),
    contacts: [
      { id: '1', at, channel: 'Chat', person: '@Ada', note: HOSTILE, recordedAt: at },
      { id: '2', at: at.add({ hours: 1 }), channel: 'Telefon', person: '', note: 'Rückruf zugesagt', recordedAt: at },
    ],
  };
};

/** Reads RFC 4180 back. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    const [whole, cell = '', end] = match;
    if (whole === '') break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('contacts', () => {
  test('go into a spreadsheet as text: no formula runs, no line breaks a row', () => {
    const csv = contactsCsv(contacted(), 'de');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [head, first, second] = parseCsv(csv.slice(1));
    expect(head).toEqual(['Datum', 'Uhrzeit', 'Zeitzone', 'Kanal', 'Name', 'Text']);
    expect(first).toEqual(['2026-11-23', '00:30', 'Europe/Berlin', 'Chat', "'@Ada", `'${HOSTILE}`]);
    expect(second?.at(-1)).toBe('Rückruf zugesagt');
  });

  test('go into a program as instants with their zone, word for word', () => {
    const { zone, contacts } = JSON.parse(contactsJson(contacted())) as {
      zone: string;
      contacts: Record<string, string>[];
    };
    expect(zone).toBe('Europe/Berlin');
    expect(contacts[0]).toMatchObject({ at: '2026-11-22T23:30:00Z', name: '@Ada', text: HOSTILE });
  });

  test.each(LOCALES)('make a chronology in %s', (locale) => {
    const text = allText(contactsPaper(contacted(), locale));
    expect(text).toContain(HOSTILE);
    expect(text).toMatch(/00[:.]30|12:30/);
  });

  test('that are not there yet are said not to be', () => {
    expect(allText(contactsPaper(claimFile(RETAIL), 'fr'))).toContain('Aucun échange n’a encore été noté.');
  });
});

describe('the whole file', () => {
  test.each(LOCALES)('in %s holds decision, answers, sources, letter and contacts, and nothing internal', (locale) => {
    const file = contacted();
    const letter = composeLetter(file, locale);
    const text = allText(evidenceFile(file, locale, letter));
    expect(text).toContain(letter.subject);
    expect(text).toContain(HOSTILE);
    expect(text).toContain('https://support.norton.com');
    expect(text.replaceAll(/https:\S+/g, '')).not.toMatch(
      /\[c1\]|\b(?:charges|contract|request)\.\w|percent|undefined|\[object/,
    );
  });

  test('says of what nobody knew that it is not known', () => {
    const file = claimFile({ ...RETAIL, more: { 'contract.term': null } });
    expect(allText(evidenceFile(file, 'de', composeLetter(file, 'de')))).toContain('Laufzeit des Tarifs nicht bekannt');
  });
});
