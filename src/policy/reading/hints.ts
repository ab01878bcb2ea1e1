import { MAX_MINOR } from '../model/money.ts';

/** Keys of a rule that a condition takes in when they are indented too far. */
const OF_RULE = [
  'outcome',
  'effects',
  'evidence',
  'text',
  'textNot',
  'reason',
  'cite',
  'group',
  'certainty',
  'exceptionTo',
];
const OF_CONDITION = ['all', 'any', 'not', 'fact', 'count', 'within', 'condition'];
/** What the groups of conditions are called where they are read. */
const CONDITIONS = ['all', 'any', 'not', 'count', 'within', 'a named condition', 'a test of a fact'];

/**
 * What most likely went wrong where a key stands in a group that does not have it, or null.
 * @param expected what the group is called, such as `a rule`
 */
export function keyHint(key: string, expected: string): string | null {
  if (expected === 'otherwise' && key === 'exceptionTo')
    return 'exceptions stand under rules; otherwise answers where no rule does';
  if (!CONDITIONS.includes(expected)) return null;
  if (OF_RULE.includes(key)) return `${key} belongs to the rule: it is indented too far`;
  if (OF_CONDITION.includes(key)) return 'one key for each condition; wrap several in all: [ … ] or any: [ … ]';
  return null;
}

/** How a number is written, where a text or a fraction stands for one; else nothing. Starts with `; `. */
export function numberHint(value: unknown, isMinor = false): string {
  if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) {
    const minor = Math.round(value * 100);
    return isMinor && Math.abs(minor) <= MAX_MINOR ? `; whole minor units: ${minor}` : '; a whole number';
  }
  const [, digits, percent] = typeof value === 'string' ? (/^(-?\d{1,12}(?:\.\d{1,6})?)( ?%)?$/.exec(value) ?? []) : [];
  if (digits === undefined) return '';
  return percent === undefined ? `; no quotes: ${digits}` : `; write ${digits}`;
}

/** How a group is written in full, where only its main value stands; else nothing. */
export function groupHint(value: unknown, names: readonly string[]): string {
  if (typeof value === 'number' && names.includes('upTo') && names.includes('unit'))
    return `; write { upTo: ${value}, unit: calendarDay }`;
  if (typeof value === 'string' && names.includes('in') && names.includes('notIn') && /^[\w-]{1,40}$/.test(value))
    return `; write { in: [${value}] }`;
  return '';
}

/** How a list of one is written; else nothing. */
export const listHint = (value: unknown): string =>
  typeof value === 'string' && /^[\w-]{1,40}$/.test(value) ? `; write [${value}]` : '';

/** Units people write, and what they are called here. */
const UNITS: Readonly<Record<string, string>> = {
  day: 'calendarDay',
  days: 'calendarDay',
  workingDay: 'businessDay',
  workingDays: 'businessDay',
  workday: 'businessDay',
};

/** The word meant by one of another dictionary; undefined where none is, null where the nearest would say the opposite. */
export function wordMeant(value: string, words: readonly string[]): string | null | undefined {
  const unit = UNITS[value];
  if (unit !== undefined && words.includes(unit)) return unit;
  return words.includes(value.replace(/^un/, '')) && value.startsWith('un') ? null : undefined;
}

/** What the reader of YAML says, and what helps; the first that fits. */
const OF_PARSER: readonly (readonly [RegExp, string])[] = [
  [/Tabs are not allowed/, 'YAML takes no tabs; indent with two spaces'],
  [/Unexpected flow-(?:seq|map)-start/, 'put quotes around a path with brackets and a text with braces'],
  [
    /Block collections are not allowed within flow|Nested mappings are not allowed/,
    'put quotes around a text with a colon',
  ],
  [/Missing closing .?quote/, 'close the quotes; an apostrophe inside single quotes is written twice'],
  [/Flow (?:map|sequence)|sufficiently indented/, 'a { or [ is not closed'],
  [
    /All (?:mapping|sequence) items|Sequence item without|Bad indentation|Implicit/,
    'indent keys of one group alike, with two spaces',
  ],
];

/** The message of the reader of YAML with what helps, or null for a message that is not one of its own. */
export function parserHint(message: string): string | null {
  const hint = OF_PARSER.find(([pattern]) => pattern.test(message))?.[1];
  return hint === undefined ? null : `${message}; ${hint}`;
}
