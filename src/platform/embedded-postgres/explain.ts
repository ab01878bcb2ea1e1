import { statfsSync } from 'node:fs';
import { type EmbeddedPostgresCode, EmbeddedPostgresError } from './errors.ts';

/** Where a failure happened, for the words of the message. */
export interface FailureScene {
  /** What was being done, as in "PostgreSQL could not {doing}". */
  readonly doing: string;
  /** The folder whose disk or permissions matter. */
  readonly folder: string;
  /** Numeric user the server runs as, when known. */
  readonly uid?: number | undefined;
}

interface KnownFailure {
  readonly code: EmbeddedPostgresCode;
  readonly pattern: RegExp;
  readonly problem: (scene: FailureScene) => string;
  readonly nextStep: (scene: FailureScene) => string;
}

/** PostgreSQL writes its log ahead in segments of 16 MiB; with less than one it cannot run. */
const ONE_WAL_SEGMENT_BYTES = 16 * 1024 * 1024;
const DETAIL_LINES = 12;

/** First match wins, so the narrower wording stands before the wider one. */
const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    code: 'out-of-memory',
    pattern:
      /could not (?:resize|map|create|open) (?:anonymous )?shared memory|could not create semaphores|cannot allocate memory|out of memory|ENOMEM/i,
    problem: (scene) => `The system has too little (shared) memory: PostgreSQL could not ${scene.doing}.`,
    nextStep: () => 'Free memory, or give the machine or container more (in Docker also --shm-size), then start again.',
  },
  {
    code: 'disk-full',
    pattern: /no space left on device|disk quota exceeded|not enough space|ENOSPC|EDQUOT|\b53100\b/i,
    problem: (scene) => `The disk that holds ${scene.folder} is full: PostgreSQL could not ${scene.doing}.`,
    nextStep: () => 'Free some space (a few hundred megabytes) and start again; what was saved before is kept.',
  },
  {
    code: 'no-account',
    pattern: /could not look up effective user ID|user does not exist/i,
    problem: (scene) =>
      `The user id ${scene.uid ?? process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs.`,
    nextStep: () => 'Add an entry for it, run as a named user, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  {
    code: 'in-use',
    pattern: /lock file ".*" already exists|pre-existing shared memory block/i,
    problem: (scene) => `Another PostgreSQL is still using ${scene.folder}.`,
    nextStep: () => 'Stop it (or wait until it has ended) and start again.',
  },
  {
    code: 'version-mismatch',
    pattern: /database files are incompatible with server|initialized by PostgreSQL version/i,
    problem: (scene) => `The database in ${scene.folder} was written by another version of PostgreSQL.`,
    nextStep: () =>
      'Start the release of Recourse that wrote it, take a backup with "recourse backup", and restore that backup here into an empty folder.',
  },
  {
    code: 'damaged',
    pattern:
      /could not locate (?:a valid|required) checkpoint record|invalid checkpoint|incorrect checksum in control file|could not (?:open|read) file "[^"]*(?:pg_control|pg_filenode\.map|PG_VERSION)/i,
    problem: (scene) => `The database files in ${scene.folder} are damaged: PostgreSQL could not ${scene.doing}.`,
    nextStep: () => 'Keep the folder as it is, move it aside, and restore the last backup with "recourse restore".',
  },
  {
    code: 'port-taken',
    pattern: /address already in use|could not bind|could not create any TCP\/IP sockets|EADDRINUSE/i,
    problem: () => 'The port the embedded database was told to listen on is taken by another program.',
    nextStep: () => 'Choose another port, or stop the program that uses it.',
  },
  {
    code: 'binaries-unusable',
    pattern: /error while loading shared libraries|GLIBC|cannot execute|exec format error|ENOEXEC|spawn \S+ ENOENT/i,
    problem: () =>
      'The PostgreSQL that comes with Recourse does not run on this system (it needs glibc, so not Alpine).',
    nextStep: () => 'Use a glibc system such as Debian, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  {
    code: 'wrong-permissions',
    pattern:
      /permission denied|operation not permitted|read-only file system|has (?:wrong ownership|invalid permissions)|EACCES|EPERM|EROFS|ENOTDIR/i,
    problem: (scene) => `The system does not permit using ${scene.folder}: PostgreSQL could not ${scene.doing}.`,
    nextStep: (scene) => permissionStep(scene),
  },
];

function permissionStep({ folder, uid }: FailureScene): string {
  const who = uid ?? process.getuid?.() ?? '$USER';
  return `Give it to the user the server runs as and keep others out: "chown -R ${who} ${folder}" and "chmod 700 ${folder}", or choose another DATA_DIR.`;
}

/** Bytes an ordinary user can still write on the disk of `folder`; undefined where the system does not tell. */
export function freeBytes(folder: string): number | undefined {
  try {
    const disk = statfsSync(folder);
    return disk.bavail * disk.bsize;
  } catch {
    return undefined;
  }
}

const textOf = (failure: unknown): string => {
  if (typeof failure === 'string') return failure;
  if (!(failure instanceof Error)) return String(failure);
  const code = 'code' in failure ? String(failure.code) : '';
  return `${failure.message} ${code}`;
};

/**
 * Turns what PostgreSQL or the system said into an error a person can act on.
 * A full disk also swallows PostgreSQL's own log, so an unexplained failure on one counts as that.
 */
export function explainFailure(failure: unknown, scene: FailureScene): EmbeddedPostgresError {
  if (failure instanceof EmbeddedPostgresError) return failure;
  const text = textOf(failure).trim();
  const detail = text.split('\n').slice(-DETAIL_LINES).join('\n');
  const known = KNOWN_FAILURES.find(({ pattern }) => pattern.test(text)) ?? knownByDisk(scene.folder);
  if (known) return new EmbeddedPostgresError(known.code, known.problem(scene), known.nextStep(scene), detail);
  return new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL could not ${scene.doing} in ${scene.folder}. It said: ${detail || 'nothing'}.`,
    'Correct what it names and start again, or set DATABASE_URL to a PostgreSQL of your own.',
    detail,
  );
}

function knownByDisk(folder: string): KnownFailure | undefined {
  const free = freeBytes(folder);
  if (free === undefined || free >= ONE_WAL_SEGMENT_BYTES) return undefined;
  return KNOWN_FAILURES.find(({ code }) => code === 'disk-full');
}
