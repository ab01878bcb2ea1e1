import type { Locale } from '#lib/locales.ts';
import type { Money } from '../model/money.ts';
import { type Labelled, type Labels, labelsFor } from './labels.ts';
import type { Message, Wanted } from './messages.ts';
import { type Filled, fill } from './patterns.ts';
import { type Values, valuesFor } from './values.ts';
import { SENTENCES } from './words/sentences.ts';

/** Speaks one language: sentences of the engine, with names and values written out. */
export interface Speaker {
  readonly locale: Locale;
  readonly labels: Labels;
  readonly values: Values;
  has(id: string): boolean;
  say(id: string, params?: Filled): string;
  /** A sentence made for one word, `method.original`, else the general one that names it. */
  either(group: string, word: string): string;
  /** `14 days`, in the case the sentences need; the unit is one of a window's. */
  span(upTo: number, unit: string): string;
  moneys(amounts: readonly Money[]): string;
  /** A line may be named after a fact (`own.examFee`) or by a word. */
  factOrWord(group: string, word: string): string;
  /** A message with what it speaks of written out. */
  message(message: Message): string;
}

export function speakerFor(locale: Locale, zone: string, documents: Labelled): Speaker {
  const labels = labelsFor(locale, documents);
  const values = valuesFor(labels, zone);
  const has = (id: string): boolean => SENTENCES.has(id);
  const say = (id: string, params: Filled = {}): string => fill(SENTENCES.get(id) ?? { en: id }, locale, params);
  const span = (count: number, unit: string): string => say(`span.${unit}`, { count });
  return {
    locale,
    labels,
    values,
    has,
    say,
    span,
    either: (group, word) =>
      has(`${group}.${word}`) ? say(`${group}.${word}`) : say(`${group}.*`, { what: labels.word('to', word) }),
    moneys: (amounts) => values.list(amounts.map(values.money), 'and'),
    factOrWord: (group, word) => (word.includes('.') ? labels.fact(word) : labels.word(group, word)),
    message: (message) => say(message.id, written(message, { labels, values, say, span })),
  };
}

type Voice = Pick<Speaker, 'labels' | 'values' | 'say' | 'span'>;

const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/** The parameters of a message as text. */
function written({ id, params }: Message, { labels, values, say, span }: Voice): Filled {
  const path = String(params.fact ?? '');
  const evidence = words(params.evidence).map((type) => labels.word('evidence', type));
  const { upTo, unit } = params;
  return {
    fact: labels.fact(path),
    question: labels.ask(path),
    value: values.fact(path, params.value ?? null),
    wanted: isWanted(params.wanted) ? wantedText(path, params.wanted, { values, say }) : '',
    evidence: values.list(evidence, id === 'stepEvidenceAny' ? 'or' : 'and'),
    to: labels.word('to', String(params.to ?? '')),
    levels: words(params.levels)
      .map((level) => labels.word('level', level))
      .join(' → '),
    bodies: values.list(words(params.bodies), 'or'),
    span: typeof upTo === 'number' ? span(upTo, String(unit)) : '',
  };
}

const isWanted = (value: unknown): value is Wanted => typeof value === 'object' && value !== null && 'op' in value;

/** Orders of dates are said otherwise than those of numbers. */
const DATED = { lt: 'before', lte: 'until', gt: 'after', gte: 'since' } as const;

const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

function wantedText(
  path: string,
  { op, not, values: wanted }: Wanted,
  { values, say }: Pick<Voice, 'values' | 'say'>,
): string {
  if (op === 'known' || op === 'exists') return say(`${not ? 'not' : 'is'}.${op}`);
  const [first] = wanted;
  if (op === 'eq' || op === 'in') {
    if (typeof first === 'boolean') return values.fact(path, first !== not);
    const value = values.list(
      wanted.map((each) => values.fact(path, each)),
      'or',
    );
    return say(not ? 'not.eq' : 'is.eq', { value });
  }
  return say(`is.${isDate(first) ? DATED[op] : op}`, { value: values.fact(path, first) });
}
