import type { Locale } from '#lib/locales.ts';
import { capitalised, type Labelled } from '../explain/labels.ts';
import { type Filled, fill } from '../explain/patterns.ts';
import { type Speaker, speakerFor } from '../explain/speaker.ts';
import type { Literal, Operand, Parameter } from '../model/conditions.ts';
import type { Definitions, PolicyDocument } from '../model/document.ts';
import { PLAIN_WORDS } from './words.ts';

/** Tells one document in one language. */
export interface Voice {
  readonly locale: Locale;
  readonly speaker: Speaker;
  readonly define: Definitions;
  say(id: string, params?: Filled): string;
  has(id: string): boolean;
  /** `60 days`, as it stands on its own. */
  span(count: number, unit: string): string;
  /** A value as text, where it is compared with this fact. */
  operand(path: string, operand: Operand): string;
}

/** A document's own words go before those of the others it is told beside. */
export function voiceFor(document: PolicyDocument, locale: Locale, others: readonly PolicyDocument[] = []): Voice {
  const documents: Labelled = { documents: [document, ...others].map((source) => ({ source })) };
  const zone = typeof document.zone === 'string' ? document.zone : document.zone.otherwise;
  const speaker = speakerFor(locale, zone, documents);
  const define = document.define ?? {};
  const say = (id: string, params: Filled = {}): string => fill(PLAIN_WORDS.get(id) ?? { en: id }, locale, params);
  return {
    locale,
    speaker,
    define,
    say,
    has: (id) => PLAIN_WORDS.has(id),
    span: (count, unit) => say(`span.${unit}`, { count }),
    operand: (path, operand) => operandText(path, operand, { speaker, define, say }),
  };
}

type Parts = Pick<Voice, 'speaker' | 'define' | 'say'>;

function operandText(path: string, operand: Operand, parts: Parts): string {
  const { speaker, define } = parts;
  const literal = (value: Literal): string => speaker.values.fact(path, value);
  if (typeof operand !== 'object' || 'minor' in operand) return literal(operand);
  if ('fact' in operand) return speaker.labels.fact(operand.fact);
  if ('constant' in operand) return literal(define.constants?.[operand.constant] ?? operand.constant);
  return tableText(operand.table, literal, parts);
}

/** One row of a table; `is` is null for every other case. */
export interface Choice {
  readonly is: string | null;
  readonly value: string;
}

/** A table row by row, in words. */
export function choicesIn(name: string, value: (literal: Literal) => string, { speaker, define }: Parts): Choice[] {
  const table = define.tables?.[name];
  if (!table) return [];
  const cases = table.cases.map((each): Choice => {
    const is = listOf(each.is, define).map((key) => speaker.values.fact(table.byFact, key));
    return { is: speaker.values.list(is, 'or'), value: value(each.value) };
  });
  return table.otherwise === undefined ? cases : [...cases, { is: null, value: value(table.otherwise) }];
}

/** A table in one line: `Country – Germany or France: 30; otherwise: 14`. */
export function tableText(name: string, value: (literal: Literal) => string, parts: Parts): string {
  const { speaker, define, say } = parts;
  const cases = choicesIn(name, value, parts).map(({ is, value }) =>
    is === null ? say('choiceElse', { value }) : say('choiceCase', { is, value }),
  );
  return say('choice', {
    fact: speaker.labels.fact(define.tables?.[name]?.byFact ?? ''),
    cases: cases.join(semicolon(speaker.locale)),
  });
}

export function listOf(
  values: Literal | readonly Literal[] | { readonly list: string },
  define: Definitions,
): readonly Literal[] {
  if (typeof values === 'object' && 'list' in values) return define.lists?.[values.list] ?? [];
  return Array.isArray(values) ? (values as readonly Literal[]) : [values as Literal];
}

/** The one number or word a parameter always has; undefined where it depends on the case. */
export function settled<T extends Literal>(parameter: Parameter<T> | undefined, define: Definitions): T | undefined {
  if (parameter === undefined || typeof parameter !== 'object') return parameter;
  if ('constant' in parameter) return define.constants?.[parameter.constant] as T | undefined;
  if (!('table' in parameter)) return parameter as T;
  const table = define.tables?.[parameter.table];
  const values = new Set([...(table?.cases.map(({ value }) => value) ?? []), table?.otherwise]);
  const [only] = values;
  return values.size === 1 ? (only as T | undefined) : undefined;
}

export const sentence = (text: string, locale: Locale): string => capitalised(text, locale);

/** French sets a narrow space before the mark. */
export const semicolon = (locale: Locale): string => (locale === 'fr' ? '\u202f; ' : '; ');
