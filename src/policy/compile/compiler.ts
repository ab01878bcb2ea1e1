import type { Literal, Operand, Parameter } from '../model/conditions.ts';
import type { DayCount, Definitions } from '../model/document.ts';
import type { FactValue, Known } from '../model/facts.ts';
import type { FactKind, FactRecord } from '../model/vocabulary.ts';
import { readFactValue } from '../reading/fact-values.ts';
import type { Reading } from '../reading/problems.ts';
import { suggestion, wordList } from '../reading/suggest.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import type { Case } from './case.ts';
import { compilePath, type FactRef } from './path.ts';

/** What every part of one document is compiled with. */
export interface Compiler {
  readonly vocabulary: FactRecord;
  /** Entries being counted, inside `count`. */
  readonly item: FactRecord | null;
  readonly define: Definitions;
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  readonly dayCount: Required<DayCount>;
  readonly at: Reading;
  /** Names being resolved, to find circles. */
  readonly open: readonly string[];
}

export const within = (compiler: Compiler, ...path: (string | number)[]): Compiler => ({
  ...compiler,
  at: compiler.at.at(...path),
});

/** A value that may depend on facts. */
export interface Value<T> {
  readonly reads: readonly FactRef[];
  /** Every value it can have, where that can be told from the document. */
  readonly possible: readonly T[];
  of(c: Case): T | null | undefined;
}

const fixed = <T>(value: T): Value<T> => ({ reads: [], possible: [value], of: () => value });

/** A fact by its path, or undefined after a problem was recorded. */
export function factAt(path: string, compiler: Compiler): FactRef | undefined {
  const ref = compilePath(path, compiler.vocabulary, compiler.item);
  return typeof ref === 'string' ? compiler.at.fail(ref) : ref;
}

/** Something defined by name, or undefined after a problem was recorded. */
export function defined<T>(kind: keyof Definitions, name: string, compiler: Compiler): T | undefined {
  const group = (compiler.define[kind] ?? {}) as Readonly<Record<string, T>>;
  if (Object.hasOwn(group, name)) return group[name];
  const names = Object.keys(group);
  const known = names.length === 0 ? `define.${kind} is empty` : `expected ${wordList(names)}`;
  return compiler.at.fail(`define.${kind} has no ${name}; ${known}${suggestion(name, names)}`);
}

/** Compiles a definition by name, refusing one that leads back to itself. */
export function entering<S, T>(
  kind: 'conditions' | 'formulas',
  name: string,
  compiler: Compiler,
  compile: (source: S, inner: Compiler) => T | undefined,
): T | undefined {
  const label = `${kind}.${name}`;
  if (compiler.open.includes(label)) return compiler.at.fail(`define.${label} leads back to itself`);
  const source = defined<S>(kind, name, compiler);
  return source === undefined ? undefined : compile(source, { ...compiler, open: [...compiler.open, label] });
}

const isReference = <K extends 'fact' | 'constant' | 'table'>(
  value: unknown,
  key: K,
): value is { readonly [P in K]: string } => typeof value === 'object' && value !== null && key in value;

/** A table compiled to a look-up by its fact. `convert` gives each value the type the place needs. */
function tableOf<T>(
  name: string,
  compiler: Compiler,
  convert: (value: Literal) => T | undefined,
): Value<T> | undefined {
  const table = defined<NonNullable<Definitions['tables']>[string]>('tables', name, compiler);
  if (!table) return undefined;
  const by = factAt(table.byFact, compiler);
  if (!by) return undefined;
  const lookup = new Map<unknown, T>();
  for (const { is, value } of table.cases) {
    const members = isListReference(is) ? (defined<readonly Literal[]>('lists', is.list, compiler) ?? []) : [is].flat();
    const converted = convert(value);
    if (converted !== undefined) for (const member of members) lookup.set(member, converted);
  }
  const otherwise = table.otherwise === undefined ? undefined : convert(table.otherwise);
  return {
    reads: [by],
    possible: [...new Set([...lookup.values(), ...(otherwise === undefined ? [] : [otherwise])])],
    of: (c) => {
      const key = by.read(c);
      return key === undefined ? undefined : (lookup.get(key) ?? otherwise);
    },
  };
}

const isListReference = (value: unknown): value is { readonly list: string } =>
  typeof value === 'object' && value !== null && 'list' in value;

/** A parameter of an outcome or window: plain, constant or table. */
export function parameterOf<T extends Literal>(
  parameter: Parameter<T>,
  compiler: Compiler,
  type: 'number' | 'string',
): Value<T> | undefined {
  const convert = (value: Literal): T | undefined => {
    const wanted = type === 'number' ? 'a number' : 'a word';
    return typeof value === type
      ? (value as T)
      : compiler.at.fail(`expected ${wanted}, found ${JSON.stringify(value)}`);
  };
  if (isReference(parameter, 'table')) return tableOf(parameter.table, compiler, convert);
  if (isReference(parameter, 'constant')) {
    const constant = defined<Literal>('constants', parameter.constant, compiler);
    const value = constant === undefined ? undefined : convert(constant);
    return value === undefined ? undefined : fixed(value);
  }
  return fixed(parameter as T);
}

/** Something a fact of a given kind is compared with. */
export function operandOf(operand: Operand, kind: FactKind, compiler: Compiler): Value<FactValue> | undefined {
  const element: FactKind = kind.type === 'words' ? { ...kind, type: 'word' } : kind;
  const convert = (literal: Literal): FactValue | undefined => readFactValue(element, literal, compiler.at);
  if (isReference(operand, 'fact')) {
    const ref = factAt(operand.fact, compiler);
    if (!ref) return undefined;
    if (ref.kind.type !== element.type) {
      return compiler.at.fail(`expected a fact of type ${element.type}; ${ref.path} is of type ${ref.kind.type}`);
    }
    return { reads: [ref], possible: [], of: (c): Known => ref.read(c) };
  }
  if (isReference(operand, 'table')) return tableOf(operand.table, compiler, convert);
  if (isReference(operand, 'constant')) {
    const constant = defined<Literal>('constants', operand.constant, compiler);
    const value = constant === undefined ? undefined : convert(constant);
    return value === undefined ? undefined : fixed(value);
  }
  const value = convert(operand as Literal);
  return value === undefined ? undefined : fixed(value);
}
