import { Temporal } from '#lib/time.ts';
import { isMoney, type Money } from '../model/money.ts';
import { readMoment } from '../time/moment.ts';
import { type Labels, nameOfPath } from './labels.ts';
import { remembered } from './remembered.ts';

/** Writes values the way readers of a language expect them. */
export interface Values {
  money(amount: Money): string;
  /** A date (`2026-11-17`), or an instant with its time in the case's zone. */
  date(text: string): string;
  number(value: number): string;
  list(items: readonly string[], joined: 'and' | 'or'): string;
  /** The value of a fact, by what kind of value it is. */
  fact(path: string, value: unknown): string;
}

/** English dates as Europe writes them: the day first, so that no month is taken for a day. */
const TAGS: Readonly<Record<string, string>> = { en: 'en-GB', ms: 'ms-MY' };

const SECONDS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const MAX_FORMATS = 500;

/** `de`, or `de EUR` for money. */
const numbersIn = remembered((key) => {
  const [tag, currency] = key.split(' ');
  return new Intl.NumberFormat(tag, currency === undefined ? {} : { style: 'currency', currency });
}, MAX_FORMATS);

/** `de` for a date; with a zone, `de Europe/Berlin`, also the time of day. */
const datesIn = remembered((key) => {
  const [tag, timeZone] = key.split(' ');
  const style = timeZone === undefined ? { timeZone: 'UTC' } : ({ timeStyle: 'short', timeZone } as const);
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', ...style });
}, MAX_FORMATS);

/** `de and`, `de or`. */
const listsIn = remembered((key) => {
  const [tag, joined] = key.split(' ');
  return new Intl.ListFormat(tag, { type: joined === 'and' ? 'conjunction' : 'disjunction' });
}, MAX_FORMATS);

/** Formats for one language and one zone. */
export function valuesFor(labels: Labels, zone: string): Values {
  const tag = TAGS[labels.locale] ?? labels.locale;
  const numbers = numbersIn(tag);
  const number = (value: number): string => numbers.format(value);
  const money = ({ minor, unit }: Money): string => {
    if (!/^[A-Z]{3}$/.test(unit)) return `${number(minor)} ${labels.word('unit', unit)}`;
    const format = numbersIn(`${tag} ${unit}`);
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
  const date = (text: string): string => dateText(text, tag, zone);
  const list: Values['list'] = (items, joined) => listsIn(`${tag} ${joined}`).format(items);
  const plain = (path: string, value: unknown): string => {
    if (value === null) return '–';
    if (typeof value === 'boolean') return labels.word('flag', String(value));
    if (typeof value === 'number') return number(value);
    if (isMoney(value)) return money(value);
    if (Array.isArray(value))
      return list(
        value.map((each) => plain(path, each)),
        'and',
      );
    if (isDuration(value)) return durationText(value.seconds, tag);
    const text = String(value);
    return readMoment(text) === null ? labels.word(groupOf(path), text) : date(text);
  };
  return { money, date, number, list, fact: plain };
}

/** Words of a fact are looked up under its own name; the states of evidence are the same for every paper. */
const groupOf = (path: string): string => nameOfPath(path).name;

const isDuration = (value: unknown): value is { readonly seconds: number } =>
  typeof value === 'object' && value !== null && 'seconds' in value && typeof value.seconds === 'number';

/** The largest unit that divides it: 7200 seconds are two hours. */
function durationText(seconds: number, tag: string): string {
  const [unit, size] = SECONDS.find(([, size]) => seconds % size === 0 && seconds >= size) ?? ['second', 1];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
}

function dateText(text: string, tag: string, zone: string): string {
  const moment = readMoment(text);
  if (moment === null) return text;
  if (moment.kind === 'date') {
    const ms = Temporal.PlainDate.from(text).toZonedDateTime('UTC').epochMilliseconds;
    return datesIn(tag).format(ms);
  }
  return datesIn(`${tag} ${zone}`).format(moment.ms);
}
