import { Temporal } from '#lib/time.ts';
import type { AnswerKind, Money } from '#policy/index.ts';

/** Why an answer was not taken. */
export type AnswerProblem = 'missing' | 'day' | 'future' | 'tooOld' | 'number' | 'amount' | 'choice' | 'tooLong';
export type ReadAnswer = { readonly value: string | number | boolean | Money } | { readonly problem: AnswerProblem };

const MAX_TEXT = 500;
const MAX_NUMBER = 1_000_000_000;
/** Nobody asks for money back after so many years; it is a slip of the pen. */
const MAX_YEARS_AGO = 20;

const numbers = (text: string, pattern: RegExp): readonly number[] | null => {
  const match = pattern.exec(text);
  return match ? match.slice(1).map(Number) : null;
};

/** A day as people write it: `2026-09-24`, `24.09.2026`, `24/9/26`, the day before the month. Null when it is none. */
export function readDay(text: string): Temporal.PlainDate | null {
  const iso = numbers(text, /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/);
  const written = numbers(text, /^\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})\s*$/);
  const [year = 0, month = 0, day = 0] = iso ?? [...(written ?? [])].reverse();
  try {
    return Temporal.PlainDate.from({ year: year < 100 ? 2000 + year : year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** A day that has been: neither after today nor longer ago than anybody asks about. */
export function readPastDay(text: string, today: Temporal.PlainDate): ReadAnswer {
  const day = readDay(text);
  if (day === null) return { problem: text.trim() === '' ? 'missing' : 'day' };
  if (Temporal.PlainDate.compare(day, today) > 0) return { problem: 'future' };
  if (day.until(today, { largestUnit: 'years' }).years >= MAX_YEARS_AGO) return { problem: 'tooOld' };
  return { value: day.toString() };
}

/**
 * A decimal number as people write it: `1.234,50`, `1,234.50`, `1 234,5`. The last mark before one or two digits is
 * the decimal one; every other one groups. Null when it is none.
 */
export function readDecimal(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  const match = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return `${(match[1] ?? '').replaceAll(/[.,]/g, '')}.${match[2] ?? '0'}`;
}

/** An amount in the smallest unit of its currency; signs and codes of currencies around it do not matter. */
export function readAmount(text: string, unit: string): ReadAnswer {
  if (text.trim() === '') return { problem: 'missing' };
  const decimal = readDecimal(text.replace(/^[\p{L}\p{Sc}\s]+/u, '').replace(/(?:,[-–])?[\p{L}\p{Sc}\s]*$/u, ''));
  if (decimal === null) return { problem: 'amount' };
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: unit });
  const minor = Math.round(Number(decimal) * 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  return minor > 0 && minor <= MAX_NUMBER ? { value: { minor, unit } } : { problem: 'amount' };
}

function readNumber(text: string): ReadAnswer {
  if (text.trim() === '') return { problem: 'missing' };
  const decimal = readDecimal(text);
  if (decimal === null || Number(decimal) > MAX_NUMBER) return { problem: 'number' };
  return { value: Number(decimal) };
}

/** What there is to answer with. */
export interface Asked {
  readonly kind: AnswerKind;
  readonly options: readonly { readonly value: string }[];
  /** For money. */
  readonly unit: string;
  readonly today: Temporal.PlainDate;
}

/** Reads what a form sent for one question. */
export function readAnswer(raw: string, { kind, options, unit, today }: Asked): ReadAnswer {
  const text = raw.trim();
  switch (kind) {
    case 'date':
      return readPastDay(text, today);
    case 'money':
      return readAmount(text, unit);
    case 'number':
      return readNumber(text);
    case 'flag':
      if (text === 'true' || text === 'false') return { value: text === 'true' };
      return { problem: 'missing' };
    case 'choice':
      if (text === '') return { problem: 'missing' };
      return options.some(({ value }) => value === text) ? { value: text } : { problem: 'choice' };
    default:
      if (text === '') return { problem: 'missing' };
      return text.length > MAX_TEXT ? { problem: 'tooLong' } : { value: text };
  }
}
