import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { listBrands } from '#domains/brands/index.ts';
import { SearchEngine, SearchSnapshots } from '#domains/knowledge/index.ts';
import { sha256 } from '#lib/bytes.ts';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { type DatabaseAddress, openDatabase, openPool } from '#platform/database/database.ts';
import { createLog } from '#platform/log.ts';
import { answerCalls } from '#platform/thread/answer-calls.ts';
import type { AnswerRequest, SearchRequest } from '#search/index.ts';

/** Two to read with while a third looks something up. */
const CONNECTIONS = 3;

/** What the thread is started with. */
export interface SearchThreadData {
  readonly address: DatabaseAddress;
  readonly logLevel: Config['logLevel'];
  readonly memoryPassages: number;
  /** Where indexes are kept between starts. */
  readonly folder: string;
  /** The program this thread runs, when it is a bundle: its hash names the format of what it keeps. */
  readonly bundle: string | null;
}

interface Told {
  readonly brandId: string;
  readonly version: number;
}

// Run by src/app/search.ts in a thread of its own: follows and searches every brand's index until it is told to stop.
const data = workerData as SearchThreadData;
const log = createLog(data);
const pool = openPool(data.address, log, CONNECTIONS);
const db = openDatabase(pool);

/** Sources change without a version, so what they index is not kept; a bundle is one file, and any change in it shows. */
async function openSnapshots(): Promise<SearchSnapshots | undefined> {
  if (data.bundle === null) return undefined;
  const format = sha256(await readFile(fileURLToPath(data.bundle))).slice(0, 20);
  const snapshots = new SearchSnapshots(data.folder, format, log);
  const brands = await listBrands({ db });
  await snapshots.sweep(
    brands.map(({ id }) => id),
    systemClock().wall().epochMilliseconds,
  );
  return snapshots;
}

const opened = openSnapshots().catch((error: unknown) => {
  log.warn({ err: error }, 'search snapshots are not used');
  return undefined;
});
const engine = opened.then(
  (snapshots) =>
    new SearchEngine({
      db,
      log,
      memoryPassages: data.memoryPassages,
      ...(snapshots === undefined ? {} : { snapshots }),
    }),
);

if (!parentPort) throw new Error('this program runs in a thread of a node');
answerCalls(
  parentPort,
  {
    follow: async (input) => {
      const { brandId, version } = input as Told;
      (await engine).follow(brandId, version);
    },
    search: async (input) => {
      const { brandId, version, request } = input as Told & { readonly request: SearchRequest };
      return (await engine).search(brandId, version, request);
    },
    answer: async (input) => {
      const { brandId, version, request } = input as Told & { readonly request: AnswerRequest };
      return (await engine).answer(brandId, version, request);
    },
    stop: async () => {
      await (await engine).stop();
      await pool.end();
    },
  },
  (error) => log.warn({ err: error }, 'the search thread could not do as it was told'),
);
