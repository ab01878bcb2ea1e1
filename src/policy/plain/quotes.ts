import type { Locale } from '#lib/locales.ts';
import { LOCALES } from '#lib/locales.ts';
import type { Condition, WindowTest } from '../model/conditions.ts';
import type { Literal, PolicyDocument, Rule } from '../model/document.ts';
import { isMoney } from '../model/money.ts';
import type { Formula, Span } from '../model/outcomes.ts';
import { percentText } from './amounts.ts';
import { settled, type Voice, voiceFor } from './voice.ts';

/** What texts may quote of documents, by name, as it reads in one language. */
export type Quotes = ReadonlyMap<string, string>;

/** Windows of a condition, wherever it nests them; those under a `not` say something else. */
function windowsIn(condition: Condition | undefined, document: PolicyDocument, depth = 0): WindowTest[] {
  if (!condition || depth > 12 || 'not' in condition) return [];
  if ('within' in condition) return [condition.within];
  const members = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  if ('condition' in condition)
    return windowsIn(document.define?.conditions?.[condition.condition], document, depth + 1);
  return members.flatMap((member) => windowsIn(member, document, depth + 1));
}

type Entry = readonly [name: string, text: string];

/** A span under its name, and its bare number under `NAME.count`. */
function spanEntries(name: string, upTo: number, unit: string, voice: Voice): Entry[] {
  const count = Math.abs(upTo);
  return [
    [name, voice.span(count, unit)],
    [`${name}.count`, voice.speaker.values.number(count)],
  ];
}

const PROMISED = {
  acknowledgeWithin: 'acknowledges',
  decideWithin: 'decides',
  payWithin: 'pays',
  arrivesWithin: 'arrives',
} as const;

/** Fixed money or a plain percentage; anything else depends on the case. */
function amountEntry(name: string, amount: Formula | undefined, voice: Voice): Entry[] {
  if (typeof amount !== 'object') return [];
  if (isMoney(amount)) return [[name, voice.speaker.values.money(amount)]];
  const percent = 'percent' in amount ? settled(amount.percent, voice.define) : undefined;
  return percent === undefined ? [] : [[name, percentText(percent, voice.locale)]];
}

function ruleEntries(rule: Rule, document: PolicyDocument, voice: Voice): Entry[] {
  const spans = windowsIn(rule.when, document).flatMap(({ upTo, unit = 'calendarDay' }) => {
    const count = settled(upTo, voice.define);
    return count === undefined ? [] : [{ count, unit }];
  });
  const [window] = spans;
  // Two different windows in one rule: neither is "the" window.
  const isOne = spans.every(({ count, unit }) => count === window?.count && unit === window.unit);
  const promised = rule.outcome?.refund ?? rule.outcome?.refer ?? {};
  return [
    ...(window && isOne ? spanEntries(`${rule.id}.window`, window.count, window.unit, voice) : []),
    ...(Object.keys(PROMISED) as (keyof typeof PROMISED)[]).flatMap((key) => {
      const span: Span | undefined = promised[key];
      const count = settled(span?.upTo, voice.define);
      return span && count !== undefined ? spanEntries(`${rule.id}.${PROMISED[key]}`, count, span.unit, voice) : [];
    }),
    ...amountEntry(
      `${rule.id}.amount`,
      rule.outcome?.refund?.amount ?? rule.outcome?.fee?.amount ?? rule.outcome?.credit?.amount,
      voice,
    ),
  ];
}

const constantText = (value: Literal, { speaker }: Voice): string => speaker.values.fact('', value);

function entriesOf(document: PolicyDocument, locale: Locale): Entry[] {
  const voice = voiceFor(document, locale);
  const { appeal, define, effective, gate = [], rules, otherwise = [], version } = document;
  return [
    ['version', String(version)],
    ['since', voice.speaker.values.date(effective.from.slice(0, 10))],
    ...Object.entries(define?.constants ?? {}).map(([name, value]): Entry => [name, constantText(value, voice)]),
    ...(appeal?.window ? spanEntries('appeal.window', appeal.window.upTo, appeal.window.unit, voice) : []),
    ...[...gate, ...rules, ...otherwise].flatMap((rule) => ruleEntries(rule, document, voice)),
  ];
}

/**
 * What a text may quote: `NAME` where one document only has it, or all say the same, and always `DOCUMENT.NAME`.
 * @param documents the brand's own documents that hold
 */
export function quotesOf(documents: readonly PolicyDocument[], locale: Locale): Quotes {
  const all = documents.map((document) => ({ id: document.id, entries: entriesOf(document, locale) }));
  const byName = Map.groupBy(
    all.flatMap(({ entries }) => entries),
    ([name]) => name,
  );
  const short = [...byName].flatMap(([name, entries]): Entry[] => {
    const texts = new Set(entries.map(([, text]) => text));
    const [only] = texts;
    return texts.size === 1 && only !== undefined ? [[name, only]] : [];
  });
  return new Map([
    ...short,
    ...all.flatMap(({ id, entries }) => entries.map(([name, text]): Entry => [`${id}.${name}`, text])),
  ]);
}

export interface QuoteChange {
  readonly name: string;
  readonly before: string;
  /** Null when the name is gone. */
  readonly after: string | null;
}

/** Every name whose text differs between two states of a brand's documents, in one language. */
export function changedQuotes(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  locale: Locale,
): QuoteChange[] {
  const next = quotesOf(after, locale);
  return [...quotesOf(before, locale)].flatMap(([name, text]) => {
    const now = next.get(name) ?? null;
    return now === text ? [] : [{ name, before: text, after: now }];
  });
}

/** The same in every language, where texts in several are looked at together. */
export const changedQuotesByLocale = (
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
): ReadonlyMap<Locale, readonly QuoteChange[]> =>
  new Map(LOCALES.map((locale) => [locale, changedQuotes(before, after, locale)]));
