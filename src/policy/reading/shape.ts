import { FIELD_EXAMPLES, FIELD_NOTES } from './field-notes.ts';
import { groupHint, keyHint, listHint, numberHint, wordMeant } from './hints.ts';
import type { Reading } from './problems.ts';
import { suggestion, wordList } from './suggest.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/**
 * How one kind of value is read and described: the reader of documents and their JSON Schema come from the same shapes,
 * so an editor never accepts what the engine refuses.
 */
export interface Shape<T> {
  /** What a person is told was expected. */
  readonly expected: string;
  /** The value, or undefined after a problem was recorded. */
  read(value: unknown, at: Reading): T | undefined;
  /** Referred to by name when the shape has one, so that recursive shapes end. */
  schema(definitions: Map<string, JsonSchema>): JsonSchema;
}

const MAX_TEXT = 20_000;
const MAX_ITEMS = 20_000;
/** Nesting deeper than this is an attack, not a policy. */
export const MAX_NESTING = 64;

const MAX_FOUND = 60;

const found = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, MAX_FOUND)) : String(value).slice(0, MAX_FOUND);
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mismatch = (at: Reading, expected: string, value: unknown, hint = ''): undefined =>
  at.fail(`expected ${expected}, found ${found(value)}${hint}`);

/** Characters nobody types on purpose: control characters, and those that turn the order of what follows around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Text that a test accepts; `pattern` tells editors what a function accepts. */
export function text(
  expected = 'text',
  accept?: RegExp | ((value: string) => boolean),
  pattern = accept instanceof RegExp ? accept.source : undefined,
): Shape<string> {
  const fits = (value: string): boolean => !accept || (accept instanceof RegExp ? accept.test(value) : accept(value));
  return {
    expected,
    read: (value, at) => {
      if (typeof value !== 'string' || value.length === 0) return mismatch(at, expected, value);
      if (value.length > MAX_TEXT) return at.fail(`expected at most ${MAX_TEXT} characters, found ${value.length}`);
      if (UNSEEN.test(value)) return at.fail('expected text without control characters and marks that reorder it');
      return fits(value) ? value : mismatch(at, expected, value);
    },
    schema: () => ({
      type: 'string',
      minLength: 1,
      maxLength: MAX_TEXT,
      description: expected,
      ...(pattern === undefined ? {} : { pattern }),
    }),
  };
}

export const integer = (least: number, most: number, what = 'a whole number'): Shape<number> => ({
  expected: `${what} from ${least} to ${most}`,
  read: (value, at) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : mismatch(at, `${what} from ${least} to ${most}`, value, numberHint(value, what.includes('minor units'))),
  schema: () => ({ type: 'integer', minimum: least, maximum: most }),
});

export const flag: Shape<boolean> = {
  expected: 'true or false',
  read: (value, at) => (typeof value === 'boolean' ? value : mismatch(at, 'true or false', value)),
  schema: () => ({ type: 'boolean' }),
};

function nearOf(value: string, words: readonly string[]): string {
  const meant = wordMeant(value, words);
  if (meant === null) return '';
  return meant === undefined ? suggestion(value, words) : `; did you mean ${meant}?`;
}

export function oneOf<const W extends string | number>(words: readonly W[]): Shape<W> {
  const expected = wordList(words.map(String));
  return {
    expected,
    read: (value, at) => {
      const word = words.find((candidate) => candidate === value);
      if (word !== undefined) return word;
      const near = typeof value === 'string' ? nearOf(value, words.map(String)) : '';
      return at.fail(`expected ${expected}, found ${found(value)}${near}`);
    },
    schema: () => ({ enum: words }),
  };
}

export function list<T>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  const expected = `a list of ${item.expected}`;
  return {
    expected,
    read: (value, at) => {
      if (!Array.isArray(value)) return mismatch(at, expected, value, listHint(value));
      if (value.length < least) return at.fail(`expected at least ${least} in this list`);
      if (value.length > MAX_ITEMS) return at.fail(`expected at most ${MAX_ITEMS} in this list`);
      const items = value.map((each, i) => item.read(each, at.at(i)));
      return items.some((each) => each === undefined) ? undefined : (items as readonly T[]);
    },
    schema: (definitions) => ({ type: 'array', items: item.schema(definitions), minItems: least }),
  };
}

/** A group of names an author chooses, each with the same kind of value. */
export function namesTo<T>(of: Shape<T>, name: RegExp = /^[A-Za-z][\w.-]{0,79}$/): Shape<Readonly<Record<string, T>>> {
  const expected = `names, each with ${of.expected}`;
  return {
    expected,
    read: (value, at) => {
      if (!isGroup(value)) return mismatch(at, expected, value);
      const result: Record<string, T> = {};
      for (const [key, each] of Object.entries(value)) {
        if (!name.test(key)) at.at(key).fail('expected a name of letters, digits, dots and hyphens');
        const read = of.read(each, at.at(key));
        if (read !== undefined) result[key] = read;
      }
      return result;
    },
    schema: (definitions) => ({
      type: 'object',
      propertyNames: { pattern: name.source },
      additionalProperties: of.schema(definitions),
    }),
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Optional<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Shape<infer T> ? T : never };
type Required<F extends Fields> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never };
type Group<R extends Fields, O extends Fields> = Required<R> & Optional<O>;

/** A schema with what editors show beside the key. */
const noted = (name: string, schema: JsonSchema): JsonSchema => ({
  ...schema,
  ...(FIELD_NOTES[name] ? { description: FIELD_NOTES[name] } : {}),
  ...(FIELD_EXAMPLES[name] ? { examples: FIELD_EXAMPLES[name] } : {}),
});

/** A group with required and optional keys and no others. */
export function group<R extends Fields, O extends Fields = Record<never, never>>(
  expected: string,
  required: R,
  optional?: O,
): Shape<Group<R, O>> {
  const fields: Fields = { ...required, ...optional };
  const shapes = Object.entries(fields);
  const names = Object.keys(fields);
  const needed = Object.keys(required);
  return {
    expected,
    read: (value, at) => {
      if (!isGroup(value)) return mismatch(at, expected, value, groupHint(value, names));
      for (const key of Object.keys(value)) {
        const hint = Object.hasOwn(fields, key) ? null : keyHint(key, expected);
        if (hint !== null) return at.at(key).fail(hint);
      }
      const before = at.problems.length;
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(fields, key)) {
          at.at(key).fail(`there is no ${key} in ${expected}; expected ${wordList(names)}${suggestion(key, names)}`);
        }
      }
      for (const key of needed) {
        if (!Object.hasOwn(value, key)) at.fail(`${expected} needs ${key} (${required[key]?.expected})`);
      }
      const result: Record<string, unknown> = {};
      for (const [key, shape] of shapes) {
        if (Object.hasOwn(value, key)) result[key] = shape.read(value[key], at.at(key));
      }
      return at.problems.length > before ? undefined : (result as Group<R, O>);
    },
    schema: (definitions) => ({
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(fields).map(([key, shape]) => [key, noted(`${expected}.${key}`, shape.schema(definitions))]),
      ),
      required: Object.keys(required),
      additionalProperties: false,
    }),
  };
}

/** A shape chosen by looking at the value; alternatives are tried in order of `when`, the last without one. */
export function either<T>(
  expected: string,
  alternatives: readonly { readonly when: (value: unknown) => boolean; readonly shape: Shape<T> }[],
): Shape<T> {
  return {
    expected,
    read: (value, at) => {
      const chosen = alternatives.find(({ when }) => when(value));
      if (chosen) return chosen.shape.read(value, at);
      const known = alternatives.map(({ shape }) => shape.expected);
      return at.fail(`expected ${expected}, found ${found(value)}${nearKey(value, known)}`);
    },
    schema: (definitions) => ({ anyOf: alternatives.map(({ shape }) => shape.schema(definitions)) }),
  };
}

const nearKey = (value: unknown, known: readonly string[]): string => {
  const key = isGroup(value) ? Object.keys(value)[0] : typeof value === 'string' ? value : undefined;
  if (key === undefined) return '';
  return isGroup(value) ? ` with ${key}${suggestion(key, known)}` : suggestion(key, known);
};

export const hasKey =
  (key: string) =>
  (value: unknown): boolean =>
    isGroup(value) && Object.hasOwn(value, key);
export const isText = (value: unknown): boolean => typeof value === 'string';
export const isNumber = (value: unknown): boolean => typeof value === 'number';
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';
export const isList = (value: unknown): boolean => Array.isArray(value);

/** A shape with a name, which may contain itself. */
export function named<T>(name: string, expected: string, shape: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  const inner = (): Shape<T> => {
    made ??= shape();
    return made;
  };
  return {
    expected,
    read: (value, at) =>
      at.path.length > MAX_NESTING ? at.fail(`nested deeper than ${MAX_NESTING} levels`) : inner().read(value, at),
    schema: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, inner().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}
