// Plain JavaScript an old Node can read: its only job is to find out whether this one is too old.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_MAJOR = 24;
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether the Node running this can run Recourse. */
export const isRecentNode = () => Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR;

/** Runs the same command again with the Node that `npm ci` installed, and ends with its exit code. */
export function continueOnPinnedNode() {
  if (!existsSync(PINNED)) {
    process.stderr.write(
      `This needs Node ${OLDEST_MAJOR}; this is ${process.version}. Run \`npm ci\` first: it installs the right one.\n`,
    );
    process.exit(1);
  }
  const run = spawnSync(PINNED, process.argv.slice(1), { stdio: 'inherit' });
  if (run.error) process.stderr.write(`${run.error.message}\n`);
  if (run.signal) process.kill(process.pid, run.signal);
  else process.exit(run.status === null ? 1 : run.status);
}

/** Ends with an explanation when this Node is too old to go on. */
export function refuseOldNode(command) {
  if (isRecentNode()) return;
  process.stderr.write(
    `Recourse needs Node ${OLDEST_MAJOR} or later; this is ${process.version}.\nRun it through \`${command}\`, which uses the Node that \`npm ci\` installed.\n`,
  );
  process.exit(1);
}
