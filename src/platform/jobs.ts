import { type Runner, run, runMigrations, type TaskList, type Logger as WorkerLogger } from 'graphile-worker';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { dateOf, type Temporal } from '#lib/time.ts';
import type { Context } from './context.ts';
import type { Log } from './log.ts';

const CONCURRENCY = 2;
const POLL_MS = 1000;
const MAX_ATTEMPTS = 12;

/** A handler gets its payload as stored; it must do nothing the second time (at least once is what is promised). */
export type JobHandler = (payload: unknown) => Promise<void>;

export interface JobOptions {
  /** Jobs with the same key replace each other while waiting. */
  readonly key?: string;
  /** Wall time; business time is decided by `due_at` columns, not here. */
  readonly runAt?: Temporal.Instant;
}

/** Adds a job in the caller's transaction: it exists exactly when what caused it is committed. */
export async function enqueue(ctx: Context, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  const runAt = options.runAt ? dateOf(options.runAt) : null;
  await sql`select graphile_worker.add_job(${task}::text, payload := ${JSON.stringify(payload)}::json,
    run_at := ${runAt}::timestamptz, max_attempts := ${MAX_ATTEMPTS}::int, job_key := ${options.key ?? null}::text)`.execute(
    ctx.db,
  );
}

const workerLogger = async (log: Log): Promise<WorkerLogger> => {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => (level, message) => {
    const line = { part: 'jobs' };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
};

/** Installs or updates the queue's own schema; safe to call from several nodes. */
export async function migrateJobs(pool: Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: pool, logger: await workerLogger(log) });
}

/** Starts working on jobs in this process. */
export async function startJobs(pool: Pool, handlers: Readonly<Record<string, JobHandler>>, log: Log): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]),
  );
  return run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList,
    logger: await workerLogger(log),
  });
}
