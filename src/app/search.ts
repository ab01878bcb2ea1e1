import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ThreadedSearch } from '#domains/knowledge/index.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseAddress } from '#platform/database/database.ts';
import type { Log } from '#platform/log.ts';
import type { SearchThreadData } from './search-thread.ts';

/** Where `npm run build` puts the thread's program. */
const BUNDLE = 'dist/search-thread.js';

/** Starts the search thread of a node: from the bundle when the node itself runs from one, else from its source. */
export function startSearch(config: Config, address: DatabaseAddress, log: Log): ThreadedSearch {
  const bundle = process.env.RECOURSE_BUILT === 'yes' ? pathToFileURL(resolve(BUNDLE)) : null;
  const data: SearchThreadData = {
    address,
    logLevel: config.logLevel,
    memoryPassages: config.searchMemoryPassages,
    folder: join(config.dataDir, 'search'),
    bundle: bundle?.href ?? null,
  };
  return new ThreadedSearch({ entry: bundle ?? new URL('./search-thread.ts', import.meta.url), data, log });
}
