import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** A living process whose start cannot be read; compared as equal to anything, which errs on the side of refusing. */
export const UNKNOWN_START = 'unknown';

const PS_LIMIT_MS = 5_000;
/** Position of "start time" in /proc/PID/stat counted after the command name (proc_pid_stat(5), field 22 of which 3 is the first here). */
const START_FIELD = 22 - 3;

const onLinux = process.platform === 'linux';

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Tells one life of a process id from the next.
 * @returns a token that differs when the id is given to another process; undefined when no process lives under it
 *   (a zombie, which still answers signals, does not live).
 */
export function startOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !answersSignal(pid)) return undefined;
  if (onLinux) return startOnLinux(pid);
  if (process.platform === 'win32') return UNKNOWN_START;
  const [state, ...start] = ps(pid, 'stat=,lstart=').split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : start.join(' ');
}

function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[START_FIELD];
  } catch {
    // Gone in between, or /proc hides other users' processes.
    return answersSignal(pid) ? UNKNOWN_START : undefined;
  }
}

function ps(pid: number, columns: string): string {
  const asked = spawnSync('ps', ['-p', String(pid), '-o', columns], { encoding: 'utf8', timeout: PS_LIMIT_MS });
  return asked.stdout?.trim() ?? '';
}

/** Whether the process `pid` that had `start` still lives. */
export function stillRuns(pid: number, start: string): boolean {
  const now = startOf(pid);
  return now !== undefined && (now === start || now === UNKNOWN_START || start === UNKNOWN_START);
}

/** Whether `pid` is a PostgreSQL process of the cluster in `folder`: its processes stand in that folder. */
export function isPostgresOf(pid: number, folder: string): boolean {
  if (startOf(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  if (!onLinux) return ps(pid, 'command=').includes(folder);
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') &&
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    );
  } catch {
    return false;
  }
}

/** All PostgreSQL processes of the cluster in `folder`, orphans included; empty where the system has no /proc. */
export function postgresProcessesOf(folder: string): number[] {
  if (!onLinux) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isPostgresOf(pid, folder));
}
