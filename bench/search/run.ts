import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureCodes, measureQuality } from './quality.ts';
import { measureMiniSearch, measureOurs } from './scale.ts';

/**
 * Search beside MiniSearch on generated passages, and quality on dataset folders. `SEARCH_DATA` names a folder of
 * datasets; without it only scale and codes are measured. Run node with --expose-gc for honest memory figures.
 */
const count = Number(process.argv[2] ?? 100_000);
const data = process.env.SEARCH_DATA;

console.log(JSON.stringify({ what: 'codes', ...measureCodes() }));
for (const name of data === undefined ? [] : ['stackfaq', 'piaf-fr', 'xquad-en', 'squad2']) {
  const folder = join(data ?? '', name);
  if (existsSync(folder)) console.log(JSON.stringify({ what: name, ...measureQuality(folder) }));
}
console.log(JSON.stringify({ what: `ours, ${count} passages`, ...measureOurs(count) }));
console.log(JSON.stringify({ what: `MiniSearch, ${count} passages`, ...measureMiniSearch(count) }));
