import { chownSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/** A user and group by number, as the system's calls take them. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Ids no distribution hands out (systemd's table of user ids calls 60706–61183 unused) and that still exist in
 * containers mapped to 65,536 ids. A user of its own, unlike `nobody`, shares its files with no other program.
 */
const FIRST_FREE_ID = 60_706;
const LAST_FREE_ID = 61_183;
const EXECUTE = 0o1;

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

interface Entry extends Account {
  readonly name: string;
}

function entries(file: '/etc/passwd' | '/etc/group'): Entry[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // A minimal container has none.
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function ownerOf(path: string): Account | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

/**
 * Whom the server runs as when this process is root, because PostgreSQL refuses to run as root: the owner of the
 * existing cluster, else of the data folder, else an id of its own. Undefined for an ordinary user: as that user.
 */
export function serverAccount(dataDir: string, cluster: string): Account | undefined {
  if (!runsAsRoot()) return undefined;
  for (const path of [cluster, dataDir]) {
    const owner = ownerOf(path);
    if (owner && owner.uid !== 0) return owner;
  }
  const taken = new Set([...entries('/etc/passwd'), ...entries('/etc/group')].map(({ uid }) => uid));
  let id = FIRST_FREE_ID;
  while (taken.has(id) && id < LAST_FREE_ID) id += 1;
  return { uid: id, gid: id };
}

/**
 * initdb, unlike the server, insists on a user with a name. It runs as this one; the files change hands afterwards.
 * @throws EmbeddedPostgresError `no-account` when the system names nobody but root.
 */
export function namedAccount(account: Account): Account {
  const named = entries('/etc/passwd').filter(({ uid }) => uid > 0);
  const found = named.find(({ uid }) => uid === account.uid) ?? named.find(({ name }) => name === 'nobody') ?? named[0];
  if (found) return { uid: found.uid, gid: found.gid };
  throw new EmbeddedPostgresError(
    'no-account',
    'PostgreSQL needs a user other than root, and /etc/passwd names none.',
    'Add a user (for example nobody), or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Gives `path` and all below it to `account`; links themselves, not what they point at. */
export function giveTree(path: string, account: Account): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveTree(join(path, name), account);
}

/** Whether `account` may pass through `folder` and every folder above it, by their modes. */
export function canReach(folder: string, { uid, gid }: Account): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const stat = statSync(at);
    const shift = stat.uid === uid ? 6 : stat.gid === gid ? 3 : 0;
    if (((stat.mode >> shift) & EXECUTE) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
