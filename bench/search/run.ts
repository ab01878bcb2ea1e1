import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measurePostgres } from './postgres.ts';
import { measureCodes, measureQuality } from './quality.ts';
import { measureMiniSearch, measureOurs } from './scale.ts';
import { measureWaiting } from './waiting.ts';

/**
 * Search beside MiniSearch and PostgreSQL on generated passages, how long pages wait meanwhile, and quality on dataset folders. `SEARCH_DATA` names a folder of
 * datasets; without it only scale and codes are measured. Run node with --expose-gc for honest memory figures.
 */
/** More of them in one brand are a matter of the database, not of a node's thread. */
const MOST_IN_A_NODE = 200_000;
const count = Number(process.argv[2] ?? 100_000);
const data = process.env.SEARCH_DATA;

console.log(JSON.stringify({ what: 'codes', ...measureCodes() }));
for (const name of data === undefined ? [] : ['stackfaq', 'piaf-fr', 'xquad-en', 'squad2']) {
  const folder = join(data ?? '', name);
  if (existsSync(folder)) console.log(JSON.stringify({ what: name, ...measureQuality(folder) }));
}
console.log(JSON.stringify({ what: `ours, ${count} passages`, ...measureOurs(count) }));
console.log(JSON.stringify({ what: `MiniSearch, ${count} passages`, ...measureMiniSearch(count) }));
await measurePostgres(count, (figures) => console.log(JSON.stringify(figures)));
if (count <= MOST_IN_A_NODE) await measureWaiting(count, (waiting) => console.log(JSON.stringify(waiting)));
