import type { Flip } from '#policy/index.ts';

/** A spreadsheet takes such a beginning for a formula and runs it. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",;\r\n]/;

/** A word as one cell: never a formula, quoted where it must be. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Digits after the point of a currency; a unit that is none is counted whole. */
const digitsOf = (unit: string): number =>
  /^[A-Z]{3}$/.test(unit)
    ? (new Intl.NumberFormat('en', { style: 'currency', currency: unit }).resolvedOptions().maximumFractionDigits ?? 2)
    : 0;

export const FLIPS_HEAD = 'request,from,to,change,unit,reason,region,channel\r\n';

/** One flip as lines of CSV: one for each currency whose amount changes, one without when none does. */
export function flipLines({ id, from, to, change, reason, region, channel }: Flip): string {
  const amounts = change.length === 0 ? [{ minor: 0, unit: '' }] : change;
  return amounts
    .map(({ minor, unit }) => {
      const amount = (minor / 10 ** digitsOf(unit)).toFixed(digitsOf(unit));
      return `${[id, from, to].map(cell).join(',')},${amount},${[unit, reason, region, channel].map(cell).join(',')}\r\n`;
    })
    .join('');
}
