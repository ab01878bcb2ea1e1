import { isIsoDate } from '#lib/time.ts';
import {
  ANCHORS,
  type AnyDocument,
  type CalendarDocument,
  LAYERS,
  type Literal,
  type PolicyDocument,
  type Rule,
  STATUSES,
  type Table,
  type Texts,
} from '../model/document.ts';
import { ANSWERERS, FACT_TYPES, OCCASIONS } from '../model/vocabulary.ts';
import { findZone } from '../time/zone.ts';
import { anything } from './anything.ts';
import { CONDITION, FACT_PATH, LIST_REFERENCE, LITERAL, NAME } from './condition-shapes.ts';
import { EFFECT, FORMULA, OUTCOME } from './outcome-shapes.ts';
import {
  either,
  flag,
  group,
  hasKey,
  integer,
  isList,
  isText,
  list,
  namesTo,
  oneOf,
  type Shape,
  text,
} from './shape.ts';

const LOCALES = ['en', 'ms', 'fr', 'de'] as const;
const DATE = text('a date such as 2026-11-22', isIsoDate, '^\\d{4}-\\d{2}-\\d{2}$');
const WORD = text('a word');
const TEXTS: Shape<Texts> = group('texts by language', {}, { en: text(), ms: text(), fr: text(), de: text() });
const ZONE_NAME = text('a time zone such as Europe/Berlin', (value) => findZone(value) !== null);
const MEMBERSHIP = group('scope', {}, { in: list(WORD, 1), notIn: list(WORD, 1) });
const VERSION = integer(1, 1_000_000, 'a version');

const PROVENANCE = group(
  'provenance',
  { source: text('where this was read'), verified: flag },
  { url: text(), retrievedAt: DATE, reviewedAt: DATE, note: text() },
);

const RULE_FIELDS = {
  certainty: oneOf(['shall', 'may']),
  evidence: group('evidence', {}, { allOf: list(NAME, 1), anyOf: list(NAME, 1) }),
  effects: list(EFFECT, 1),
  group: NAME,
  reason: NAME,
  cite: group('a citation', { source: text() }, { section: text(), url: text() }),
  text: TEXTS,
  textNot: TEXTS,
  outcome: OUTCOME,
} as const;

const ON = list(oneOf(OCCASIONS), 1);
const RULE: Shape<Rule> = group(
  'a rule',
  { id: NAME, on: ON },
  { when: CONDITION, exceptionTo: list(NAME, 1), ...RULE_FIELDS },
);
const OTHERWISE = group('otherwise', { id: NAME, on: ON }, RULE_FIELDS);

const CASE_VALUES = either<Literal | readonly Literal[] | { readonly list: string }>(
  'a value, a list, or the name of a list',
  [
    { when: isList, shape: list(LITERAL, 1) },
    { when: hasKey('list'), shape: LIST_REFERENCE },
    { when: () => true, shape: LITERAL },
  ],
);
const TABLE: Shape<Table> = group(
  'a table',
  { byFact: FACT_PATH, cases: list(group('a case', { is: CASE_VALUES, value: LITERAL }), 1) },
  { otherwise: LITERAL },
);

const DEFINE = group(
  'define',
  {},
  {
    conditions: namesTo(CONDITION),
    formulas: namesTo(FORMULA),
    lists: namesTo(list(LITERAL, 1)),
    constants: namesTo(LITERAL),
    tables: namesTo(TABLE),
  },
);

const TESTS = group(
  'tests',
  {
    cases: list(
      group(
        'a test',
        { name: text(), expect: namesTo(anything, /./) },
        { asOf: text(), facts: namesTo(anything, /./), unknown: list(FACT_PATH) },
      ),
    ),
  },
  { facts: namesTo(anything, /./), with: list(NAME) },
);

const APPEAL = group(
  'appeal',
  {},
  {
    window: group('a window', {
      upTo: integer(1, 10_000),
      unit: oneOf(['calendarDay', 'businessDay', 'month']),
    }),
    requiresNewEvidence: flag,
    levels: list(NAME),
    externalBodies: list(text()),
  },
);

const ZONE = either<PolicyDocument['zone']>('a time zone', [
  { when: isText, shape: ZONE_NAME },
  { when: hasKey('fact'), shape: group('a zone by fact', { fact: FACT_PATH, otherwise: ZONE_NAME }) },
]);

export const POLICY: Shape<PolicyDocument> = group(
  'a policy',
  {
    kind: oneOf(['policy']),
    id: NAME,
    version: VERSION,
    layer: oneOf(LAYERS),
    status: oneOf(STATUSES),
    scope: group(
      'scope',
      {},
      { brand: MEMBERSHIP, regions: MEMBERSHIP, customerType: MEMBERSHIP, products: MEMBERSHIP, channels: MEMBERSHIP },
    ),
    effective: group('effective', { from: DATE }, { until: DATE, anchor: oneOf(ANCHORS) }),
    provenance: list(PROVENANCE, 1),
    zone: ZONE,
    rules: list(RULE, 1),
  },
  {
    title: TEXTS,
    supersedes: VERSION,
    replaces: list(NAME),
    locales: list(oneOf(LOCALES), 1),
    dayCount: group(
      'dayCount',
      {},
      { anchorDay: oneOf([0, 1]), endDay: oneOf(['used', 'unused']), year: oneOf(['actual', 360]) },
    ),
    facts: namesTo(
      group(
        'a declared fact',
        { type: oneOf(FACT_TYPES), answerer: oneOf(ANSWERERS) },
        { words: list(WORD, 1), label: TEXTS, ask: TEXTS, help: TEXTS },
      ),
    ),
    labels: namesTo(TEXTS),
    define: DEFINE,
    gate: list(RULE),
    otherwise: list(OTHERWISE),
    appeal: APPEAL,
    tests: TESTS,
  },
);

export const CALENDAR: Shape<CalendarDocument> = group('a calendar', {
  kind: oneOf(['calendar']),
  id: NAME,
  version: VERSION,
  effective: group('effective', { from: DATE, until: DATE }),
  weekend: list(integer(1, 7, 'an ISO weekday')),
  holidays: list(DATE),
  provenance: list(PROVENANCE, 1),
});

const isKind =
  (kind: string) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export const DOCUMENT: Shape<AnyDocument> = either<AnyDocument>('a document of kind policy or calendar', [
  { when: isKind('policy'), shape: POLICY },
  { when: isKind('calendar'), shape: CALENDAR },
]);
