import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What a clone has and the commands need; they run in a copy, so that nothing here is built or written. */
const COPIED = [
  'bin',
  'jurisdictions',
  'migrations',
  'packs',
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const START_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 30_000;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A long-running command, once it answers. */
export interface Running {
  readonly url: string;
  output(): string;
  stop(): Promise<number | null>;
}

/** Runs scripts as a newcomer's shell would, in the copy, with a data folder and a port of this test's own. */
export class Newcomer {
  readonly folder = mkdtempSync(join(tmpdir(), 'recourse-readme-'));
  readonly #alive = new Set<ChildProcess>();
  readonly #typed: string;

  /** @param typed what they type when a command asks on standard input */
  constructor(typed: string) {
    this.#typed = typed;
  }

  async clone(): Promise<void> {
    chmodSync(this.folder, 0o711); // The embedded database's user passes through when root runs the tests.
    for (const name of COPIED) await cp(join(ROOT, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  #spawn(script: string, port: number): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
    const { PATH, HOME, TMPDIR, LANG } = process.env;
    const inherited = Object.entries({ PATH, HOME, TMPDIR, LANG }).filter(([, value]) => value !== undefined);
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: this.folder,
      detached: true, // A group of its own: what it started ends with it.
      env: {
        ...Object.fromEntries(inherited),
        PORT: String(port),
        DATA_DIR: join(this.folder, 'data'),
        npm_config_offline: 'true',
        npm_config_update_notifier: 'false',
      },
    });
    this.#alive.add(child);
    let text = '';
    child.stdout.on('data', (bytes) => (text += bytes));
    child.stderr.on('data', (bytes) => (text += bytes));
    child.stdin.on('error', () => undefined);
    child.stdin.end(this.#typed);
    const ended = new Promise<number | null>((resolve) =>
      child.once('close', (code) => {
        this.#alive.delete(child);
        resolve(code);
      }),
    );
    return { child, output: () => text, ended };
  }

  async run(script: string, port: number): Promise<{ code: number | null; output: string }> {
    const { output, ended } = this.#spawn(script, port);
    const code = await ended;
    return { code, output: output() };
  }

  /** Runs a script that ends in a long-running start, until `/readyz` answers. */
  async start(script: string): Promise<Running> {
    const port = await freePort();
    const { child, output, ended } = this.#spawn(script, port);
    let over = false;
    void ended.then(() => (over = true));
    const url = `http://127.0.0.1:${port}`;
    for (const begun = performance.now(); ; ) {
      const ready = await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      );
      if (ready) return { url, output, stop: () => this.#stop(child, ended) };
      if (over || performance.now() - begun > START_LIMIT_MS) throw new Error(`never became ready:\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
    const group = child.pid;
    if (group === undefined || !this.#alive.has(child)) return ended;
    process.kill(-group, 'SIGTERM');
    const timer = setTimeout(() => process.kill(-group, 'SIGKILL'), STOP_LIMIT_MS);
    const code = await ended;
    clearTimeout(timer);
    return code;
  }

  async leave(): Promise<void> {
    for (const child of this.#alive)
      await this.#stop(child, new Promise((resolve) => child.once('close', (code) => resolve(code))));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
