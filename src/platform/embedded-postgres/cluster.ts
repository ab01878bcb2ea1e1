import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, giveTree, namedAccount, runsAsRoot } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { explainFailure } from './explain.ts';
import type { Layout } from './layout.ts';
import { runProgram } from './program.ts';
import { type Durability, SUPERUSER } from './settings.ts';

const DRAFT = 'cluster.incoming-';
const PRIVATE = 0o700;
const INITDB_LIMIT_MS = 120_000;
const MAJOR = /^(\d+)/;

/**
 * Whether a cluster is there.
 * @throws EmbeddedPostgresError when there is one that these programs and this user must not start.
 */
export function findCluster(layout: Layout, binaries: Binaries, account: Account | undefined): boolean {
  const { cluster } = layout;
  try {
    if (!existsSync(cluster)) return false;
    checkOwner(cluster, account);
    if (readdirSync(cluster).length === 0) return false;
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw notACluster(cluster);
    checkVersion(cluster, readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim(), binaries.release);
    return true;
  } catch (error) {
    throw explainFailure(error, { doing: 'read the database files', folder: cluster, uid: account?.uid });
  }
}

const notACluster = (cluster: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'not-a-cluster',
    `${cluster} holds files, but no PostgreSQL database.`,
    'Move them away, or choose another DATA_DIR; Recourse does not write over them.',
  );

function checkVersion(cluster: string, written: string, release: string): void {
  const ours = MAJOR.exec(release)?.[1] ?? '';
  if (written === ours) return;
  throw new EmbeddedPostgresError(
    'version-mismatch',
    `The database in ${cluster} was written by PostgreSQL ${written}; this Recourse brings PostgreSQL ${ours}.`,
    'Start the release of Recourse that wrote it, take a backup with "recourse backup", and restore that backup here into an empty folder.',
  );
}

function checkOwner(cluster: string, account: Account | undefined): void {
  const me = account?.uid ?? process.getuid?.();
  const owner = statSync(cluster).uid;
  if (me === undefined || owner === me) return;
  const root = runsAsRoot() ? '' : 'sudo ';
  throw new EmbeddedPostgresError(
    'wrong-permissions',
    `The database files in ${cluster} belong to user id ${owner}, and PostgreSQL would run as user id ${me}.`,
    `Start Recourse as it was started before, or hand the files over: "${root}chown -R ${me} ${cluster}".`,
  );
}

/**
 * Makes the cluster: whole or not at all, by making it under another name first.
 * Text sorts and folds by PostgreSQL's builtin C.UTF-8, the same on every system and in every later release.
 */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  options: { account: Account | undefined; password: string; durability: Durability },
): Promise<void> {
  const { account, durability } = options;
  // A name of its own: an initdb whose supervisor was killed may still be writing to the earlier one.
  const draft = join(layout.home, `${DRAFT}${randomBytes(4).toString('hex')}`);
  const passwordFile = join(layout.home, 'password.incoming');
  const maker = account && namedAccount(account);
  try {
    for (const name of readdirSync(layout.home)) {
      if (name.startsWith(DRAFT)) rmSync(join(layout.home, name), { recursive: true, force: true });
    }
    mkdirSync(draft, { mode: PRIVATE });
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, options.password, { mode: 0o600, flag: 'wx' });
    if (maker) for (const path of [draft, passwordFile]) chownSync(path, maker.uid, maker.gid);
    const args = initdbArguments(draft, passwordFile, durability);
    const made = await runProgram(program(binaries, 'initdb'), args, { account: maker, limitMs: INITDB_LIMIT_MS });
    if (!made.ok) throw new Error(made.output);
    if (account && maker?.uid !== account.uid) giveTree(draft, account);
    rmSync(layout.cluster, { recursive: true, force: true });
    renameSync(draft, layout.cluster);
    syncFolder(layout.home);
  } catch (error) {
    const explained = explainFailure(error, { doing: 'create the database', folder: layout.home, uid: maker?.uid });
    rmSync(draft, { recursive: true, force: true });
    throw explained;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string, durability: Durability): string[] {
  return [
    ...['-D', folder, '-U', SUPERUSER, `--pwfile=${passwordFile}`],
    ...['--auth-local=trust', '--auth-host=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durability === 'off' ? ['--no-sync'] : []),
  ];
}

/** A rename lasts through a power cut only once its folder is written. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
