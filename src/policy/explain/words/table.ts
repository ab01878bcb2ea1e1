import { LOCALES } from '#lib/locales.ts';
import type { Texts } from '../../model/document.ts';

/** One row each: `name | English | Malay | French | German`. Rows stay whole lines, so that a translator reads them side by side. */
export function wordTable(rows: string): ReadonlyMap<string, Required<Texts>> {
  const table = new Map<string, Required<Texts>>();
  for (const row of rows.trim().split('\n')) {
    const [name = '', ...cells] = row.split('|').map((cell) => cell.trim());
    const [en, ms, fr, de] = cells;
    if (!en || !ms || !fr || !de || cells.length > LOCALES.length)
      throw new Error(`not a text in four languages: ${row}`);
    table.set(name, { en, ms, fr, de });
  }
  return table;
}
