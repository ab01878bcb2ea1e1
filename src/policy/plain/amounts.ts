import { isMoney } from '../model/money.ts';
import type { Formula, Prorata } from '../model/outcomes.ts';
import { settled, tableText, type Voice } from './voice.ts';

const MAX_DEPTH = 12;

const isFact = (value: unknown): value is { readonly fact: string } =>
  typeof value === 'object' && value !== null && 'fact' in value;

export function percentText(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(percent / 100);
}

function prorataText({ basis, part, used, total }: Prorata, voice: Voice): string {
  const { labels, values } = voice.speaker;
  const count = isFact(total) ? labels.fact(total.fact) : settled(total, voice.define);
  return voice.say(`amount.${basis}.${part}`, {
    used: used ? labels.fact(used.fact) : '',
    total: typeof count === 'number' ? values.number(count) : (count ?? ''),
  });
}

/** An amount as a phrase without a full stop: `everything still refundable`, `50% of the charge`. */
export function amountText(formula: Formula, voice: Voice, depth = 0): string {
  const inner = (each: Formula): string => amountText(each, voice, depth + 1);
  if (depth > MAX_DEPTH) return '…';
  if (typeof formula === 'string') return voice.say(`amount.${formula}`);
  if (isMoney(formula)) return voice.speaker.values.money(formula);
  if ('percent' in formula) {
    const share = settled(formula.percent, voice.define);
    const table = formula.percent;
    const percent =
      share === undefined && typeof table === 'object' && 'table' in table
        ? tableText(table.table, (value) => percentText(Number(value), voice.locale), voice)
        : percentText(share ?? 0, voice.locale);
    const whole = formula.of === undefined || formula.of === 'full';
    return whole
      ? voice.say('amount.percent', { percent })
      : voice.say('amount.percentOf', { percent, of: inner(formula.of ?? 'full') });
  }
  if ('prorata' in formula) return prorataText(formula.prorata, voice);
  if ('minus' in formula) {
    const items = voice.speaker.values.list(formula.minus.items.map(inner), 'and');
    return voice.say('amount.minus', { from: inner(formula.minus.from), items });
  }
  if ('sum' in formula) return voice.speaker.values.list(formula.sum.map(inner), 'and');
  if ('cap' in formula) return voice.say('amount.cap', { of: inner(formula.cap.of), at: inner(formula.cap.at) });
  if ('floorZero' in formula) return voice.say('amount.floorZero', { of: inner(formula.floorZero) });
  if ('formula' in formula) {
    const named = voice.define.formulas?.[formula.formula];
    return named === undefined ? formula.formula : inner(named);
  }
  return voice.operand('charge.amount', formula);
}
