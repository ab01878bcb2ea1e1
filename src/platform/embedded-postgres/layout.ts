import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, canReach, runsAsRoot } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { explainFailure } from './explain.ts';

/** Where everything of one embedded database lies. README.md draws it. */
export interface Layout {
  readonly dataDir: string;
  /** Where the server's own folders lie: the data folder, or what its link `home` points at. */
  readonly home: string;
  readonly cluster: string;
  readonly run: string;
  readonly binaries: string;
  readonly log: string;
  readonly password: string;
}

const PRIVATE = 0o700;
/** Others may pass through, not look: the server's user must reach its own folders inside. */
const PASSABLE = 0o711;
const HOME_LINK = 'home';
/** Where a cluster goes when root keeps the data folder somewhere no other user can reach, such as /root. */
export const OUTSIDE_HOME = '/var/lib/recourse';

const layoutIn = (dataDir: string, home: string): Layout => ({
  dataDir,
  home,
  cluster: join(home, 'cluster'),
  run: join(home, 'run'),
  binaries: join(home, 'binaries'),
  log: join(dataDir, 'postgresql.log'),
  password: join(dataDir, 'password'),
});

/** Makes the data folder when it is missing. */
export function makeDataFolder(dataDir: string): void {
  try {
    makeFolders(resolve(dataDir));
  } catch (error) {
    throw explainFailure(error, { doing: 'create its data folder', folder: dataDir });
  }
}

/** Not mkdir's own `recursive`, which never returns where the system denies that a parent exists (as /proc does). */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder, { mode: runsAsRoot() ? PASSABLE : PRIVATE });
}

/**
 * The layout of an existing data folder, through its link when the cluster lies elsewhere.
 * @throws EmbeddedPostgresError `data-missing` when the link leads nowhere: a new, empty database would hide the loss.
 */
export function findLayout(dataDir: string): Layout {
  const link = join(dataDir, HOME_LINK);
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return layoutIn(dataDir, dataDir);
  const home = readlinkSync(link);
  if (existsSync(home)) return layoutIn(dataDir, home);
  throw new EmbeddedPostgresError(
    'data-missing',
    `The database of ${dataDir} lies in ${home}, and that folder is gone.`,
    `Bring it back (is a disk or volume not mounted?), or, to begin with an empty database, remove ${link}.`,
  );
}

/**
 * Makes the folders the server writes to, owned by whom it runs as. When that user cannot reach the data folder
 * and no cluster is there yet, they go to a folder under `outside`, and a link in the data folder says where.
 */
export function prepareLayout(dataDir: string, account: Account | undefined, outside: string): Layout {
  let layout = findLayout(dataDir);
  if (account) {
    if (layout.home === dataDir && !existsSync(layout.cluster)) layout = reachableLayout(layout, account, outside);
    else makePassable(layout.home, account);
  }
  mkdirSync(layout.run, { recursive: true, mode: PRIVATE });
  chmodSync(layout.run, PRIVATE);
  if (account) chownSync(layout.run, account.uid, account.gid);
  return layout;
}

/** Opens the folder just enough for the server's user, when it is root's alone. */
function makePassable(folder: string, account: Account): void {
  const stat = statSync(folder);
  if (stat.uid === 0 && stat.uid !== account.uid) chmodSync(folder, (stat.mode & 0o777) | PASSABLE);
}

function reachableLayout(layout: Layout, account: Account, outside: string): Layout {
  makePassable(layout.dataDir, account);
  if (canReach(layout.dataDir, account)) return layout;
  const home = join(outside, randomBytes(6).toString('hex'));
  makeDataFolder(home);
  if (!canReach(home, account)) {
    rmdirSync(home);
    throw new EmbeddedPostgresError(
      'wrong-permissions',
      `PostgreSQL does not run as root, and no other user can reach ${layout.dataDir} or ${outside}.`,
      'Set DATA_DIR to a folder other users may pass through, such as /srv/recourse, or run as an ordinary user.',
    );
  }
  symlinkSync(home, join(layout.dataDir, HOME_LINK));
  return layoutIn(layout.dataDir, home);
}
