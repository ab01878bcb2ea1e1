import { randomBytes } from 'node:crypto';
import {
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { runsAsRoot } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { startOf, stillRuns, UNKNOWN_START } from './processes.ts';
import { waitUntil } from './wait.ts';

/** The right of one process to supervise one data folder. */
export interface Claim {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly host: string;
  /** Changes when the machine boots; empty where the system does not tell. */
  readonly boot: string;
  /** The space the process id counts in: two containers may both have a process 7. */
  readonly space: string;
}

const HEARTBEAT_MS = 1_000;
/** A holder in another container cannot be looked up; it counts as gone after this long without a heartbeat. */
const FOREIGN_SILENCE_MS = 5_000;
/** Older claims are kept this many deep, so that a slow racer collides with one instead of slipping in below. */
const CLAIMS_KEPT = 3;
const CLAIM_NAME = /^claim-(\d{8})$/;

const readOr = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return '';
  }
};

const thisProcess = (): Holder => ({
  pid: process.pid,
  start: startOf(process.pid) ?? UNKNOWN_START,
  host: hostname(),
  boot: readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  space: readOr(() => readlinkSync('/proc/self/ns/pid')),
});

const nameOf = (number: number): string => `claim-${String(number).padStart(8, '0')}`;

function claimNumbers(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => Number(CLAIM_NAME.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => b - a);
}

/** Who a claim file names; undefined when released (emptied), or torn by a power cut. */
function holderIn(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function stillHolds(file: string, holder: Holder, me: Holder): Promise<boolean> {
  if (holder.host === me.host && holder.boot !== me.boot) return false;
  if (holder.boot === me.boot && holder.space === me.space && (holder.boot !== '' || holder.host === me.host)) {
    return stillRuns(holder.pid, holder.start);
  }
  const beat = (): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const first = beat();
  return waitUntil(() => beat() !== first, FOREIGN_SILENCE_MS);
}

const inUse = (dataDir: string, holder: Holder | undefined): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'in-use',
    holder
      ? `The database in ${dataDir} is already run by process ${holder.pid} on ${holder.host}.`
      : `The database in ${dataDir} was taken at this moment by another process.`,
    'Stop that process first, or give this one a DATA_DIR of its own; to share one database, set DATABASE_URL.',
  );

/**
 * Claims the right to supervise `dataDir`. Claims are numbered files: the highest one counts, and a new one is made
 * by an exclusive link only when the highest is released or its process is gone, so of two racers one gets it.
 * @throws EmbeddedPostgresError `in-use` when a living process holds it.
 */
export async function claimFolder(dataDir: string): Promise<Claim> {
  const folder = join(dataDir, 'supervisor');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  matchOwner(folder, dataDir);
  const me = thisProcess();
  const highest = claimNumbers(folder)[0] ?? 0;
  const current = join(folder, nameOf(highest));
  const holder = highest > 0 ? holderIn(current) : undefined;
  if (holder && (await stillHolds(current, holder, me))) throw inUse(dataDir, holder);
  return takeClaim(dataDir, folder, highest + 1, me);
}

function takeClaim(dataDir: string, folder: string, number: number, me: Holder): Claim {
  const file = join(folder, nameOf(number));
  const draft = join(folder, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    writeFileSync(draft, JSON.stringify(me), { mode: 0o600, flag: 'wx' });
    matchOwner(draft, dataDir);
    linkSync(draft, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw inUse(dataDir, holderIn(file));
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const numbers = claimNumbers(folder);
  if ((numbers[0] ?? 0) > number) {
    truncateSync(file);
    throw inUse(dataDir, undefined);
  }
  for (const old of numbers.slice(CLAIMS_KEPT)) rmSync(join(folder, nameOf(old)), { force: true });
  return heldClaim(file);
}

/** Root leaves a user's own data folder usable by that user. */
function matchOwner(path: string, dataDir: string): void {
  if (!runsAsRoot()) return;
  const owner = statSync(dataDir);
  chownSync(path, owner.uid, owner.gid);
}

function heldClaim(file: string): Claim {
  const quietly = (act: () => void): void => {
    try {
      act();
    } catch {
      // The folder may have been removed meanwhile; then there is nothing left to claim.
    }
  };
  const heartbeat = setInterval(() => {
    const now = performance.timeOrigin / 1_000 + performance.now() / 1_000;
    quietly(() => utimesSync(file, now, now));
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      // Emptied, not removed: numbers must only grow, and emptying needs no disk space.
      quietly(() => truncateSync(file));
    },
  };
}
