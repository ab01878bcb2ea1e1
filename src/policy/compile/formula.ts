import { isMoney, type Money } from '../model/money.ts';
import type { Formula, Prorata } from '../model/outcomes.ts';
import { compareRatios, over, type Ratio, ZERO } from '../model/ratio.ts';
import { readMoney } from '../reading/fact-values.ts';
import { type Amount, increased, scalar, scaled } from './amount.ts';
import type { Case } from './case.ts';
import { type Compiler, entering, factAt, operandOf, parameterOf, within } from './compiler.ts';
import type { FactRef } from './path.ts';
import { compileShare } from './prorata.ts';

export interface CompiledFormula {
  readonly reads: readonly FactRef[];
  /** Whether it comes out differently for each charge; otherwise it is owed once, as what is left of a contract. */
  readonly ofCharge: boolean;
  /** @param full what is still refundable; null for a formula that belongs to no charge. Undefined while a fact is unknown. */
  of(c: Case, full: Amount | null): Amount | undefined;
}

/** Whether any of these facts is one of the charge in turn. */
export const readsCharge = (reads: readonly FactRef[]): boolean => reads.some(({ path }) => path.startsWith('charge.'));

export function compileFormula(source: Formula, compiler: Compiler): CompiledFormula | undefined {
  if (source === 'full') return { reads: [], ofCharge: true, of: (_c, full) => full ?? undefined };
  if (source === 'remainingObligation') return remainingObligation(compiler);
  if (isMoney(source)) return { reads: [], ofCharge: false, of: () => scalar(source, 'fixed') };
  if ('formula' in source)
    return entering<Formula, CompiledFormula>('formulas', source.formula, compiler, compileFormula);
  if ('percent' in source) return percent(source, compiler);
  if ('prorata' in source) return prorata(source.prorata, within(compiler, 'prorata'));
  if ('minus' in source) return subtraction(source.minus, within(compiler, 'minus'));
  if ('sum' in source) return addition(source.sum, within(compiler, 'sum'));
  if ('cap' in source) return capped(source.cap, within(compiler, 'cap'));
  if ('floorZero' in source) {
    const inner = compileFormula(source.floorZero, within(compiler, 'floorZero'));
    return (
      inner &&
      mapped(
        [inner],
        ([amount]) => amount && (compareRatios(amount.total, ZERO) < 0 ? scaled(amount, ZERO, 'floor') : amount),
      )
    );
  }
  return moneyOf(source, compiler);
}

/** Combines amounts that must all be known. */
const mapped = (
  inner: readonly CompiledFormula[],
  combine: (amounts: readonly Amount[]) => Amount | undefined,
): CompiledFormula => ({
  reads: inner.flatMap(({ reads }) => reads),
  ofCharge: inner.some(({ ofCharge }) => ofCharge),
  of: (c, full) => {
    const amounts = inner.flatMap((part) => part.of(c, full) ?? []);
    return amounts.length < inner.length ? undefined : combine(amounts);
  },
});

function moneyOf(
  source: { readonly fact: string } | { readonly constant: string } | { readonly table: string },
  compiler: Compiler,
): CompiledFormula | undefined {
  const what = 'fact' in source ? source.fact : 'constant' in source ? source.constant : source.table;
  const operand = operandOf(source, { shape: 'fact', type: 'money', answerer: 'system' }, compiler);
  if (!operand) return undefined;
  return {
    reads: operand.reads,
    ofCharge: readsCharge(operand.reads),
    // Known to be nothing: an amount of zero in the unit of the charge.
    of: (c, full) => {
      const value = operand.of(c);
      if (value === null) return full ? scalar({ minor: 0, unit: full.unit }, what) : undefined;
      const money = readMoney(value);
      return money && scalar(money, what);
    },
  };
}

function percent(source: Extract<Formula, { percent: unknown }>, compiler: Compiler): CompiledFormula | undefined {
  const rate = parameterOf(source.percent, within(compiler, 'percent'), 'number');
  const inner = compileFormula(source.of ?? 'full', within(compiler, 'of'));
  if (!rate || !inner) return undefined;
  for (const value of rate.possible) {
    if (!Number.isInteger(value) || value < 0 || value > 100)
      return compiler.at.fail('expected a whole percentage from 0 to 100');
  }
  return {
    reads: [...rate.reads, ...inner.reads],
    ofCharge: inner.ofCharge || readsCharge(rate.reads),
    of: (c, full) => {
      const value = rate.of(c);
      const amount = inner.of(c, full);
      if (typeof value !== 'number' || !amount) return undefined;
      return scaled(amount, over(value, 100), 'percent');
    },
  };
}

function prorata(source: Prorata, compiler: Compiler): CompiledFormula | undefined {
  const share = compileShare(source, compiler);
  const inner = compileFormula(source.of ?? 'full', within(compiler, 'of'));
  if (!share || !inner) return undefined;
  return {
    reads: [...share.reads, ...inner.reads],
    ofCharge: inner.ofCharge || readsCharge(share.reads),
    of: (c, full) => {
      const part: Ratio | undefined = share.of(c);
      const amount = inner.of(c, full);
      return part !== undefined && amount
        ? scaled(amount, part, source.part === 'used' ? 'unused' : 'used')
        : undefined;
    },
  };
}

function listOf(sources: readonly Formula[], compiler: Compiler): readonly CompiledFormula[] | undefined {
  const all = sources.flatMap((each, i) => compileFormula(each, within(compiler, i)) ?? []);
  return all.length < sources.length ? undefined : all;
}

function subtraction(
  source: { from: Formula; items: readonly Formula[] },
  compiler: Compiler,
): CompiledFormula | undefined {
  const from = compileFormula(source.from, within(compiler, 'from'));
  const items = listOf(source.items, within(compiler, 'items'));
  if (!from || !items) return undefined;
  return mapped([from, ...items], ([first, ...rest]) => combined(first, rest, -1));
}

function addition(sources: readonly Formula[], compiler: Compiler): CompiledFormula | undefined {
  const all = listOf(sources, compiler);
  return all && mapped(all, ([first, ...rest]) => combined(first, rest, 1));
}

function combined(first: Amount | undefined, rest: readonly Amount[], sign: 1 | -1): Amount | undefined {
  let result = first;
  for (const item of rest) result = result && increased(result, item, sign, item.lines[0]?.what ?? 'item');
  return result;
}

function capped(source: { of: Formula; at: Formula }, compiler: Compiler): CompiledFormula | undefined {
  const of = compileFormula(source.of, within(compiler, 'of'));
  const limit = compileFormula(source.at, within(compiler, 'at'));
  if (!of || !limit) return undefined;
  return mapped([of, limit], ([amount, at]) => {
    if (!amount || !at || amount.unit !== at.unit) return undefined;
    return compareRatios(amount.total, at.total) <= 0 ? amount : scaled(amount, over(at.total, amount.total), 'cap');
  });
}

/** Committed instalments not yet billed. */
function remainingObligation(compiler: Compiler): CompiledFormula | undefined {
  const facts = ['instalment', 'count', 'billed'].map((name) => factAt(`contract.commitment.${name}`, compiler));
  const [instalment, count, billed] = facts;
  if (!instalment || !count || !billed) return undefined;
  return {
    reads: [instalment, count, billed],
    ofCharge: false,
    of: (c) => {
      const [each, of, done] = [instalment.read(c), count.read(c), billed.read(c)];
      if (!isMoney(each) || typeof of !== 'number' || typeof done !== 'number') return undefined;
      const left: Money = { minor: each.minor * Math.max(0, Math.trunc(of) - Math.trunc(done)), unit: each.unit };
      return Number.isSafeInteger(left.minor) ? scalar(left, 'remainingObligation') : undefined;
    },
  };
}
