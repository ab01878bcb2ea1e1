import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import type { Condition, PolicyDocument } from '../../model/document.ts';
import { type FactNode, VOCABULARY } from '../../model/vocabulary.ts';
import { isPolicy, shippedDocuments } from '../../testing/shipped.ts';
import { labelsFor } from '../labels.ts';
import { ASKS, HELPS } from './asks.ts';
import { FACT_LABELS } from './facts.ts';
import { SENTENCES } from './sentences.ts';
import { wordTable } from './table.ts';
import { WORD_LABELS } from './words.ts';

const documents = shippedDocuments().filter(isPolicy);

/** Names of every fact of the vocabulary, as their texts are looked up. */
function namesBelow(node: FactNode, name: string): readonly (readonly [string, FactNode])[] {
  if (node.shape === 'fact') return [[name, node]];
  const fields = node.shape === 'list' ? node.entry.fields : node.fields;
  const own = node.shape === 'list' ? [[name, node] as const] : [];
  const others = node.shape === 'record' && node.others ? [[`${name}.*`, node.others] as const] : [];
  const below = name === 'charges' ? 'charge' : name;
  return [
    ...own,
    ...others,
    ...Object.entries(fields).flatMap(([key, inner]) => namesBelow(inner, below === '' ? key : `${below}.${key}`)),
  ];
}

const facts = namesBelow(VOCABULARY, '').filter(([name]) => name !== 'evidence.type');

describe('every fact', () => {
  test.each(facts.map(([name]) => name))('%s has a name', (name) => {
    expect(FACT_LABELS.has(name)).toBe(true);
  });

  test('anybody may be asked for has a question', () => {
    const asked = facts.filter(([, node]) => node.shape === 'fact' && node.answerer !== 'system');
    // An entry is asked for by its key, never for its key.
    const keys = /\.(?:id|metric|name|category|product)$|^linked\.|^charge\.id$/;
    expect(asked.map(([name]) => name).filter((name) => !keys.test(name) && !ASKS.has(name))).toEqual([]);
  });

  test('with closed words has a name for each of them', () => {
    const missing = facts.flatMap(([name, node]) =>
      node.shape === 'fact' ? (node.words ?? []).filter((word) => !WORD_LABELS.has(`${name}.${word}`)) : [],
    );
    expect(missing).toEqual([]);
  });
});

/** Words of open sets a condition compares facts with. */
function comparedIn(node: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(node)) return node.flatMap(comparedIn);
  if (typeof node !== 'object' || node === null) return [];
  const { fact, eq, in: among } = node as { fact?: string; eq?: unknown; in?: unknown };
  const words = [eq, ...(Array.isArray(among) ? among : [])].filter((word) => typeof word === 'string');
  const own = typeof fact === 'string' ? words.map((word) => [fact, word] as const) : [];
  return [...own, ...Object.values(node).flatMap(comparedIn)];
}

const wordsOf = ({ rules, gate = [], define }: PolicyDocument): readonly (readonly [string, string])[] =>
  comparedIn([
    rules.map(({ when }) => when as Condition),
    gate.map(({ when }) => when as Condition),
    define?.conditions,
  ]);

test('every word shipped documents compare with, ask papers by and send people to has a name', () => {
  const rules = documents.flatMap(({ rules, gate = [], otherwise = [] }) => [...rules, ...gate, ...otherwise]);
  const missing = [
    ...documents.flatMap(wordsOf).map(([fact, word]) => `${fact.replace('item.', 'incidents.')}.${word}`),
    ...rules.flatMap(({ evidence }) =>
      [...(evidence?.allOf ?? []), ...(evidence?.anyOf ?? [])].map((type) => `evidence.${type}`),
    ),
    ...documents.flatMap(({ appeal }) => (appeal?.levels ?? []).map((level) => `level.${level}`)),
    ...documents.flatMap(({ define }) =>
      (define?.tables?.sellers?.cases ?? []).map(({ value }) => `to.${String(value)}`),
    ),
  ].filter((name) => !WORD_LABELS.has(name));
  expect([...new Set(missing)]).toEqual([]);
});

test.each(LOCALES)('every sentence can be formatted in %s', (locale) => {
  const params = {
    amount: '1',
    count: 2,
    span: '1',
    date: '1',
    fact: 'x',
    wanted: 'x',
    value: 'x',
    evidence: 'x',
    to: 'x',
    levels: 'x',
    bodies: 'x',
    what: 'x',
    target: 'x',
    id: 'x',
    question: 'x?',
  };
  for (const [id, texts] of SENTENCES) {
    const text = String(new IntlMessageFormat(texts[locale], locale).format(params));
    expect(text, id).not.toMatch(/[{}]|undefined/);
  }
});

test('French spaces are narrow, and no table repeats English', () => {
  const tables = [FACT_LABELS, ASKS, HELPS, SENTENCES, WORD_LABELS];
  const french = tables.flatMap((table) => [...table.values()].map(({ fr }) => fr.replaceAll(/\{[^}]*\}/g, '')));
  expect(french.filter((text) => /[^\u202f\s][;:?!»]|[ ][;:?!»]|«[^\u202f]/.test(text))).toEqual([]);
  const asked = [...ASKS.values(), ...[...SENTENCES].filter(([id]) => id.includes('head')).map(([, texts]) => texts)];
  expect(asked.filter(({ en, ms, fr, de }) => [ms, fr, de].includes(en))).toEqual([]);
});

test('a row that lacks a language is refused when the table is read', () => {
  expect(() => wordTable('name | one | two | three')).toThrow('four languages');
});

test('documents name their own words and facts, and unknown ones are taken apart', () => {
  const [document] = documents;
  if (!document) throw new Error('none');
  const source: PolicyDocument = {
    ...document,
    labels: { parcel: { en: 'the box', de: 'die Schachtel' }, 'evidence.ticket': { en: 'ticket' } },
    facts: {
      watched: { type: 'flag', answerer: 'customer', label: { en: 'watched it' }, ask: { en: 'Have you watched it?' } },
    },
  };
  const labels = labelsFor('de', { documents: [{ source }] });
  expect(labels.word('evidence', 'parcel')).toBe('die Schachtel');
  expect(labels.word('evidence', 'ticket')).toBe('ticket');
  expect(labels.ask('own.watched')).toBe('Have you watched it?');
  expect(labels.word('contract.region', 'FR')).toBe('Frankreich');
  expect(labels.word('contract.region', 'US-CA')).toBe('Vereinigte Staaten (CA)');
  expect(labels.word('queue', 'secondLevelDesk')).toBe('second level desk');
});
