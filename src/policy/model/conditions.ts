import type { WindowUnit } from '../time/window.ts';
import type { Money } from './money.ts';

/** A value written in a rule. What it means follows from the fact it is compared with. */
export type Literal = boolean | number | string | Money;

/** A value a rule compares with or computes from. */
export type Operand = Literal | { readonly fact: string } | { readonly constant: string } | { readonly table: string };

/** An outcome parameter: written out, an operator's constant, or looked up in a table by a fact. */
export type Parameter<T> = T | { readonly constant: string } | { readonly table: string };

export interface Comparison {
  readonly eq?: Operand;
  readonly in?: readonly Literal[] | { readonly list: string };
  readonly lt?: Operand;
  readonly lte?: Operand;
  readonly gt?: Operand;
  readonly gte?: Operand;
  /** Both ends inclusive. */
  readonly between?: readonly Operand[];
}

/** Several comparisons in one test must all hold. */
export interface FactTest extends Comparison {
  readonly fact: string;
  /** Whether anybody knows it yet. */
  readonly known?: boolean;
  /** Whether there is one; unknown while nobody knows. */
  readonly exists?: boolean;
}

/** How many entries of a list fit. Without `where` and `within` all of them do. */
export interface CountTest extends Comparison {
  readonly over: string;
  readonly where?: Condition;
  readonly within?: WindowTest;
}

/** A fact, or the later or earlier of several. */
export type Anchor = string | { readonly laterOf: readonly Anchor[] } | { readonly earlierOf: readonly Anchor[] };

/** Whether `event` falls between `from` and `upTo` units after `of`, both inclusive. */
export interface WindowTest {
  readonly event?: Anchor;
  readonly of: Anchor;
  readonly from?: Parameter<number>;
  readonly upTo?: Parameter<number>;
  readonly unit?: WindowUnit;
  readonly boundary?: 'endOfDay' | 'exact';
  readonly calendar?: Parameter<string>;
  readonly holidayRollover?: boolean;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | { readonly count: CountTest }
  | { readonly within: WindowTest }
  | FactTest;
