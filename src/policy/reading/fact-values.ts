import type { Duration, FactValue } from '../model/facts.ts';
import { isMoney, MAX_MINOR, MONEY_UNIT, type Money } from '../model/money.ts';
import type { FactKind, FactType } from '../model/vocabulary.ts';
import { readMoment } from '../time/moment.ts';
import { numberHint } from './hints.ts';
import type { Reading } from './problems.ts';
import { suggestion, wordList } from './suggest.ts';

const EXPECTED: Readonly<Record<FactType, string>> = {
  flag: 'true or false',
  number: 'a number',
  money: 'money such as { minor: 1299, unit: EUR }',
  moment: 'a date (2026-11-22) or an instant (2026-11-22T10:00:00Z)',
  duration: 'a duration such as PT2H or P14D',
  word: 'a word',
  text: 'text',
  words: 'a list of words',
};

const MAX_NUMBER = 1e12;
const MAX_TEXT = 10_000;
const MAX_WORDS = 1_000;

const MAX_SHOWN = 60;

/** A wrong value as a person recognises it, never the whole of something huge. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'nothing' : 'a group of keys';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, MAX_SHOWN)) : String(value).slice(0, MAX_SHOWN);
}

/** A value of a fact's type, or undefined after a problem was recorded. */
export function readFactValue(kind: FactKind, value: unknown, at: Reading): FactValue | undefined {
  const read = acceptedBy(kind, value);
  if (read !== undefined) return read;
  return refuse(kind, value, at);
}

/** The same without a word about what is wrong: undefined when anything is. */
export function acceptedBy({ type, words }: FactKind, value: unknown): FactValue | undefined {
  const read = readByType(type, value);
  return words === undefined || typeof read !== 'string' || words.includes(read) ? read : undefined;
}

function refuse(kind: FactKind, value: unknown, at: Reading): undefined {
  const read = readByType(kind.type, value);
  if (read === undefined) {
    const hint = kind.type === 'number' ? numberHint(value) : '';
    return at.fail(`expected ${EXPECTED[kind.type]}, found ${shown(value)}${hint}`);
  }
  const { words = [] } = kind;
  return at.fail(`expected ${wordList(words)}, found ${String(read)}${suggestion(String(read), words)}`);
}

function readByType(type: FactType, value: unknown): FactValue | undefined {
  switch (type) {
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= MAX_NUMBER ? value : undefined;
    case 'money':
      return readMoney(value);
    case 'moment':
      return typeof value === 'string' ? (readMoment(value) ?? undefined) : undefined;
    case 'duration':
      return typeof value === 'string' ? readDuration(value) : undefined;
    case 'word':
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT ? value : undefined;
    case 'words':
      return Array.isArray(value) && value.length <= MAX_WORDS && value.every((each) => typeof each === 'string')
        ? value
        : undefined;
  }
}

export const readMoney = (value: unknown): Money | undefined =>
  isMoney(value) &&
  Number.isSafeInteger(value.minor) &&
  Math.abs(value.minor) <= MAX_MINOR &&
  typeof value.unit === 'string' &&
  MONEY_UNIT.test(value.unit)
    ? { minor: value.minor, unit: value.unit }
    : undefined;

const DURATION = /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?$/;

/** ISO 8601 in weeks, days, hours, minutes and seconds; months and years have no fixed length and are refused. */
function readDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return { kind: 'duration', seconds: ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds };
}
