import type { Binaries } from './binaries.ts';
import type { Claim } from './claim.ts';
import { addressOf, type DatabaseAddress, urlOf } from './connection.ts';
import { EmbeddedPostgresError } from './errors.ts';
import type { Layout } from './layout.ts';
import { isAlive, type Postmaster, stopPostmaster } from './postmaster.ts';
import { keepLogBounded } from './server-log.ts';
import type { Endpoint } from './settings.ts';

/** What the supervisor needs of a log; pino's logger fits. */
export interface SupervisorLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** A running embedded database, supervised by this process. */
export interface EmbeddedPostgres {
  /** Connection URL for `pg`; holds the password when the endpoint is a loopback port. */
  readonly url: string;
  /** The same in pieces. */
  readonly address: DatabaseAddress;
  /** Folder of the unix socket; undefined when the endpoint is a loopback port. */
  readonly socketDir: string | undefined;
  /** Process id of the server. */
  readonly pid: number;
  /** Whether the server was running already, left by a process that was killed. */
  readonly reused: boolean;
  /** The server's log. */
  readonly logFile: string;
  /** Resolves when the server ends without `stop` being called; never rejects, and stays open otherwise. */
  readonly lost: Promise<EmbeddedPostgresError>;
  /** Stops the server in order and frees the data folder. Safe to call again. */
  stop(): Promise<void>;
}

const WATCH_EVERY_MS = 1_000;

/** Watches a server that is up, and knows how to end it. */
export function runningServer(parts: {
  layout: Layout;
  binaries: Binaries;
  claim: Claim;
  postmaster: Postmaster;
  endpoint: Endpoint;
  reused: boolean;
  log: SupervisorLog;
}): EmbeddedPostgres {
  const { layout, postmaster, endpoint, log } = parts;
  const address = addressOf(endpoint);
  const endLogWatch = keepLogBounded(layout.log);
  const { promise: lost, resolve: reportLost } = Promise.withResolvers<EmbeddedPostgresError>();
  const watch = setInterval(() => {
    if (isAlive(postmaster)) return;
    clearInterval(watch);
    log.warn({ pid: postmaster.pid }, 'the embedded database has ended by itself');
    reportLost(lostError(layout));
  }, WATCH_EVERY_MS);
  watch.unref();

  const stopOnce = async (): Promise<void> => {
    clearInterval(watch);
    const ending = await stopPostmaster(postmaster, parts.binaries);
    endLogWatch();
    parts.claim.release();
    log.info({ pid: postmaster.pid, ending }, 'the embedded database has stopped');
  };
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(address),
    address,
    socketDir: endpoint.kind === 'socket' ? endpoint.folder : undefined,
    pid: postmaster.pid,
    reused: parts.reused,
    logFile: layout.log,
    lost,
    stop: () => {
      stopping ??= stopOnce();
      return stopping;
    },
  };
}

const lostError = ({ log }: Layout): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'server-lost',
    'The embedded database has ended by itself (killed, or out of memory).',
    `Start Recourse again; what was saved is kept. The reason may stand in ${log}.`,
  );
