import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface ProgramResult {
  /** Exit code 0. */
  readonly ok: boolean;
  /** What it printed on both outputs, or why it could not be started. */
  readonly output: string;
}

const OUTPUT_LIMIT_CHARS = 64 * 1024;

/**
 * The environment of every PostgreSQL program: English messages without translation, UTC, and none of our secrets.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const root = process.env.SystemRoot;
  return root === undefined ? kept : { ...kept, SystemRoot: root };
}

/** Runs a short program to its end, as `account` when given, and kills it after `limitMs`. Never throws. */
export function runProgram(
  file: string,
  args: readonly string[],
  { account, limitMs }: { account: Account | undefined; limitMs: number },
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, args, {
      ...account,
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-OUTPUT_LIMIT_CHARS);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const clock = setTimeout(() => {
      output += `\ngave up after ${limitMs / 1_000} s`;
      child.kill('SIGKILL');
    }, limitMs);
    child.once('error', (error) => {
      clearTimeout(clock);
      resolve({ ok: false, output: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(clock);
      resolve({ ok: code === 0, output });
    });
  });
}
