import { expect, test } from 'vitest';
import { checkDocuments } from '../check/check.ts';
import { readDocumentText } from './documents.ts';
import { PolicyError, problemText } from './problems.ts';

const textOf = (rule: string, more = ''): string => `kind: policy
id: p
version: 1
layer: company
status: published
scope: {}
effective: { from: 2026-01-01 }
provenance: [{ source: invented, verified: true }]
zone: UTC
${more}rules:
  - id: pay
    on: [refund]
${rule}`;

/** Everything somebody is told about a document, by whoever reads it. */
function told(text: string): readonly string[] {
  const read = readDocumentText(text);
  if ('problems' in read) return read.problems.map(({ message }) => message);
  try {
    checkDocuments([read.document]);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems.map(problemText);
    throw error;
  }
}

const PAYS = '    outcome: { refund: {} }\n';
const when = (condition: string): string => textOf(`    when: ${condition}\n${PAYS}`);
const pays = (refund: string): string => textOf(`    outcome: { refund: { ${refund} } }\n`);

test.each<readonly [string, string, string]>([
  [
    'two keys under one condition',
    when('{ fact: brand, eq: p, not: { fact: channel, eq: own } }'),
    'one key for each condition',
  ],
  [
    'a rule key inside a condition',
    textOf(`    when:\n      all: [{ fact: brand, eq: p }]\n  ${PAYS}`),
    'outcome belongs to the rule: it is indented too far',
  ],
  [
    'an exception among the others',
    `${textOf(PAYS)}otherwise:\n  - { id: no, on: [refund], exceptionTo: [pay], outcome: { deny: {} } }\n`,
    'exceptions stand under rules',
  ],
  ['an entry without brackets', when('{ fact: usage.minutes, lt: 3 }'), 'usage is a list: write usage[minutes].value'],
  ['brackets without quotes', when('{ fact: usage[minutes].value, lt: 3 }'), 'put quotes around a path with brackets'],
  [
    'a colon without quotes',
    textOf(`${PAYS}    text: { en: Note: you asked }\n`),
    'put quotes around a text with a colon',
  ],
  ['a tab', textOf(`\t${PAYS}`), 'YAML takes no tabs'],
  ['a number in quotes', when("{ fact: 'usage[m].value', lt: '120' }"), 'found "120"; no quotes: 120'],
  ['a percent sign', pays('amount: { percent: 50% }'), 'found "50%"; write 50'],
  ['money with a point', pays('amount: { minor: 19.99, unit: GBP }'), 'whole minor units: 1999'],
  ['half a day', when('{ within: { of: charge.at, upTo: 2.5 } }'), 'found 2.5; a whole number'],
  ['a bare span', pays('payWithin: 14'), 'write { upTo: 14, unit: calendarDay }'],
  ['a unit by another name', when('{ within: { of: charge.at, upTo: 2, unit: days } }'), 'did you mean calendarDay?'],
  ['a brand without a list', textOf(PAYS).replace('scope: {}', 'scope: { brand: oakline }'), 'write { in: [oakline] }'],
  ['an occasion without a list', textOf(PAYS).replace('[refund]', 'refund'), 'found "refund"; write [refund]'],
  ['an id in words', textOf(PAYS).replace('id: pay', 'id: To pay!'), 'letters, digits and hyphens'],
  [
    'an own fact nobody declared',
    when('{ fact: own.fare, eq: basic }'),
    'there is no fact own.fare; declare it under facts:',
  ],
  ['an entry outside count', when('{ fact: item.kind, eq: outage }'), 'item exists only inside count'],
])('%s is answered once, with what to write', (_name, text, help) => {
  const messages = told(text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(help);
});

test('the opposite of a word is not suggested for it', () => {
  expect(told(pays('amount: { prorata: { basis: days, part: unused } }'))).toEqual([
    'rules[1].outcome.refund.amount.prorata.part: expected used or remaining, found "unused"',
  ]);
});
