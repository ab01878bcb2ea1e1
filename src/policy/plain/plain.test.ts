import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { type PolicyDocument, plainDocument, quotesOf, readDocument, readDocumentText } from '../index.ts';
import type { PlainClause, PlainCondition } from './index.ts';

const SHIPPED = globSync(['packs/*/policies/*.yaml', 'jurisdictions/*.yaml']).sort();
const INVENTED = globSync('test/policies/*.yaml').sort();

function read(path: string): PolicyDocument[] {
  const result = readDocumentText(readFileSync(path, 'utf8'));
  if ('problems' in result) throw new Error(`${path}: ${result.problems[0]?.message}`);
  return result.document.kind === 'policy' ? [result.document] : [];
}

const conditionLines = (condition: PlainCondition | null): string[] =>
  condition === null ? [] : [condition.text, ...condition.parts.flatMap(conditionLines)];

const linesOf = (clause: PlainClause): string[] => [
  clause.outcome,
  ...conditionLines(clause.when),
  ...clause.details,
  ...clause.evidence,
  ...clause.choices.flatMap(({ is, value }) => [...(is === null ? [] : [is]), value]),
];

const clausesOf = (document: PolicyDocument, locale: Locale): PlainClause[] =>
  plainDocument(document, locale).chapters.flatMap(({ clauses }) => clauses);

/** A path, a name taken apart by its capitals, a brace, or a word the engine uses for itself. */
const RAW = /[a-z][A-Z]|[{}[\]]|[a-z]\.[a-z]|\bundefined\b|\bnull\b|\bNaN\b|\*/;

/** A small document around one rule. */
function documentOf(rule: Record<string, unknown>, more: Record<string, unknown> = {}): PolicyDocument {
  const result = readDocument({
    kind: 'policy',
    id: 'sample',
    version: 1,
    layer: 'company',
    status: 'published',
    scope: { brand: { in: ['sample'] } },
    effective: { from: '2026-01-01' },
    provenance: [{ source: 'made for a test', verified: true }],
    zone: 'Europe/London',
    rules: [{ id: 'only', on: ['refund'], ...rule }],
    ...more,
  });
  if ('problems' in result || result.document.kind !== 'policy') throw new Error(JSON.stringify(result));
  return result.document;
}

const whenOf = (when: unknown, locale: Locale = 'en', more?: Record<string, unknown>): string[] =>
  conditionLines(clausesOf(documentOf({ when, outcome: { refund: {} } }, more), locale)[0]?.when ?? null);

describe('a policy in plain words', () => {
  test.each(SHIPPED)('%s says every rule in every language, without a name only machines read', (path) => {
    for (const document of read(path)) {
      const rules = [...(document.gate ?? []), ...document.rules, ...(document.otherwise ?? [])];
      for (const locale of LOCALES) {
        const clauses = clausesOf(document, locale);
        expect(clauses.map(({ id }) => id).sort()).toEqual(rules.map(({ id }) => id).sort());
        for (const line of clauses.flatMap(linesOf)) {
          // Names of shops and of laws have capitals inside.
          expect(line.replaceAll(/App Store|Google Play|PayPal|BGB/g, ''), `${path} in ${locale}`).not.toMatch(RAW);
        }
      }
    }
  });

  test.each(SHIPPED)('%s leaves no English in a sentence of another language', (path) => {
    const names = /^(App Store|Google Play|Minuten: 0)$/;
    for (const document of read(path)) {
      const english = new Set(clausesOf(document, 'en').flatMap(linesOf));
      for (const locale of ['ms', 'fr', 'de'] as const) {
        const same = clausesOf(document, locale)
          .flatMap(linesOf)
          .filter((line) => english.has(line) && !names.test(line));
        expect(same, `${path} in ${locale}`).toEqual([]);
      }
    }
  });

  test.each(INVENTED)('%s, which no label was written for, can be said all the same', (path) => {
    for (const document of read(path))
      for (const locale of LOCALES)
        for (const line of clausesOf(document, locale).flatMap(linesOf)) expect(line).not.toMatch(/[{}]|undefined|\*/);
  });

  test('a window says from when it counts and how long, in the grammar of each language', () => {
    const when = { within: { of: 'charge.at', upTo: 60, unit: 'calendarDay' } };
    expect(LOCALES.map((locale) => whenOf(when, locale)[0])).toEqual([
      'Asked for within 60 days after the charge',
      'Dipohon dalam masa 60 hari selepas caj',
      'Demandé dans un délai de 60 jours après le prélèvement',
      'Beantragt innerhalb von 60 Tagen nach der Belastung',
    ]);
  });

  test('a notice before a date, a span of time and a rolled-over last day each have their own words', () => {
    expect(whenOf({ within: { of: 'contract.periodEnd', upTo: -2 } })).toEqual([
      'Asked for at least 2 days before the billing period ends',
    ]);
    expect(whenOf({ within: { of: 'charge.at', from: 15, upTo: 30 } }, 'de')).toEqual([
      'Beantragt zwischen 15 Tagen und 30 Tagen nach der Belastung',
    ]);
    expect(whenOf({ within: { of: 'charge.at', from: 0, upTo: 1, unit: 'hour' } })).toEqual([
      'Asked for within 1 hour after the charge; not before it',
    ]);
  });

  test('a window that differs by country names each country', () => {
    const define = {
      tables: { days: { byFact: 'contract.region', cases: [{ is: ['DE', 'FR'], value: 30 }], otherwise: 14 } },
    };
    expect(whenOf({ within: { of: 'charge.at', upTo: { table: 'days' } } }, 'de', { define })[0]).toBe(
      'Beantragt nach der Belastung, spätestens nach dieser Frist: Land oder Region – Deutschland oder Frankreich: 30 Tage; sonst: 14 Tage',
    );
  });

  test('what is denied is said as its opposite, and all inside all is one list', () => {
    expect(whenOf({ not: { fact: 'usage[minutes].value', gte: 120 } })).toEqual(['Usage (minutes): less than 120']);
    expect(
      whenOf({
        all: [
          { fact: 'contract.autoRenew', eq: true },
          {
            all: [
              { fact: 'account.supportContacts', gte: 1 },
              { fact: 'contract.consumer', eq: false },
            ],
          },
        ],
      }),
    ).toEqual([
      'All of this holds:',
      'Automatic renewal: yes',
      'Contacts with support: at least 1',
      'Bought as a private person: no',
    ]);
  });

  test('an exception stands below the rule it is made to, and names it by number', () => {
    const [norton] = read('packs/norton/policies/refunds.yaml');
    if (!norton) throw new Error('no document');
    const clauses = clausesOf(norton, 'en');
    const shipping = clauses.find(({ id }) => id === 'yearly-plan-with-shipping');
    const yearly = clauses.find(({ id }) => id === 'yearly-plan');
    expect(shipping?.exceptionTo).toEqual([yearly?.number]);
    expect(shipping?.number).toBe((yearly?.number ?? 0) + 1);
  });
});

describe('what texts may quote', () => {
  test('constants, windows and promises, as they read in the language', () => {
    const [norton] = read('packs/norton/policies/refunds.yaml');
    if (!norton) throw new Error('no document');
    const names = ['annualDays', 'yearly-plan.window', 'retail.arrives', 'appeal.window', 'since', 'version'];
    const said = (locale: Locale) => names.map((name) => quotesOf([norton], locale).get(name));
    expect(said('en')).toEqual(['60', '60 days', '42 days', '30 days', '1 January 2024', '1']);
    expect(said('ms')).toEqual(['60', '60 hari', '42 hari', '30 hari', '1 Januari 2024', '1']);
    expect(said('fr')).toEqual(['60', '60 jours', '42 jours', '30 jours', '1 janvier 2024', '1']);
    expect(said('de')).toEqual(['60', '60 Tage', '42 Tage', '30 Tage', '1. Januar 2024', '1']);
  });

  test('one day is one day', () => {
    const rule = { when: { within: { of: 'charge.at', upTo: 1 } }, outcome: { refund: { amount: { percent: 25 } } } };
    const quotes = quotesOf([documentOf(rule)], 'de');
    expect([quotes.get('only.window'), quotes.get('only.amount')]).toEqual(['1 Tag', '25\u00a0%']);
  });

  test('a name two documents give different meanings has to say which one', () => {
    const one = documentOf({}, { define: { constants: { days: 7 } } });
    const other = { ...documentOf({}, { define: { constants: { days: 30 } } }), id: 'other' };
    const quotes = quotesOf([one, other], 'en');
    expect([quotes.has('days'), quotes.get('sample.days'), quotes.get('other.days')]).toEqual([false, '7', '30']);
    expect(quotesOf([one, { ...one, id: 'other' }], 'en').get('days')).toBe('7');
  });

  test('two windows in one rule are neither “the” window', () => {
    const within = (upTo: number) => ({ within: { of: 'charge.at', upTo } });
    const quotes = quotesOf([documentOf({ when: { any: [within(7), within(14)] }, outcome: { refund: {} } })], 'en');
    expect(quotes.has('only.window')).toBe(false);
  });
});
