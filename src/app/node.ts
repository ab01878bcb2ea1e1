import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetUrls } from '#domains/brands/index.ts';
import { Temporal } from '#lib/time.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { type DatabaseAddress, openDatabase, openPool } from '#platform/database/database.ts';
import { listen } from '#platform/database/listen.ts';
import { migrate } from '#platform/database/migrate.ts';
import { folderFiles } from '#platform/files/files.ts';
import { readAssets } from '#platform/http/assets.ts';
import { type RunningServer, startServer } from '#platform/http/server.ts';
import { migrateJobs, startJobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { repeat } from '#platform/repeat.ts';
import { keyInFile, secretBox } from '#platform/secret-box.ts';
import { createApplication } from './application.tsx';
import { askForDemoCorpus } from './demo-corpus.ts';
import { dueWork } from './due-work.ts';
import { prepareInstallation } from './installation.ts';
import { jobHandlers } from './jobs.ts';
import { findInstallation } from './queries.ts';
import { reachDatabase } from './reach-database.ts';
import { startSearch } from './search.ts';
import { createServices, type Services } from './services.ts';

const FOLLOW_MS = 700;
const FLUSH_MS = 5000;
const DUE_MS = 15_000;
const CLOCK_MS = 2000;
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

export interface RunningNode {
  readonly port: number;
  readonly services: Services;
  /** What a newcomer should know, printed once the address answers. */
  readonly welcome: readonly string[];
  /** Ends early when the embedded database is lost. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

/** Steps to undo what a start has done so far, last first. */
class Undo {
  readonly #steps: (() => Promise<unknown>)[] = [];
  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }
  async run(log: Log): Promise<void> {
    for (const step of this.#steps.toReversed())
      await step().catch((error: unknown) => log.warn({ err: error }, 'a part did not stop cleanly'));
  }
}

/** Starts a whole node. On failure everything started so far is stopped again. */
export async function startNode(
  config: Config,
  log: Log,
  assets: { folder: string; urls: AssetUrls },
): Promise<RunningNode> {
  const undo = new Undo();
  try {
    return await start(config, log, assets, undo);
  } catch (error) {
    await undo.run(log);
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  assets: { folder: string; urls: AssetUrls },
  undo: Undo,
): Promise<RunningNode> {
  const database = await reachDatabase(config, log);
  undo.add(() => database.stop());
  await migrate(database.address, MIGRATIONS, log);
  const pool = openPool(database.address, log);
  undo.add(() => pool.end());
  await migrateJobs(pool, log);
  const search = startSearch(config, database.address, log);
  undo.add(() => search.stop());
  const db = openDatabase(pool);
  const files = folderFiles(config.filesDir);
  const installation = await prepareInstallation({ db, files, config, log });
  let offset = installation.businessOffsetMs;
  const clock: Clock = systemClock(() => Temporal.Duration.from({ milliseconds: offset }));
  const served = { files: await readAssets(assets.folder), urls: assets.urls };
  const { isDemo } = installation;
  const box = secretBox(config.secret ?? (await keyInFile(join(config.filesDir, 'secret.key'))));
  const services = createServices({ config, db, clock, log, files, assets: served, box, isDemo, search });
  await services.directory.refresh();
  await startBackground(services, pool, database.address, undo);
  if (installation.isDemo) {
    const followClock = async (): Promise<void> => {
      offset = (await findInstallation({ db }))?.businessOffsetMs ?? offset;
    };
    const clockWatch = repeat('demo clock', CLOCK_MS, followClock, log);
    undo.add(() => clockWatch.stop());
  }
  const server: RunningServer = await startServer(createApplication(services, pool).fetch, services.pages, config, log);
  undo.add(() => server.stop());
  // Only now, so that a first start answers before twenty thousand requests are made up.
  if (installation.isDemo) await askForDemoCorpus(services);
  return { port: server.port, services, welcome: installation.welcome, lost: database.lost, stop: () => undo.run(log) };
}

async function startBackground(
  services: Services,
  pool: Parameters<typeof startJobs>[0],
  address: DatabaseAddress,
  undo: Undo,
): Promise<void> {
  const { db, clock, log, directory, views } = services;
  const context = (part: string): Context => ({ db, by: { kind: 'system', part }, now: clock.business() });
  const follow = repeat('content', FOLLOW_MS, () => directory.refresh(), log);
  const ears = listen(address, 'recourse_content', () => follow.nudge(), log);
  const flush = repeat('views', FLUSH_MS, () => views.flush(context('views')), log);
  const due = repeat('due work', DUE_MS, () => dueWork(context('due')), log);
  const runner = await startJobs(pool, jobHandlers(services), log);
  undo.add(() => runner.stop());
  undo.add(async () => {
    await Promise.all([follow.stop(), ears.stop(), flush.stop(), due.stop()]);
    await views.flush(context('views'));
  });
}
