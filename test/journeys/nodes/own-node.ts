import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SERVE = fileURLToPath(new URL('serve-node.ts', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../bin/recourse.js', import.meta.url));
const COMMAND_LIMIT_MS = 60_000;

/** A node that only one file of journeys talks to, so that it may be empty, renamed or moved in time. */
export interface OwnNode {
  readonly origin: string;
  /** What it printed for a newcomer: sign-ins, or the set-up link. */
  readonly welcome: readonly string[];
  /** Runs `recourse …` beside the running node and gives back what it printed. */
  recourse(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

interface OwnNodeOptions {
  readonly packs?: 'all' | 'tiny';
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts one and waits until it answers. */
export async function startOwnNode(options: OwnNodeOptions): Promise<OwnNode> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(([code]) => {
      throw new Error(`the node ended with code ${code} before it was ready`);
    }),
  ]);
  const { origin, dataDir, welcome } = JSON.parse(String(line)) as {
    origin: string;
    dataDir: string;
    welcome: readonly string[];
  };
  return {
    origin,
    welcome,
    recourse: async (...args) => {
      const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], {
        env: { ...process.env, ...options.env, DATA_DIR: dataDir },
        timeout: COMMAND_LIMIT_MS,
      });
      return stdout;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
